import type { Refusal } from '../lib/jwt/refusals.ts';

/** RFC 9110 §5.6.2: token. */
const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * What goes with a 401 for a token. RFC 9110 §15.5.2 demands a challenge; RFC 6750 §3.1 wants no
 * error code where there was no token. Azure sends none, and clients that know none ignore it.
 */
export function challenge(
  { reason }: Pick<Refusal, 'reason'>,
  scheme = 'Bearer',
): readonly [name: string, value: string] {
  const name = token.test(scheme) ? scheme : 'Bearer';
  const parameters = reason === 'TokenNotPresent' ? '' : ' error="invalid_token"';
  return ['WWW-Authenticate', `${name}${parameters}`];
}
