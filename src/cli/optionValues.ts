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

/** For a number of things: 1 or more. */
export function countUpTo(most: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (!/^\d+$/.test(text) || count < 1 || count > most)
      throw new InvalidArgumentError(`It is a number from 1 to ${most}.`);
    return count;
  };
}

/** For an option that may be repeated. */
export function addressRanges(text: string, before: readonly AddressRange[]): AddressRange[] {
  const result = parseRange(text);
  if (!result.ok) throw new InvalidArgumentError(result.problem);
  return [...before, result.range];
}
