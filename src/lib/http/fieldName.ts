/**
 * A name of a header field: as it is spelled, as it is compared, and what is known of it. Messages
 * have the same few names, so they are met as objects that exist already.
 */
export class FieldName {
  readonly spelled: string;
  /** In lower case: names are compared without regard to it (RFC 9110 §5.1). */
  readonly key: string;
  /** Whether the field is for one connection, and ends with it. */
  readonly isHopByHop: boolean;
  /** Of a name that every message is asked for: messages know at once that they do not have it. Else 0. */
  readonly bit: number;

  constructor(spelled: string, key: string) {
    this.spelled = spelled;
    this.key = key;
    this.isHopByHop = hopByHop.has(key);
    this.bit = bits.get(key) ?? 0;
  }
}

// RFC 9110 §7.6.1, and the Proxy-* fields that older clients send. Transfer-Encoding and
// Content-Length are written anew for each connection by whoever writes the message.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What every message is asked for. */
const askedFor = [
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'date',
  'expect',
  'host',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-forwarded-for',
] as const;

const bits: ReadonlyMap<string, number> = new Map(askedFor.map((key, at) => [key, 1 << at]));

const known = new Map<string, FieldName>();
const mostKnown = 2_000;
/** Longer names are not worth to be kept. */
const longest = 64;

export function fieldName(spelled: string): FieldName {
  const name = known.get(spelled);
  if (name) return name;
  if (spelled.length > longest) return new FieldName(spelled, spelled.toLowerCase());
  const made = keepable(spelled);
  // Whoever sends ever new names makes others pay a little, not the memory.
  if (known.size === mostKnown) known.clear();
  known.set(made.spelled, made);
  return made;
}

/** The names that every message is asked for, by themselves: to look one up takes longer than to ask. */
export const asked = Object.fromEntries(
  askedFor.map((key) => [key, new FieldName(key, key)]),
) as Readonly<Record<(typeof askedFor)[number], FieldName>>;

/** A slice would keep the message alive that it was cut from. */
function keepable(spelled: string): FieldName {
  const text = Buffer.from(spelled, 'latin1').toString('latin1');
  return new FieldName(text, Buffer.from(text.toLowerCase(), 'latin1').toString('latin1'));
}

/** A cache of names that parsers meet, in pairs of slots: what is met newly takes the place of what is older. */
const slots: (FieldName | undefined)[] = Array.from({ length: 2_048 }, () => undefined);

/** What a parser adds up over the characters of a name, from 0. */
export function hashOn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The name that stands in a text, without a text of its own being made for it. */
export function fieldNameIn(text: string, from: number, to: number, hash: number): FieldName {
  const slot = (hash ^ (hash >>> 11)) & (slots.length - 1);
  const first = slots[slot];
  if (first && isAt(first, text, from, to)) return first;
  const second = slots[slot ^ 1];
  if (second && isAt(second, text, from, to)) return second;
  const spelled = text.slice(from, to);
  if (spelled.length > longest) return new FieldName(spelled, spelled.toLowerCase());
  slots[slot ^ 1] = first;
  return (slots[slot] = keepable(spelled));
}

function isAt({ spelled }: FieldName, text: string, from: number, to: number): boolean {
  return spelled.length === to - from && text.startsWith(spelled, from);
}
