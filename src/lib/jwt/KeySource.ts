import { KeySet } from './KeySet.ts';
import type { VerificationKey } from './VerificationKey.ts';

/** Where the keys of one authority come from. No method fails: without keys the set says why. */
export interface KeySource {
  /** The keys, when they are known well enough to use at once; else `load` has to be awaited. */
  current(): KeySet | undefined;
  /** The keys, fetched when needed. */
  load(): Promise<KeySet>;
  /** The keys after a token named one that is not among them; fetched again when that is due. */
  refresh(): Promise<KeySet>;
}

/** The source of keys that an operator gave by hand. */
export function givenKeys(keys: readonly VerificationKey[]): KeySource {
  const set = KeySet.given(keys);
  return {
    current: () => set,
    load: () => Promise.resolve(set),
    refresh: () => Promise.resolve(set),
  };
}
