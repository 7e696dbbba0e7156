import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { refusals } from '../lib/jwt/refusals.ts';
import type { Refusal } from '../lib/jwt/refusals.ts';
import { TokenVerifier } from '../lib/jwt/TokenVerifier.ts';
import type { Verdict } from '../lib/jwt/verify.ts';
import { challenge } from './challenge.ts';
import { checkRefusalStatus, refusalStatus } from './refusalStatus.ts';
import { signingKeysOf } from './signingKeys.ts';
import type { SigningKeys } from './signingKeys.ts';
import { findTokenAt } from './tokenPlace.ts';
import {
  audiencesElement,
  issuersElement,
  requiredClaimsElement,
  tokenRulesOf,
} from './tokenRules.ts';

const keyAttributes = {
  id: text('What a token’s `kid` is compared with.'),
  'certificate-id': text('A configured certificate whose public key it is.'),
  n: text('Modulus of an RSA key, base64url.'),
  e: text('Exponent of an RSA key, base64url.'),
} as const;

const secret = text('A symmetric key, base64.', { default: '', expressions: true });

export const validateJwt = definePolicy({
  name: 'validate-jwt',
  doc: 'Refuses calls without a valid JSON Web Token (RFC 7519, RFC 8725): signature, lifetime, issuer, audience and claims.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-jwt-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    'header-name': text('The header with the token.', { expressions: true }),
    'query-parameter-name': text('The query parameter with the token.', { expressions: true }),
    'token-value': text('The token itself, without `Bearer `.', { expressions: true }),
    'failed-validation-httpcode': integer('Status of the refusal.', {
      default: 401,
      expressions: true,
    }),
    'failed-validation-error-message': text('Message in the body of the refusal.', {
      expressions: true,
    }),
    'require-expiration-time': boolean('Whether a token must expire.', {
      default: true,
      expressions: true,
    }),
    'require-scheme': text(
      'The scheme that must stand before the token; only for the header Authorization.',
      { expressions: true },
    ),
    'require-signed-tokens': boolean('Whether a token must be signed.', {
      default: true,
      expressions: true,
    }),
    'clock-skew': integer('Seconds that clocks may differ.', { default: 0, expressions: true }),
    'output-token-variable-name': text('The variable that gets the valid token, as a `Jwt`.'),
  },
  children: {
    'openid-config': many({
      attributes: {
        url: text('Address of an OpenID Connect metadata document.', { required: true }),
        'validate-connectivity': boolean(
          'Whether Azure tries the address when the policy is saved; it is not tried here.',
        ),
      },
    }),
    'issuer-signing-keys': optional({
      children: { key: some({ attributes: keyAttributes, content: secret }) },
    }),
    'decryption-keys': optional({
      notYet: true,
      children: { key: some({ attributes: keyAttributes, content: secret }) },
    }),
    audiences: audiencesElement,
    issuers: issuersElement,
    'required-claims': requiredClaimsElement,
  },
  examples: [
    '<validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="https://login.contoso.example/.well-known/openid-configuration" /><audiences><audience>api://orders</audience></audiences><required-claims><claim name="roles" match="any"><value>Orders.Read</value></claim></required-claims></validate-jwt>',
    '<validate-jwt header-name="x-token" output-token-variable-name="token"><issuer-signing-keys><key>c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==</key></issuer-signing-keys></validate-jwt>',
  ],
  compile(policy, build) {
    const { requireScheme, outputTokenVariableName, failedValidationHttpcode } = policy;
    const find = findTokenAt(policy, build);
    const rulesOf = tokenRulesOf(policy);
    const keys = signingKeysOf(policy.issuerSigningKeys?.key ?? [], build);
    const addresses = policy.openidConfig.map(({ url }) => url.trim());
    const verifierOf = verifiersWith(keys, addresses, build);
    checkRefusalStatus('failed-validation-httpcode', failedValidationHttpcode, build);
    warn(policy, policy.issuerSigningKeys !== undefined || addresses.length > 0, build);

    const refuse = (refusal: Refusal, context: PolicyContext): never => {
      const { reason, message, detail } = refusal;
      context.tracer?.explain({ message: `JWT Validation Failed: ${message}`, detail });
      const status = refusalStatus(failedValidationHttpcode, context);
      throw new GatewayError(reason, {
        message,
        status,
        body: policy.failedValidationErrorMessage?.(context),
        headers: status === 401 ? [challenge(refusal, requireScheme?.(context))] : [],
        cause: detail === '' ? undefined : new Error(detail),
      });
    };
    const judge = (verdict: Verdict, context: PolicyContext): void => {
      if (!verdict.ok) return refuse(verdict, context);
      const { jwt } = verdict;
      if (outputTokenVariableName !== undefined)
        context.variables.set(outputTokenVariableName, jwt);
      const { issuer, subject, audiences } = jwt;
      context.tracer?.explain({ message: 'The token is valid.', issuer, subject, audiences });
    };
    return (context) => {
      const token = find(context);
      if (token === undefined) return refuse(refusals.notPresent(), context);
      const verdict = verifierOf(context).verify(token, rulesOf(context));
      if (verdict instanceof Promise) return verdict.then((late) => judge(late, context));
      return judge(verdict, context);
    };
  },
});

/** One verifier for all calls, unless a key is only known with a request. */
function verifiersWith(
  keys: SigningKeys,
  addresses: readonly string[],
  build: BuildContext,
): (context: PolicyContext) => TokenVerifier {
  const { verified, now } = build.openIdProviders;
  const documents = addresses.flatMap((address) => {
    if (isAddress(address)) return [build.openIdProviders.at(address)];
    build.report({
      message: `'${address}' is no address of a metadata document.`,
      hint: 'It begins with https://.',
    });
    return [];
  });
  if (typeof keys === 'function') {
    return (context) =>
      new TokenVerifier({ sources: [keys(context), ...documents], now, verified });
  }
  const verifier = new TokenVerifier({
    sources: keys ? [keys, ...documents] : documents,
    now,
    verified,
  });
  return () => verifier;
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

interface Signing {
  readonly requireSignedTokens: Value<boolean>;
}

/** What is allowed, and hardly what its author wants. */
function warn({ requireSignedTokens }: Signing, hasKeys: boolean, build: BuildContext): void {
  if (requireSignedTokens.constant?.value === false) {
    build.report({
      severity: 'warning',
      attribute: 'require-signed-tokens',
      message: 'Tokens without a signature are accepted: anybody can make one.',
    });
  } else if (!hasKeys) {
    build.report({
      severity: 'warning',
      message: "'validate-jwt' has no key to verify signatures with, so it refuses every token.",
      hint: 'Add <openid-config url="…" /> or <issuer-signing-keys>.',
    });
  }
}
