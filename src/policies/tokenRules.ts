/** What token policies ask of the claims of a token: the elements, and the rules that they make. */
import { many, optional, some } from '../engine/declaration/element.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { TokenRules } from '../lib/jwt/rules.ts';

export const audiencesElement = optional({
  children: {
    audience: some({
      content: text('An audience that is accepted.', { required: true, expressions: true }),
    }),
  },
});

export const issuersElement = optional({
  children: {
    issuer: some({
      content: text('An issuer that is accepted.', { required: true, expressions: true }),
    }),
  },
});

export const requiredClaimsElement = optional({
  children: {
    claim: some({
      attributes: {
        name: text('The claim.', { required: true, expressions: true }),
        match: oneOf(['all', 'any'], 'Whether all values must be there, or one.', {
          default: 'all',
          expressions: true,
        }),
        separator: text('What separates values within one text, such as a space in `scp`.', {
          expressions: true,
        }),
      },
      children: {
        value: many({ content: text('A value.', { required: true, expressions: true }) }),
      },
    }),
  },
});

interface ClaimElement {
  readonly name: Value<string>;
  readonly match: Value<'all' | 'any'>;
  readonly separator: Value<string> | undefined;
  readonly value: readonly Value<string>[];
}

/** What of a token policy makes rules. What a policy does not let its author choose is strict. */
export interface RuleElements {
  readonly requireExpirationTime?: Value<boolean>;
  readonly requireSignedTokens?: Value<boolean>;
  readonly clockSkew?: Value<number>;
  readonly audiences: { readonly audience: readonly Value<string>[] } | undefined;
  readonly issuers?: { readonly issuer: readonly Value<string>[] } | undefined;
  readonly requiredClaims: { readonly claim: readonly ClaimElement[] } | undefined;
}

/**
 * The rules for each call: made when published if no value of them varies. `complete` adds what a
 * policy has of its own.
 */
export function tokenRulesOf(
  policy: RuleElements,
  complete: (rules: TokenRules) => TokenRules = (rules) => rules,
): (context: PolicyContext) => TokenRules {
  if (valuesOf(policy).some(({ constant }) => !constant)) {
    return (context) => complete(rules(policy, (value) => value(context)));
  }
  const fixed = complete(rules(policy, ({ constant }) => constant!.value));
  return () => fixed;
}

function valuesOf(policy: RuleElements): readonly Value<unknown>[] {
  const claims = policy.requiredClaims?.claim ?? [];
  return [
    ...[policy.requireExpirationTime, policy.requireSignedTokens, policy.clockSkew].flatMap(
      (value) => value ?? [],
    ),
    ...(policy.audiences?.audience ?? []),
    ...(policy.issuers?.issuer ?? []),
    ...claims.flatMap(({ name, match, value }) => [name, match, ...value]),
    ...claims.flatMap(({ separator }) => separator ?? []),
  ];
}

function rules(policy: RuleElements, read: <T>(value: Value<T>) => T): TokenRules {
  const trimmed = (value: Value<string>): string => read(value).trim();
  return {
    audiences: policy.audiences?.audience.map(trimmed),
    issuers: policy.issuers?.issuer.map(trimmed),
    requireExpirationTime: policy.requireExpirationTime ? read(policy.requireExpirationTime) : true,
    requireSignedTokens: policy.requireSignedTokens ? read(policy.requireSignedTokens) : true,
    clockSkewSeconds: policy.clockSkew ? read(policy.clockSkew) : 0,
    requiredClaims: (policy.requiredClaims?.claim ?? []).map((claim) => ({
      name: trimmed(claim.name),
      match: read(claim.match),
      separator: claim.separator && read(claim.separator),
      values: claim.value.map(trimmed),
    })),
  };
}
