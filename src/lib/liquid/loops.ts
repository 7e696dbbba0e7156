import { toInt32 } from './convert.ts';
import { compileExpression } from './expression.ts';
import type { Evaluate } from './expression.ts';
import { attributesIn, fragmentEnd } from './fragments.ts';
import type { Parser } from './Parser.ts';
import { itemsOf, LiquidHash } from './values.ts';
import type { Rendering } from './Rendering.ts';
import type { TagToken } from './tokenize.ts';
import type { LiquidValue } from './values.ts';

/** `item in list limit:2 offset:1`, compiled. */
export interface LoopHead {
  readonly variable: string;
  /** As DotLiquid names the loop: `item-list`. */
  readonly name: string;
  readonly isReversed: boolean;
  readonly collection: Evaluate;
  /** `cols` of a table, and others. */
  attribute(name: string): Evaluate | undefined;
  readonly continues: boolean;
}

/** Undefined after a problem was reported. */
export function readLoopHead(
  { name, markup, span }: TagToken,
  { compilation }: Parser,
): LoopHead | undefined {
  const head = /^\s*([\p{L}\p{Mn}\p{Nd}\p{Pc}]+)\s+in\s+/u.exec(markup);
  const end = head ? collectionEnd(markup, head[0].length) : 0;
  if (!head || end === head[0].length) {
    const message = `Syntax Error in '${name}' tag - Valid syntax: ${name} [item] in [collection]`;
    compilation.error(span, message);
    return undefined;
  }
  const collection = markup.slice(head[0].length, end);
  compilation.ownNames.add(head[1]!);
  const attributes = attributesIn(markup.slice(end));
  const compiled = new Map(
    [...attributes].map(([key, value]) => [key, compileExpression(value, compilation)] as const),
  );
  return {
    variable: head[1]!,
    name: `${head[1]!}-${collection}`,
    isReversed: /^\s*reversed/.test(markup.slice(end)),
    collection: compileExpression(collection, compilation),
    attribute: (key) => compiled.get(key),
    continues: attributes.get('offset') === 'continue',
  };
}

/** The collection is one fragment after another without anything between them. */
function collectionEnd(markup: string, start: number): number {
  let end = start;
  for (let next = fragmentEnd(markup, end); next !== undefined; next = fragmentEnd(markup, end)) {
    end = next;
  }
  return end;
}

/** The items that a loop goes through; undefined when its collection is none. @throws LiquidError */
export function itemsOfLoop(head: LoopHead, run: Rendering): LiquidValue[] | undefined {
  const items = itemsOf(head.collection(run));
  if (!items) return undefined;
  const offset = head.continues
    ? (run.offsets.get(head.name) ?? 0)
    : toInt32(head.attribute('offset')?.(run) ?? null);
  const limit = head.attribute('limit')?.(run) ?? null;
  const segment = slice(items, offset, limit === null ? Infinity : toInt32(limit) + offset, run);
  run.offsets.set(head.name, offset + segment.length);
  return head.isReversed ? segment.reverse() : segment;
}

function slice(
  items: Iterable<LiquidValue>,
  from: number,
  to: number,
  run: Rendering,
): LiquidValue[] {
  const segment: LiquidValue[] = [];
  let index = 0;
  for (const item of items) {
    if (index >= to) break;
    run.spend();
    if (index >= from) segment.push(item);
    index++;
    run.allowItems(segment.length);
  }
  return segment;
}

/** `forloop` and `tablerowloop`: numbers that are made when asked for, in any case of their names. */
export class LoopState extends LiquidHash {
  readonly #members: ReadonlyMap<string, () => LiquidValue>;

  constructor(members: Readonly<Record<string, () => LiquidValue>>) {
    super();
    this.#members = new Map(Object.entries(members));
  }

  get(name: string): LiquidValue | undefined {
    return this.#members.get(name.toLowerCase())?.();
  }

  *entries(): Generator<readonly [string, LiquidValue]> {
    for (const [name, value] of this.#members) yield [name, value()];
  }
}

/** Members that all loops have; `at` tells the round, from 0. */
export function roundMembers(length: number, at: () => number): Record<string, () => LiquidValue> {
  return {
    length: () => BigInt(length),
    index: () => BigInt(at() + 1),
    index0: () => BigInt(at()),
    rindex: () => BigInt(length - at()),
    rindex0: () => BigInt(length - at() - 1),
    first: () => at() === 0,
    last: () => at() === length - 1,
  };
}
