/** IP versions; an IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is its IPv4 address. */
export type Family = 4 | 6;

/** A parsed address: its number in one (IPv4) or four (IPv6) unsigned 32-bit words, most significant first. */
export interface IpAddress {
  readonly family: Family;
  readonly words: readonly number[];
}

/** An IPv6 text is at most eight groups of four digits, or six and a dotted IPv4 address. */
const LONGEST = '0000:0000:0000:0000:0000:0000:255.255.255.255'.length;

const DOT = 0x2e;
const COLON = 0x3a;

/**
 * Parses an IPv4 address (four decimal numbers, RFC 6943 §3.1.1 strict form: no leading zeros, no
 * octal or hexadecimal, no shortened forms) or an IPv6 address (RFC 4291 §2.2). Undefined when the
 * text is anything else. Zone identifiers (`%eth0`) are refused: they mean something on one host
 * only, and dropping them would let one rule speak for several networks.
 */
export function parseAddress(text: string): IpAddress | undefined {
  const words = new Uint32Array(4);
  const family = readAddress(text, words);
  if (family === undefined) return undefined;
  return { family, words: Array.from(family === 4 ? words.subarray(3) : words) };
}

/** Orders addresses of one family by number; IPv4 comes before IPv6. Negative, zero or positive. */
export function compareAddresses(a: IpAddress, b: IpAddress): number {
  if (a.family !== b.family) return a.family - b.family;
  for (const [i, word] of a.words.entries()) {
    const difference = word - b.words[i]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * As `parseAddress`, but writes the words to `out` (4 long) and allocates nothing. An IPv4 address
 * stands in the last word. `out` is scratch when the text is no address.
 */
export function readAddress(text: string, out: Uint32Array): Family | undefined {
  if (text.length > LONGEST) return undefined;
  out.fill(0);
  if (!text.includes(':')) return readIpv4(text, 0, out) ? 4 : undefined;
  if (!readIpv6(text, out)) return undefined;
  return out[0] === 0 && out[1] === 0 && out[2] === 0xffff ? 4 : 6;
}

/** Reads dotted decimal from `at` to the end into the last word. */
function readIpv4(text: string, at: number, out: Uint32Array): boolean {
  let value = 0;
  let octet = -1;
  let octets = 0;
  for (let i = at; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : DOT;
    if (unit === DOT) {
      if (octet < 0) return false;
      value = value * 256 + octet;
      octets++;
      octet = -1;
    } else {
      const digit = unit - 0x30;
      if (digit < 0 || digit > 9 || octet === 0) return false;
      octet = octet < 0 ? digit : octet * 10 + digit;
      if (octet > 255 || octets === 4) return false;
    }
  }
  out[3] = value;
  return octets === 4;
}

/** Reads groups left to right, and moves those after `::` to the end. */
function readIpv6(text: string, out: Uint32Array): boolean {
  let groups = 0;
  let gap = -1;
  let at = 0;
  if (text.startsWith('::')) {
    gap = 0;
    at = 2;
  }
  while (at < text.length) {
    const end = groupEnd(text, at);
    if (text.charCodeAt(end) === DOT) {
      if (groups > 6 || !readIpv4(text, at, out)) return false;
      return placeIpv4(out, groups, gap);
    }
    const value = hexadecimal(text, at, end);
    if (value < 0 || groups === 8) return false;
    setGroup(out, groups++, value);
    if (end === text.length) break;
    if (text.charCodeAt(end) !== COLON) return false;
    at = end + 1;
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return false;
      gap = groups;
      at++;
    } else if (at === text.length) return false;
  }
  return closeGap(out, groups, gap);
}

/** Moves the number that `readIpv4` left in the last word to where the next two groups stand. */
function placeIpv4(out: Uint32Array, groups: number, gap: number): boolean {
  const value = out[3]!;
  out[3] = 0;
  setGroup(out, groups, value >>> 16);
  setGroup(out, groups + 1, value & 0xffff);
  return closeGap(out, groups + 2, gap);
}

function closeGap(out: Uint32Array, groups: number, gap: number): boolean {
  if (gap < 0) return groups === 8;
  // RFC 4291 §2.2: "::" stands for one or more groups of zeros.
  if (groups > 7) return false;
  for (let from = groups - 1, to = 7; from >= gap; from--, to--) {
    setGroup(out, to, getGroup(out, from));
    setGroup(out, from, 0);
  }
  return true;
}

function groupEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && text.charCodeAt(i) !== COLON && text.charCodeAt(i) !== DOT) i++;
  return i;
}

/** One to four hexadecimal digits, or -1. */
function hexadecimal(text: string, start: number, end: number): number {
  if (end === start || end - start > 4) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

function getGroup(words: Uint32Array, group: number): number {
  return (words[group >> 1]! >>> (group & 1 ? 0 : 16)) & 0xffff;
}

function setGroup(words: Uint32Array, group: number, value: number): void {
  const word = words[group >> 1]!;
  words[group >> 1] = group & 1 ? (word & 0xffff0000) | value : (word & 0xffff) | (value << 16);
}
