import type { KeySet } from './KeySet.ts';
import type { KeySource } from './KeySource.ts';
import { parseToken } from './parse.ts';
import type { TokenRules } from './rules.ts';
import { serves } from './signature.ts';
import { VerifiedTokens } from './verifiedTokens.ts';
import { verifyToken } from './verify.ts';
import type { Verdict } from './verify.ts';

/**
 * Judges tokens with the keys of several sources. Answers at once when all keys are known, which is
 * nearly always; a promise when keys have to be fetched first, or again because a token names a key
 * that is not known.
 */
export class TokenVerifier {
  readonly #sources: readonly KeySource[];
  readonly #now: () => number;
  readonly #verified: VerifiedTokens;

  /** `now` gives milliseconds since 1970. A cache may serve several verifiers. */
  constructor(
    sources: readonly KeySource[],
    now: () => number,
    verified: VerifiedTokens = new VerifiedTokens(),
  ) {
    this.#sources = sources;
    this.#now = now;
    this.#verified = verified;
  }

  verify(token: string, rules: TokenRules): Verdict | Promise<Verdict> {
    const known: KeySet[] = [];
    for (const source of this.#sources) {
      const set = source.current();
      if (set === undefined) return this.#loadAndVerify(token, rules);
      known.push(set);
    }
    return this.#verifyWith(known, token, rules);
  }

  async #loadAndVerify(token: string, rules: TokenRules): Promise<Verdict> {
    const known = await Promise.all(this.#sources.map((source) => source.load()));
    return this.#verifyWith(known, token, rules);
  }

  #verifyWith(
    known: readonly KeySet[],
    token: string,
    rules: TokenRules,
  ): Verdict | Promise<Verdict> {
    const verdict = verifyToken(token, rules, known, this.#now(), this.#verified);
    if (verdict.ok || verdict.reason !== 'TokenSignatureKeyNotFound') return verdict;
    return this.#refreshAndVerify(known, token, rules, verdict);
  }

  /** Keys may have been rotated since they were fetched. Only sources that may verify the token are asked. */
  async #refreshAndVerify(
    known: readonly KeySet[],
    token: string,
    rules: TokenRules,
    verdict: Verdict,
  ): Promise<Verdict> {
    const parsed = parseToken(token);
    if (parsed.kind !== 'jws') return verdict;
    const sets = await Promise.all(
      known.map(async (set, i) => {
        const source = serves(set, parsed.jwt, known) ? this.#sources[i] : undefined;
        return source === undefined ? set : source.refresh();
      }),
    );
    if (sets.every((set, i) => set === known[i])) return verdict;
    return verifyToken(token, rules, sets, this.#now(), this.#verified);
  }
}
