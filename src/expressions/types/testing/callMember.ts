import { createHash } from 'node:crypto';
import { Environment } from '../../runtime/Environment.ts';
import { netTypes } from '../index.ts';

/** A world in which time stands still and random bytes repeat. */
export function stillEnvironment(): Environment {
  let count = 0;
  return new Environment({
    now: () => Date.UTC(2026, 2, 4, 5, 6, 7),
    randomBytes: (length) => {
      const digest = createHash('sha512').update(String(count++)).digest();
      return Uint8Array.from({ length }, (_, index) => digest[index % digest.length]!);
    },
  });
}

/**
 * Calls the member of a .NET type that is declared with just this signature. Arguments and result
 * are in their static representation; of an instance member the first argument is the instance.
 */
export function callMember(typeName: string, signature: string, ...args: unknown[]): unknown {
  const definition = netTypes.lookUp(typeName);
  const declaration = definition?.declaration.members?.find((m) => m.signature === signature);
  const { implementation } = declaration ?? {};
  if (typeof implementation !== 'function') throw new Error(`no '${signature}' in ${typeName}`);
  const call = implementation as (...values: unknown[]) => unknown;
  return call(...args, [], stillEnvironment());
}
