import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/** Says why an address must not be reached; undefined when it may be. */
export type Refusal = (address: string) => string | undefined;

/** A host is where no computed address may lead. The message is for the log, not for callers. */
export class AddressRefused extends Error {
  constructor(host: string, reasons: readonly string[]) {
    super(`'${host}' must not be reached: ${reasons.join(', ')}.`);
    this.name = 'AddressRefused';
  }
}

/** A connection to a literal address looks nothing up. @throws AddressRefused */
export function refuseLiteral(host: string, refusal: Refusal | undefined): void {
  if (isIP(host) === 0) return;
  const reason = refusal?.(host);
  if (reason !== undefined) throw new AddressRefused(host, [reason]);
}

/**
 * A look-up that withholds the addresses that are refused. A connection is made to what its own
 * look-up answered and nothing is looked up twice, so a name that means another address the next time
 * (DNS rebinding) gains nothing.
 */
export function guardedLookup(lookup: LookupFunction, refusal: Refusal): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, answer, family) => {
      if (error) return callback(error, []);
      const found = typeof answer === 'string' ? [{ address: answer, family: family! }] : answer;
      const { allowed, reasons } = sift(found, refusal);
      const [first] = allowed;
      if (!first) return callback(new AddressRefused(host, reasons), []);
      if (options.all) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

function sift(
  found: readonly LookupAddress[],
  refusal: Refusal,
): { readonly allowed: LookupAddress[]; readonly reasons: readonly string[] } {
  const judged = found.map((each) => ({ each, reason: refusal(each.address) }));
  return {
    allowed: judged.flatMap(({ each, reason }) => (reason === undefined ? [each] : [])),
    reasons: judged.flatMap(({ reason }) => reason ?? []),
  };
}
