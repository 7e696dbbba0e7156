/** IPv6 addresses as .NET reads and writes them. */
import { readAddress } from '../cidr/address.ts';
import { formatIpv4 } from './ipv4.ts';

export interface Ipv6 {
  /** Eight groups of 16 bits, the first one first. */
  readonly groups: readonly number[];
  /** The number of the zone; 0 when there is none. */
  readonly scope: number;
}

/**
 * Reads an address with or without brackets and port, and with a zone; of a zone that is no number
 * nothing is kept. Undefined when the text is anything else.
 */
export function parseIpv6(text: string): Ipv6 | undefined {
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1] ?? text;
  const [address = '', zone] = bare.split('%');
  if (zone === '' || !address.includes(':')) return undefined;
  const words = new Uint32Array(4);
  if (readAddress(address, words) === undefined) return undefined;
  const groups = Array.from(words).flatMap((word) => [word >>> 16, word & 0xffff]);
  const scope = zone !== undefined && /^\d{1,10}$/.test(zone) ? Number(zone) : 0;
  return { groups, scope };
}

/** RFC 5952 with lower-case digits, and dotted decimal where an IPv4 address is embedded. */
export function formatIpv6({ groups, scope }: Ipv6): string {
  const isEmbedding = embedsIpv4(groups);
  const shown = isEmbedding ? groups.slice(0, 6) : groups;
  const [start, end] = longestZeros(shown);
  const hex = (part: readonly number[]): string =>
    part.map((group) => group.toString(16)).join(':');
  const head =
    start === end ? hex(shown) : `${hex(shown.slice(0, start))}::${hex(shown.slice(end))}`;
  const tail = isEmbedding ? formatIpv4(groups[6]! * 0x1_0000 + groups[7]!) : '';
  const isJoined = tail === '' || head.endsWith(':');
  return `${head}${isJoined ? '' : ':'}${tail}${scope === 0 ? '' : `%${scope}`}`;
}

/** IPv4-compatible, mapped, translated (RFC 2765) and ISATAP (RFC 5214) addresses. */
function embedsIpv4(groups: readonly number[]): boolean {
  const [fourth, fifth] = [groups[4], groups[5]];
  if (fourth === 0 && fifth === 0x5efe) return true;
  if (groups.slice(0, 4).some((group) => group !== 0) || groups[6] === 0) return false;
  return (fourth === 0 && (fifth === 0 || fifth === 0xffff)) || (fourth === 0xffff && fifth === 0);
}

/** The longest run of at least two zero groups, the first of equals; empty when there is none. */
function longestZeros(groups: readonly number[]): [start: number, end: number] {
  let best: [number, number] = [0, 0];
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start >= 2 && end - start > best[1] - best[0]) best = [start, end];
  }
  return best;
}
