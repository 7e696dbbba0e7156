import type { Acceptance } from './verify.ts';

export interface VerifiedTokensLimits {
  /** How many tokens are remembered at most. */
  readonly maxTokens: number;
  /** How many characters these tokens have together at most. */
  readonly maxCharacters: number;
}

export const defaultLimits: VerifiedTokensLimits = {
  maxTokens: 10_000,
  maxCharacters: 16 * 1024 * 1024,
};

/**
 * Remembers which tokens a key has verified, by the whole token, so that nobody can have a token
 * taken for another. It holds no verdicts: `verifyToken` asks every time whether the key still
 * stands in the key set and whether the token is still in its lifetime, so an entry can be useless
 * but never wrong. Bounded by two generations: when the young one is half of the limits, it becomes
 * the old one and the former old one is forgotten; what is asked for in between moves on. All is O(1).
 */
export class VerifiedTokens {
  readonly #limits: VerifiedTokensLimits;
  #young = new Map<string, Acceptance>();
  #old = new Map<string, Acceptance>();
  #youngCharacters = 0;

  constructor(limits: VerifiedTokensLimits = defaultLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(token: string): Acceptance | undefined {
    const young = this.#young.get(token);
    if (young !== undefined) return young;
    const old = this.#old.get(token);
    if (old !== undefined) {
      this.#old.delete(token);
      this.add(token, old);
    }
    return old;
  }

  /**
   * Remembers a token that a key has verified, by that key alone: an earlier one may be gone. A token
   * longer than half of `maxCharacters` is not kept.
   */
  add(token: string, acceptance: Acceptance): void {
    const { maxTokens, maxCharacters } = this.#limits;
    if (token.length * 2 > maxCharacters) return;
    if (this.#young.has(token)) {
      this.#young.set(token, acceptance);
      return;
    }
    const full =
      (this.#young.size + 1) * 2 > maxTokens ||
      (this.#youngCharacters + token.length) * 2 > maxCharacters;
    if (full) this.#turn();
    this.#young.set(token, acceptance);
    this.#youngCharacters += token.length;
  }

  #turn(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngCharacters = 0;
  }
}
