/** The words that declare attributes and text: `text('…', { required: true, expressions: true })`. */
import { toText } from '../../expressions/runtime/toText.ts';
import type { ValueKind, ValueOptions, ValueSpec } from './ValueKind.ts';

/** No options at all; a type of its own, so that nothing is inferred in their place. */
type NoOptions = Readonly<Record<never, never>>;

interface Declare<T> {
  (doc: string): ValueSpec<T, NoOptions>;
  <const Options extends ValueOptions<T>>(doc: string, options: Options): ValueSpec<T, Options>;
}

function declare<T>(kind: ValueKind<T>): Declare<T> {
  return (doc: string, options: ValueOptions<T> = {}) => ({ kind, doc, options });
}

export const text = declare<string>({
  name: 'text',
  netType: 'object',
  parse: (literal) => literal,
  convert: (result) => (result === null ? '' : toText(result)),
});

export const boolean = declare<boolean>({
  name: 'true | false',
  netType: 'object',
  words: ['true', 'false'],
  parse: parseBoolean,
  convert: (result) => (typeof result === 'boolean' ? result : parseBoolean(convertedText(result))),
});

/** A whole number that fits Int32. */
export const integer = declare<number>({
  name: 'integer',
  netType: 'object',
  parse: parseInteger,
  convert: (result) => (typeof result === 'number' ? result : parseInteger(convertedText(result))),
});

/** A number, with or without a fraction. */
export const number = declare<number>({
  name: 'number',
  netType: 'object',
  parse: parseNumber,
  convert: (result) => (typeof result === 'number' ? result : parseNumber(convertedText(result))),
});

/** The result of an expression as it is, boxed; a literal is a string. */
export const anything = declare<unknown>({
  name: 'value',
  netType: 'object',
  parse: (literal) => literal,
  convert: (result) => result,
});

/** One of the given words, in any case (Azure's schema lists them in one). */
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  doc: string,
): ValueSpec<Words[number], NoOptions>;
export function oneOf<
  const Words extends readonly string[],
  const Options extends ValueOptions<Words[number]>,
>(words: Words, doc: string, options: Options): ValueSpec<Words[number], Options>;
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  doc: string,
  options: ValueOptions<Words[number]> = {},
): ValueSpec<Words[number]> {
  const find = (word: string): Words[number] | undefined =>
    words.find((each) => each.toLowerCase() === word.trim().toLowerCase());
  const kind: ValueKind<Words[number]> = {
    name: words.join(' | '),
    netType: 'object',
    words,
    parse: find,
    convert: (result) => find(convertedText(result)),
  };
  return { kind, doc, options };
}

function convertedText(result: unknown): string {
  return result === null ? '' : toText(result);
}

function parseBoolean(literal: string): boolean | undefined {
  const word = literal.trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

function parseInteger(literal: string): number | undefined {
  const trimmed = literal.trim();
  if (!/^[+-]?\d{1,10}$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return value === (value | 0) ? value : undefined;
}

function parseNumber(literal: string): number | undefined {
  const trimmed = literal.trim();
  return /^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(trimmed) ? Number(trimmed) : undefined;
}
