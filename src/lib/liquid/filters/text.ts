import { toTitleCase } from '../../culture/titleCase.ts';
import { toLowerSimple, toUpperSimple } from '../../unicode/simpleCase.ts';
import { cannotPass, toInt32, toText } from '../convert.ts';
import { isList, LiquidHash } from '../values.ts';
import { ofText, textArgument } from './Filter.ts';
import type { Filter } from './Filter.ts';
import type { LiquidValue } from '../values.ts';
import type { Rendering } from '../Rendering.ts';

export const Downcase = ofText([], toLowerSimple);
export const Upcase = ofText([], toUpperSimple);

/** Of every word, as DotLiquid 2.0 has it. */
export const Capitalize = ofText([], (text) => toTitleCase(text, ''));

export const Strip = ofText([], (text) => text.trim());
export const Lstrip = ofText([], (text) => text.trimStart());
export const Rstrip = ofText([], (text) => text.trimEnd());
export const StripNewlines = ofText([], (text) => text.replaceAll('\r\n', '').replaceAll('\n', ''));

export const Append = ofText(['string'], (text, args, run) => {
  return long(text, textArgument(args, 0, ''), run);
});

export const Prepend = ofText(['string'], (text, args, run) => {
  return long(textArgument(args, 0, ''), text, run);
});

function long(left: string, right: string, run: Rendering): string {
  run.allowText(left.length + right.length);
  return left + right;
}

export const Truncate = ofText(['length?', 'truncateString?'], (text, args) => {
  const length = integer(args[0], 50);
  const tail = textArgument(args, 1, args.length > 1 ? '' : '...');
  if (text === '') return text;
  if (length < 0) return tail;
  return text.length > length ? text.slice(0, Math.max(0, length - tail.length)) + tail : text;
});

export const TruncateWords = ofText(['words?', 'truncateString?'], (text, args) => {
  const count = integer(args[0], 15);
  const tail = textArgument(args, 1, args.length > 1 ? '' : '...');
  if (text === '') return text;
  if (count <= 0) return tail;
  const words = text.split(' ');
  return words.length > count ? words.slice(0, count).join(' ') + tail : text;
});

function integer(value: LiquidValue | undefined, otherwise: number): number {
  return value === undefined ? otherwise : toInt32(value);
}

/** Without empty parts; a blank text is its own only part. */
export const Split = ofText(['pattern'], (text, args, run) => {
  if (text.trim() === '') return [text];
  const separator = textArgument(args, 0, '');
  const parts = text.split(separator);
  run.allowItems(parts.length);
  run.spend(parts.length);
  return separator === '' ? parts : parts.filter((part) => part !== '');
});

/** Part of a text or of a list; a negative start counts from the end. */
export const Slice: Filter = {
  args: ['start', 'len?'],
  apply(input, args) {
    const start = toInt32(args[0] ?? null);
    const length = integer(args[1], 1);
    if (isList(input)) return sliced(input, start, length);
    const text = toText(input);
    return text === null || start > text.length ? null : slicedText(text, start, length);
  },
};

function slicedText(text: string, start: number, length: number): string {
  const [from, count] = boundsOf(text.length, start, length);
  return text.slice(from, from + count);
}

function sliced(list: readonly LiquidValue[], start: number, length: number): LiquidValue[] {
  const [from, count] = boundsOf(list.length, start, length);
  return list.slice(from, from + count);
}

function boundsOf(size: number, start: number, length: number): [from: number, count: number] {
  const from = start < 0 ? start + size : start;
  const cut = from < 0 ? length + from : length;
  return [Math.max(0, from), Math.max(0, cut)];
}

/** In place of nothing and of blank texts; everything else becomes a text. */
export const Default: Filter = {
  args: ['defaultValue'],
  apply(input, args) {
    if (isList(input) || (input instanceof LiquidHash && input.text === undefined)) {
      throw cannotPass(input, 'System.String');
    }
    const text = toText(input);
    return text === null || text.trim() === '' ? (args[0] ?? null) : text;
  },
};
