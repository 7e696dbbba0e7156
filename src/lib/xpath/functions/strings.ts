/** §4.2. Characters are UTF-16 units, as in the DOM and in .NET. */
import type { Context, XPathValue } from '../Context.ts';
import { firstText, textOf } from '../conversions.ts';
import { declare } from './FunctionDeclaration.ts';

const spaces = /[ \t\r\n]+/g;

export const stringFunctions = {
  string: declare('string', ['object?'], (context, value) => stringOf(value, context)),
  concat: declare('string', ['string', 'string', 'string*'], (context, ...texts) => {
    context.evaluation.allowance.allowLength(texts.reduce((sum, { length }) => sum + length, 0));
    return texts.join('');
  }),
  'starts-with': declare('boolean', ['string', 'string'], (_, text, start) =>
    text.startsWith(start),
  ),
  contains: declare('boolean', ['string', 'string'], (_, text, part) => text.includes(part)),
  'substring-before': declare('string', ['string', 'string'], (_, text, mark) =>
    text.slice(0, Math.max(text.indexOf(mark), 0)),
  ),
  'substring-after': declare('string', ['string', 'string'], (_, text, mark) => {
    const at = text.indexOf(mark);
    return at < 0 ? '' : text.slice(at + mark.length);
  }),
  substring: declare('string', ['string', 'number', 'number?'], (_, text, start, length) =>
    substring(text, start, length),
  ),
  'string-length': declare(
    'number',
    ['string?'],
    (context, text) => (text ?? stringOf(undefined, context)).length,
  ),
  'normalize-space': declare('string', ['string?'], (context, text) =>
    (text ?? stringOf(undefined, context)).replaceAll(spaces, ' ').replaceAll(/^ | $/g, ''),
  ),
  translate: declare('string', ['string', 'string', 'string'], (_, text, from, to) =>
    translate(text, from, to),
  ),
} as const;

/** The string of a value; of the context node where none is given. */
function stringOf<N extends object>(value: XPathValue<N> | undefined, context: Context<N>): string {
  if (value === undefined) return textOf(context.node, context.evaluation);
  if (typeof value === 'object') return firstText(value, context);
  return typeof value === 'number' ? context.evaluation.numbers.write(value) : String(value);
}

/** The characters whose position, from 1, is at least `start` and less than `start + length`. */
function substring(text: string, start: number, length = Infinity): string {
  const first = Math.round(start);
  const end = first + Math.round(length);
  // Nothing compares with NaN.
  if (!(first < Infinity) || !(end > 1)) return '';
  return text.slice(Math.max(first - 1, 0), Math.max(end - 1, 0));
}

function translate(text: string, from: string, to: string): string {
  const replacements = new Map<number, string>();
  for (let i = 0; i < from.length; i++) {
    const unit = from.charCodeAt(i);
    if (!replacements.has(unit)) replacements.set(unit, to.charAt(i));
  }
  let result = '';
  for (let i = 0; i < text.length; i++) {
    result += replacements.get(text.charCodeAt(i)) ?? text.charAt(i);
  }
  return result;
}
