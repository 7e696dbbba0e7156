import { singleSize } from '../../../lib/dotnet-format/formatNumber.ts';
import { parseSingle } from '../../../lib/dotnet-format/parseNumber.ts';
import { defineType } from '../../declare/defineType.ts';
import { floatBehaviour, floatMembers } from './floatMembers.ts';
import type { FloatKind } from './floatMembers.ts';
import { numberInterfaces } from './integerMembers.ts';

const kind: FloatKind = {
  keyword: 'float',
  name: 'Single',
  called: 'a Single',
  size: singleSize,
  typeCode: 13,
  maximum: 2 ** 128 - 2 ** 104,
  epsilon: 2 ** -149,
  smallestNormal: 2 ** -126,
  suffix: 'f',
  parse: parseSingle,
};

/** https://learn.microsoft.com/dotnet/api/system.single */
export const SystemSingle = defineType({
  name: 'System.Single',
  keyword: 'float',
  kind: 'struct',
  implements: numberInterfaces('float'),
  behaviour: floatBehaviour(kind),
  members: floatMembers(kind),
});
