import { allSections } from '../../engine/declaration/definePolicy.ts';
import { closest } from '../../lib/source/closest.ts';
import { siteOf } from './siteOf.ts';

/** Everything that may stand before the first tag: white space, comments, declarations, text. */
const prolog =
  /(?:<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<![^>]*(?:>|$)|<(?![A-Za-z_])|[^<]+)*/y;
const firstName = /<([A-Za-z_][\w:.-]*)/y;

const roots = ['policies', 'fragment', 'base', ...allSections];

/**
 * Editors send every XML file. One is a policy document when it is called as extracts call them, or
 * when its first element is one of policies, or nearly; or when it has none, and so is nothing else.
 */
export function isPolicyDocument(uri: string, text: string): boolean {
  if (/(?:^|\/)policy\.xml$/i.test(uri)) return true;
  const first = firstElement(text);
  if (first === undefined) return text.trim() !== '';
  return siteOf([first]) !== undefined || closest(first, roots) !== undefined;
}

function firstElement(text: string): string | undefined {
  prolog.lastIndex = 0;
  firstName.lastIndex = prolog.exec(text)?.[0].length ?? 0;
  return firstName.exec(text)?.[1];
}
