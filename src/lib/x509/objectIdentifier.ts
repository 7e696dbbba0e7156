import { DerError } from './der.ts';

/** Longer ones are refused: the longest in use are far below, and arcs are read digit by digit. */
const maxOctets = 128;

/** Reads what an OBJECT IDENTIFIER holds (X.690 §8.19): `2.5.4.3`. @throws DerError */
export function readObjectIdentifier(content: Uint8Array): string {
  if (content.length === 0 || content.length > maxOctets)
    throw new DerError('an object identifier has no octets, or too many');
  const [first = 0n, ...rest] = subidentifiers(content);
  const root = first < 80n ? first / 40n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

function subidentifiers(content: Uint8Array): bigint[] {
  const found: bigint[] = [];
  let value: bigint | undefined;
  for (const octet of content) {
    if (value === undefined && octet === 0x80)
      throw new DerError('an arc of an object identifier begins with nought');
    value = ((value ?? 0n) << 7n) | BigInt(octet & 0x7f);
    if (octet < 0x80) {
      found.push(value);
      value = undefined;
    }
  }
  if (value !== undefined) throw new DerError('an object identifier ends early');
  return found;
}

/** The octets for a text such as `2.5.4.3`; undefined when it is no object identifier. */
export function writeObjectIdentifier(text: string): Uint8Array | undefined {
  if (text.length > maxOctets || !/^[0-2](?:\.(?:0|[1-9]\d*))+$/.test(text)) return undefined;
  const [root = 0n, second = 0n, ...rest] = text.split('.').map(BigInt);
  if (root < 2n && second >= 40n) return undefined;
  return Uint8Array.from([root * 40n + second, ...rest].flatMap(octetsOfArc));
}

/** Seven bits an octet, the highest bit set in all but the last. */
function octetsOfArc(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}
