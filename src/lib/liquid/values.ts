import { Decimal } from '../decimal/Decimal.ts';

/**
 * What templates compute with. A bigint is an integer of .NET (Int32 or Int64), a number a double;
 * `LiquidRange` and `Emptiness` come from the template itself.
 */
export type LiquidValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | Decimal
  | LiquidDate
  | LiquidList
  | LiquidHash
  | LiquidPair
  | LiquidRange
  | Emptiness;

export type LiquidList = readonly LiquidValue[];

/** A `System.DateTime`: ticks of 100 ns since 0001-01-01. Local time is UTC. */
export class LiquidDate {
  readonly ticks: bigint;
  readonly kind: 'unspecified' | 'utc' | 'local';

  constructor(ticks: bigint, kind: LiquidDate['kind']) {
    this.ticks = ticks;
    this.kind = kind;
  }
}

/**
 * Something with named members. Values never are plain JavaScript objects, so no name reaches a
 * prototype.
 */
export abstract class LiquidHash {
  /** Undefined when there is no such member. */
  abstract get(name: string): LiquidValue | undefined;
  abstract entries(): Iterable<readonly [name: string, value: LiquidValue]>;

  /** What it prints, where that is not the list of its members. */
  get text(): string | undefined {
    return undefined;
  }

  /** Whether a loop over it is one round with itself: an XML element that could have stood many times. */
  get isItem(): boolean {
    return false;
  }
}

/** Members in a map. A name that is not there is looked for once more without regard to case. */
export class MapHash extends LiquidHash {
  readonly members: ReadonlyMap<string, LiquidValue>;
  #byLowerCase: Map<string, string> | undefined;

  constructor(members: ReadonlyMap<string, LiquidValue>) {
    super();
    this.members = members;
  }

  get(name: string): LiquidValue | undefined {
    const value = this.members.get(name);
    if (value !== undefined) return value;
    const own = (this.#byLowerCase ??= byLowerCase(this.members.keys())).get(name.toLowerCase());
    return own === undefined ? undefined : this.members.get(own);
  }

  entries(): Iterable<readonly [string, LiquidValue]> {
    return this.members.entries();
  }
}

/** Each name by its lower-case form; the first of several wins. */
function byLowerCase(names: Iterable<string>): Map<string, string> {
  const map = new Map<string, string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (!map.has(lower)) map.set(lower, name);
  }
  return map;
}

/** One member of a hash, met in a loop over it: .NET's KeyValuePair. */
export class LiquidPair {
  readonly key: string;
  readonly value: LiquidValue;

  constructor(key: string, value: LiquidValue) {
    this.key = key;
    this.value = value;
  }
}

/** `(1..5)`, both ends included. It is never built: whoever walks it counts the steps. */
export class LiquidRange {
  readonly from: number;
  readonly to: number;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  get size(): number {
    return Math.max(0, this.to - this.from + 1);
  }

  *[Symbol.iterator](): Generator<bigint> {
    for (let at = this.from; at <= this.to; at++) yield BigInt(at);
  }
}

/** The words `empty` and `blank`: equal to whatever holds nothing. */
export class Emptiness {
  static readonly only = new Emptiness();
}

/** Of what prints as a text of its own, such as an XML element, that text. */
export function scalarOf(value: LiquidValue): LiquidValue {
  return value instanceof LiquidHash ? (value.text ?? value) : value;
}

export function isList(value: LiquidValue): value is LiquidList {
  return Array.isArray(value);
}

export function isNumber(value: LiquidValue): value is bigint | number | Decimal {
  return typeof value === 'bigint' || typeof value === 'number' || value instanceof Decimal;
}

/**
 * What a loop over a value meets, as .NET's IEnumerable gives it: of a text its characters, of a hash
 * its members. Undefined when it is not enumerable.
 */
export function itemsOf(value: LiquidValue): Iterable<LiquidValue> | undefined {
  if (isList(value) || value instanceof LiquidRange) return value;
  if (typeof value === 'string') return charactersOf(value);
  if (!(value instanceof LiquidHash)) return undefined;
  return value.isItem ? [value] : pairsOf(value);
}

function* charactersOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text[at]!;
}

function* pairsOf(hash: LiquidHash): Generator<LiquidPair> {
  for (const [name, value] of hash.entries()) yield new LiquidPair(name, value);
}
