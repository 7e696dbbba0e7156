import { isSameKey } from './VerificationKey.ts';
import type { VerificationKey } from './VerificationKey.ts';

/** The keys of one authority at one time. Immutable: a rotation makes another set. */
export class KeySet {
  readonly keys: readonly VerificationKey[];
  /**
   * The issuers of the metadata document that led to the keys (Entra's may hold `{tenantid}`);
   * undefined for keys that an operator gave by hand.
   */
  readonly issuers: readonly string[] | undefined;
  /** Why the keys of a remote authority are not known at this time; undefined when they are. */
  readonly problem: string | undefined;
  readonly #same = new WeakMap<VerificationKey, boolean>();
  readonly #byId: ReadonlyMap<string, VerificationKey[]>;
  readonly #byX5t: ReadonlyMap<string, VerificationKey[]>;

  private constructor(
    keys: readonly VerificationKey[],
    issuers: readonly string[] | undefined,
    problem: string | undefined,
  ) {
    this.keys = keys;
    this.issuers = issuers;
    this.problem = problem;
    for (const key of keys) this.#same.set(key, true);
    this.#byId = groupedBy(keys, ({ id }) => id);
    this.#byX5t = groupedBy(keys, ({ x5t }) => x5t);
  }

  /** Keys given by hand. They belong to no issuer, so they verify tokens of any allowed one. */
  static given(keys: readonly VerificationKey[]): KeySet {
    return new KeySet(keys, undefined, undefined);
  }

  /**
   * Keys published by the authority with these issuers. Keys that stood in `previous` are taken over
   * from there, so that what they verified stays verified.
   */
  static published(
    keys: readonly VerificationKey[],
    issuers: readonly string[],
    previous?: KeySet,
  ): KeySet {
    const known = previous?.keys ?? [];
    const kept = keys.map((key) => known.find((other) => isSameKey(key, other)) ?? key);
    return new KeySet(kept, issuers, undefined);
  }

  /** The empty set of an authority whose keys cannot be known now. It vouches for nobody. */
  static unavailable(problem: string): KeySet {
    return new KeySet([], [], problem);
  }

  /** The keys that a token header's `kid`, or without one its `x5t`, names. */
  named(kid: string | undefined, x5t: string | undefined): readonly VerificationKey[] {
    if (kid !== undefined) return this.#byId.get(kid) ?? [];
    return x5t === undefined ? [] : (this.#byX5t.get(x5t) ?? []);
  }

  /**
   * Whether it is one of the keys, under the same description. Policies that hold the same key each
   * import it, and what one of them verified need not be verified by the others.
   */
  has(key: VerificationKey): boolean {
    let isKnown = this.#same.get(key);
    if (isKnown === undefined) {
      isKnown = this.keys.some((own) => isSameKey(own, key));
      this.#same.set(key, isKnown);
    }
    return isKnown;
  }
}

function groupedBy(
  keys: readonly VerificationKey[],
  idOf: (key: VerificationKey) => string | undefined,
): ReadonlyMap<string, VerificationKey[]> {
  const groups = new Map<string, VerificationKey[]>();
  for (const key of keys) {
    const id = idOf(key);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), key]);
  }
  return groups;
}
