import { assign } from './assign.ts';
import { capture } from './capture.ts';
import { caseTag } from './case.ts';
import { comment, raw } from './raw.ts';
import { decrement, increment } from './increment.ts';
import { cycle } from './cycle.ts';
import { breakTag, continueTag, forTag, jsonArrayFor } from './for.ts';
import { ifTag, unless } from './if.ts';
import { ifchanged } from './ifchanged.ts';
import { refused } from './refused.ts';
import { tablerow } from './tablerow.ts';
import type { Tag } from './Tag.ts';

/** The tags of DotLiquid, and `JSONArrayFor` of Azure. Their names are in lower case. */
export const tags: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  ['assign', assign],
  ['break', breakTag],
  ['capture', capture],
  ['case', caseTag],
  ['comment', comment],
  ['continue', continueTag],
  ['cycle', cycle],
  ['decrement', decrement],
  ['for', forTag],
  ['if', ifTag],
  ['ifchanged', ifchanged],
  ['increment', increment],
  ['JSONArrayFor', jsonArrayFor],
  ['literal', raw],
  ['raw', raw],
  ['tablerow', tablerow],
  ['unless', unless],
  ['addfilters', refused],
  ['block', refused],
  ['extends', refused],
  ['include', refused],
  ['param', refused],
  ['render', refused],
]);
