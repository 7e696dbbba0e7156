import { DecryptionKeys } from './DecryptionKey.ts';
import type { KeySet } from './KeySet.ts';
import type { KeySource } from './KeySource.ts';
import { openToken } from './open.ts';
import type { OpenToken } from './open.ts';
import type { TokenRules } from './rules.ts';
import { serves } from './signature.ts';
import { VerifiedTokens } from './verifiedTokens.ts';
import { judgeKnown, judgeOpened } from './verify.ts';
import type { Judgement, Verdict } from './verify.ts';

/** Where a verifier has its keys from, and what it shares with others. */
export interface TokenVerifierOptions {
  readonly sources: readonly KeySource[];
  readonly decryptionKeys?: DecryptionKeys | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** May serve several verifiers. */
  readonly verified?: VerifiedTokens;
}

/**
 * Judges tokens with the keys of several sources. Answers at once when all keys are known, which is
 * nearly always; a promise when keys have to be fetched first, or again because a token names a key
 * that is not known.
 */
export class TokenVerifier {
  readonly #sources: readonly KeySource[];
  readonly #decryptionKeys: DecryptionKeys;
  readonly #now: () => number;
  readonly #verified: VerifiedTokens;

  constructor({ sources, decryptionKeys, now, verified }: TokenVerifierOptions) {
    this.#sources = sources;
    this.#decryptionKeys = decryptionKeys ?? new DecryptionKeys();
    this.#now = now;
    this.#verified = verified ?? new VerifiedTokens();
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
    keySets: readonly KeySet[],
    token: string,
    rules: TokenRules,
  ): Verdict | Promise<Verdict> {
    const judgement = this.#judgement(keySets, rules);
    const earlier = this.#verified.get(token);
    const known = earlier && judgeKnown(earlier, judgement);
    if (known !== undefined) return known;
    const opened = openToken(token, this.#decryptionKeys);
    if (!opened.ok) return opened;
    const verdict = judgeOpened(token, opened, judgement, this.#verified);
    if (verdict.ok || verdict.reason !== 'TokenSignatureKeyNotFound') return verdict;
    return this.#refreshAndVerify(token, opened, judgement, verdict);
  }

  /** Keys may have been rotated since they were fetched. Only sources that may verify the token are asked. */
  async #refreshAndVerify(
    token: string,
    opened: OpenToken,
    { keySets, rules }: Judgement,
    verdict: Verdict,
  ): Promise<Verdict> {
    const sets = await Promise.all(
      keySets.map(async (set, i) => {
        const source = serves(set, opened.jwt, keySets) ? this.#sources[i] : undefined;
        return source === undefined ? set : source.refresh();
      }),
    );
    if (sets.every((set, i) => set === keySets[i])) return verdict;
    return judgeOpened(token, opened, this.#judgement(sets, rules), this.#verified);
  }

  #judgement(keySets: readonly KeySet[], rules: TokenRules): Judgement {
    return { rules, keySets, decryptionKeys: this.#decryptionKeys, nowMs: this.#now() };
  }
}
