/** How texts of options become values; what is wrong with one is said by InvalidArgumentError. */
import { InvalidArgumentError } from 'commander';
import { parseRange } from '../lib/cidr/range.ts';
import type { AddressRange } from '../lib/cidr/range.ts';

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

/** For an option that may be repeated. */
export function addressRanges(text: string, before: readonly AddressRange[]): AddressRange[] {
  const result = parseRange(text);
  if (!result.ok) throw new InvalidArgumentError(result.problem);
  return [...before, result.range];
}
