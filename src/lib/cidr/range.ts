import { compareAddresses, parseAddress } from './address.ts';
import type { IpAddress } from './address.ts';

/** All addresses of one family from `from` to `to`, both included. */
export interface AddressRange {
  readonly from: IpAddress;
  readonly to: IpAddress;
}

/** A range, or a sentence that says why the text is none. */
export type RangeResult =
  | { readonly ok: true; readonly range: AddressRange }
  | { readonly ok: false; readonly problem: string };

/** Parses one address (`192.0.2.1`) or a CIDR block (`192.0.2.0/24`, `2001:db8::/32`; RFC 4632 §3.1). */
export function parseRange(text: string): RangeResult {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (address === undefined) return refused(text, 'is not an IP address');
  if (slash < 0) return { ok: true, range: { from: address, to: address } };
  return block(text, address, text.slice(slash + 1));
}

/** The inclusive range between two addresses in text, as `<address-range from="" to="" />` has it. */
export function parseRangeBetween(fromText: string, toText: string): RangeResult {
  const from = parseAddress(fromText);
  if (from === undefined) return refused(fromText, 'is not an IP address');
  const to = parseAddress(toText);
  if (to === undefined) return refused(toText, 'is not an IP address');
  const text = `${fromText} - ${toText}`;
  if (from.family !== to.family) return refused(text, 'mixes IPv4 and IPv6');
  if (compareAddresses(from, to) > 0) return refused(text, 'ends before it starts');
  return { ok: true, range: { from, to } };
}

function block(text: string, address: IpAddress, length: string): RangeResult {
  const bits = prefixLength(text, address, length);
  if (bits === undefined) return refused(text, 'has no valid prefix length');
  const to = address.words.map((word, i) => (word | hostMask(bits - 32 * i)) >>> 0);
  const from = address.words.map((word, i) => (word & ~hostMask(bits - 32 * i)) >>> 0);
  // 10.1.2.3/8 may mean 10.0.0.0/8 or 10.1.2.3: which one decides who gets in, so the author must say.
  if (from.some((word, i) => word !== address.words[i])) {
    return refused(text, 'has bits set behind its prefix');
  }
  const { family } = address;
  return { ok: true, range: { from: { family, words: from }, to: { family, words: to } } };
}

/** The length in bits of the address itself: `::ffff:10.0.0.0/104` is the IPv4 block 10.0.0.0/8. */
function prefixLength(text: string, address: IpAddress, length: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,2})$/.test(length)) return undefined;
  const mapped = address.family === 4 && text.includes(':');
  const bits = Number(length) - (mapped ? 96 : 0);
  return bits >= 0 && bits <= 32 * address.words.length ? bits : undefined;
}

/** The bits of one word that a prefix of `bits` leaves free. */
function hostMask(bits: number): number {
  if (bits >= 32) return 0;
  return bits <= 0 ? 0xffffffff : 0xffffffff >>> bits;
}

function refused(text: string, why: string): RangeResult {
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  return { ok: false, problem: `'${shown}' ${why}.` };
}
