/** IPv4 addresses as .NET reads and writes them. */

/**
 * Reads one to four numbers, each decimal, octal (`0…`) or hexadecimal (`0x…`); the last one fills
 * the octets that are left, as `inet_aton` has it. Undefined when the text is anything else.
 */
export function parseIpv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length > 4) return undefined;
  const numbers = parts.map(parsePart);
  const last = numbers.pop();
  if (last === undefined || last >= 256 ** (4 - numbers.length)) return undefined;
  let value = last;
  for (const [i, number] of numbers.entries()) {
    if (number === undefined || number > 255) return undefined;
    value += number * 256 ** (3 - i);
  }
  return value;
}

function parsePart(text: string): number | undefined {
  if (/^0x[0-9a-f]+$/i.test(text)) return Number(text);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

/** Dotted decimal. */
export function formatIpv4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff).join('.');
}
