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

interface Remembered {
  readonly token: string;
  readonly acceptance: Acceptance;
}

/**
 * Remembers which tokens a key has verified, by the whole token, so that nobody can have a token
 * taken for another. It holds no verdicts: `verifyToken` asks every time whether the key still
 * stands in the key set and whether the token is still in its lifetime, so an entry can be useless
 * but never wrong. Bounded by two generations: when the young one is half of the limits, it becomes
 * the old one and the former old one is forgotten; what is asked for in between moves on. All is O(1).
 *
 * A token is kept when it comes the second time. Callers who fetch a token for each call would fill
 * the cache with tokens that never come again, which costs more than to verify them. It is found by a
 * fingerprint, and then compared: the engine would hash each token that is looked up as a text, and
 * keep a copy of it until the next large collection.
 */
export class VerifiedTokens {
  readonly #limits: VerifiedTokensLimits;
  /** By fingerprint: of two tokens with the same one, only the later is remembered. */
  #young = new Map<number, Remembered>();
  #old = new Map<number, Remembered>();
  #youngCharacters = 0;
  /** Fingerprints of tokens that came once. A later one may take the place of an earlier one. */
  readonly #newcomers = new Int32Array(1 << 16);

  constructor(limits: VerifiedTokensLimits = defaultLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(token: string): Acceptance | undefined {
    const print = fingerprint(token);
    const young = this.#young.get(print);
    if (young?.token === token) return young.acceptance;
    const old = this.#old.get(print);
    if (old?.token !== token) return undefined;
    this.#old.delete(print);
    this.#keep(print, old);
    return old.acceptance;
  }

  /**
   * Remembers a token that a key has verified, by that key alone: an earlier one may be gone. A token
   * longer than half of `maxCharacters` is not kept.
   */
  add(token: string, acceptance: Acceptance): void {
    if (token.length * 2 > this.#limits.maxCharacters) return;
    const print = fingerprint(token);
    const known = this.#young.get(print);
    const isKnown = known?.token === token;
    if (!isKnown && !this.#hasComeBefore(print)) return;
    acceptance.jwt.detach();
    if (isKnown) this.#young.set(print, { token: known.token, acceptance });
    else this.#keep(print, { token: copyOf(token), acceptance });
  }

  #hasComeBefore(print: number): boolean {
    const place = print & (this.#newcomers.length - 1);
    if (this.#newcomers[place] === print) return true;
    this.#newcomers[place] = print;
    return false;
  }

  #keep(print: number, remembered: Remembered): void {
    const { maxTokens, maxCharacters } = this.#limits;
    const { length } = remembered.token;
    const isFull =
      (this.#young.size + 1) * 2 > maxTokens ||
      (this.#youngCharacters + length) * 2 > maxCharacters;
    if (isFull) this.#turn();
    this.#youngCharacters += length - (this.#young.get(print)?.token.length ?? 0);
    this.#young.set(print, remembered);
    this.#old.delete(print);
  }

  #turn(): void {
    this.#old = this.#young;
    this.#young = new Map();
    this.#youngCharacters = 0;
  }
}

/** Of the end of a token, where its signature is: that of another token is most likely another one. */
function fingerprint(token: string): number {
  let print = 0;
  for (let at = Math.max(0, token.length - 12); at < token.length; at++) {
    print = (Math.imul(print, 31) + token.charCodeAt(at)) | 0;
  }
  return print;
}

/** A part of a text keeps all of it alive; what a token came in is not to be remembered with it. */
function copyOf(token: string): string {
  return Buffer.from(token, 'latin1').toString('latin1');
}
