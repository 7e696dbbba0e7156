import { fromInteger } from '../decimal/convert.ts';
import { maximumScale } from '../decimal/Decimal.ts';
import type { Compilation } from './Compilation.ts';
import { int64, toInt32 } from './convert.ts';
import { textOf } from './text.ts';
import type { Rendering } from './Rendering.ts';
import { Emptiness, isList, itemsOf, LiquidHash, LiquidPair, LiquidRange } from './values.ts';
import type { LiquidValue } from './values.ts';

/** A compiled fragment of markup. @throws LiquidError */
export type Evaluate = (run: Rendering) => LiquidValue;

const literals: ReadonlyMap<string, LiquidValue> = new Map<string, LiquidValue>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
  ['blank', Emptiness.only],
  ['empty', Emptiness.only],
]);

/** Compiles a fragment: a literal, a range, or the path of a variable. */
export function compileExpression(markup: string, compilation: Compilation): Evaluate {
  const literal = literalOf(markup);
  if (literal !== undefined) return () => literal;
  return compileRange(markup, compilation) ?? compilePath(markup, compilation);
}

function literalOf(markup: string): LiquidValue | undefined {
  const word = literals.get(markup);
  if (word !== undefined) return word;
  const quote = markup[0];
  if ((quote === '"' || quote === "'") && markup.length > 1 && markup.endsWith(quote)) {
    return markup.slice(1, -1);
  }
  if (/^[+-]?\d+$/.test(markup)) return integerOf(markup);
  return /^[+-]?\d+\.\d+$/.test(markup) ? Number(markup) : undefined;
}

function integerOf(markup: string): LiquidValue {
  if (markup.length > maximumScale) return Number(markup);
  const value = BigInt(markup.replace(/^\+/, ''));
  return value < int64.minimum || value > int64.maximum ? fromInteger(value) : value;
}

/** `(1..5)`; the ends may be variables. */
function compileRange(markup: string, compilation: Compilation): Evaluate | undefined {
  // An end that is a range itself is none of a number.
  if (!/^\([^(]/.test(markup) || !markup.endsWith(')')) return undefined;
  const dots = markup.lastIndexOf('..');
  if (dots < 2 || dots + 3 > markup.length - 1 || /\s/.test(markup)) return undefined;
  const from = compileExpression(markup.slice(1, dots), compilation);
  const to = compileExpression(markup.slice(dots + 2, -1), compilation);
  return (run) => new LiquidRange(toInt32(from(run)), toInt32(to(run)));
}

/** A step of a path: a name behind a dot, or whatever stands in brackets. */
type Part = { readonly name: string } | { readonly key: Evaluate };

const segment = /[[]|[\p{L}\p{Mn}\p{Nd}\p{Pc}-]+\??/gu;

function compilePath(markup: string, compilation: Compilation): Evaluate {
  const [first, ...rest] = partsOf(markup, compilation);
  if (!first) return () => null;
  const root = compileRoot(first, compilation);
  if (rest.length === 0) return root;
  return (run) => {
    let value = root(run);
    for (const part of rest) {
      if (value === null) return null;
      value = 'name' in part ? member(value, part.name, true) : element(value, part.key(run));
    }
    return value;
  };
}

/** Whatever is neither a name nor a key in brackets is passed over, as in DotLiquid. */
function partsOf(markup: string, compilation: Compilation): Part[] {
  const parts: ({ readonly name: string } | { readonly key: string })[] = [];
  const lastClose = markup.lastIndexOf(']');
  segment.lastIndex = 0;
  for (let match = segment.exec(markup); match; match = segment.exec(markup)) {
    const [name] = match;
    if (name !== '[') {
      parts.push({ name });
      continue;
    }
    const start = match.index + 1;
    const end = lastClose > start ? markup.indexOf(']', start + 1) : -1;
    if (end < 0) continue;
    parts.push({ key: markup.slice(start, end).trim() });
    segment.lastIndex = end + 1;
  }
  return parts.map((part) =>
    'name' in part ? part : { key: compileExpression(part.key, compilation) },
  );
}

function compileRoot(part: Part, compilation: Compilation): Evaluate {
  if ('name' in part) {
    const { name } = part;
    compilation.use(name);
    return (run) => run.variable(name);
  }
  compilation.asksForAnyName = true;
  const { key } = part;
  return (run) => run.variable(textOf(key(run)));
}

/** What a key in brackets finds. Only an integer counts elements. */
function element(value: LiquidValue, key: LiquidValue): LiquidValue {
  if (typeof key === 'bigint') {
    if (isList(value)) return value[Number(key)] ?? null;
    if (value instanceof LiquidPair) return pairPart(value, key);
  }
  return key === null ? null : member(value, textOf(key), false);
}

/** A loop over a hash meets pairs, of which Liquid has `pair[0]` and `pair[1]`. */
function pairPart(pair: LiquidPair, index: bigint): LiquidValue {
  if (index === 0n) return pair.key;
  return index === 1n ? pair.value : null;
}

function member(value: LiquidValue, name: string, isCommand: boolean): LiquidValue {
  if (value instanceof LiquidHash) {
    const found = value.get(name);
    if (found !== undefined) return found;
  }
  if (value instanceof LiquidPair) return memberOfPair(value, name);
  return isCommand ? command(value, name) : null;
}

/** Its two parts, under the names that DotLiquid gives them, and the members of its value. */
function memberOfPair({ key, value }: LiquidPair, name: string): LiquidValue {
  if (key === name || name === 'Value') return value;
  if (name === 'Key' || name === 'itemName') return key;
  return value instanceof LiquidHash ? (value.get(name) ?? null) : null;
}

/** `size`, `first` and `last` of what can be enumerated. */
function command(value: LiquidValue, name: string): LiquidValue {
  if (name !== 'size' && name !== 'first' && name !== 'last') return null;
  if (value instanceof LiquidRange) return ofRange(value, name);
  const items = typeof value === 'string' || isList(value) ? value : itemsOf(value);
  if (!items) return null;
  const all = typeof items === 'string' || isList(items) ? items : [...items];
  if (name === 'size') return BigInt(all.length);
  return all.at(name === 'first' ? 0 : -1) ?? null;
}

function ofRange(range: LiquidRange, name: 'size' | 'first' | 'last'): LiquidValue {
  if (name === 'size') return BigInt(range.size);
  return range.size === 0 ? null : BigInt(name === 'first' ? range.from : range.to);
}
