import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { namesHost } from '../engine/declaration/namesHost.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { KeySource } from '../lib/jwt/KeySource.ts';
import { TokenVerifier } from '../lib/jwt/TokenVerifier.ts';
import { decryptionKeysElement, decryptionKeysOf } from './decryptionKeys.ts';
import type { DecryptionKeysOfPolicy } from './decryptionKeys.ts';
import { whileSame } from './keysOfRequest.ts';
import { isMetadataAddress, warnOfPlainHttp } from './metadataAddress.ts';
import { signingKeysOf } from './signingKeys.ts';
import type { SigningKeys } from './signingKeys.ts';
import { findTokenAt, placeAttributes } from './tokenPlace.ts';
import {
  audiencesElement,
  issuersElement,
  requiredClaimsElement,
  tokenRulesOf,
} from './tokenRules.ts';
import { outcomeAttributes, tokenStep } from './tokenStep.ts';

export const validateJwt = definePolicy({
  name: 'validate-jwt',
  doc: 'Refuses calls without a valid JSON Web Token (RFC 7519, RFC 8725): decryption, signature, lifetime, issuer, audience and claims.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-jwt-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    ...placeAttributes,
    ...outcomeAttributes,
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
  },
  children: {
    'openid-config': many({
      attributes: {
        // The page says nothing of expressions; a sample of Microsoft's names the tenant with one.
        url: text('Address of an OpenID Connect metadata document.', {
          required: true,
          expressions: true,
        }),
        'validate-connectivity': boolean(
          'Whether Azure tries the address when the policy is saved; it is not tried here.',
        ),
      },
    }),
    'issuer-signing-keys': optional({
      children: {
        key: some({
          attributes: {
            id: text('What a token’s `kid` is compared with.'),
            'certificate-id': text('A configured certificate whose public key it is.'),
            n: text('Modulus of an RSA key, base64url.'),
            e: text('Exponent of an RSA key, base64url.'),
          },
          content: text('A symmetric key, base64.', { default: '', expressions: true }),
        }),
      },
    }),
    'decryption-keys': decryptionKeysElement,
    audiences: audiencesElement,
    issuers: issuersElement,
    'required-claims': requiredClaimsElement,
  },
  examples: [
    '<validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="https://login.contoso.example/.well-known/openid-configuration" /><audiences><audience>api://orders</audience></audiences><required-claims><claim name="roles" match="any"><value>Orders.Read</value></claim></required-claims></validate-jwt>',
    '<validate-jwt header-name="x-token" output-token-variable-name="token"><issuer-signing-keys><key>c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==</key></issuer-signing-keys></validate-jwt>',
    '<validate-jwt header-name="Authorization"><openid-config url="https://login.contoso.example/.well-known/openid-configuration" /><decryption-keys><key certificate-id="orders" /></decryption-keys></validate-jwt>',
  ],
  compile(policy, build) {
    const { requireScheme } = policy;
    const keys = signingKeysOf(policy.issuerSigningKeys?.key ?? [], build);
    const decryption = decryptionKeysOf(policy.decryptionKeys?.key ?? [], build);
    const documents = documentsOf(policy.openidConfig, build);
    warn(policy, policy.issuerSigningKeys !== undefined || policy.openidConfig.length > 0, build);
    const rulesOf = tokenRulesOf(policy);
    const verifierOf = verifiersWith(keys, decryption, documents, build);
    return tokenStep(
      policy,
      {
        find: findTokenAt(policy, build),
        verify: (token, context) => verifierOf(context).verify(token, rulesOf(context)),
        schemeOf: (context) => requireScheme?.(context),
      },
      build,
    );
  },
});

type Documents = readonly KeySource[] | ((context: PolicyContext) => readonly KeySource[]);

/** A function when an address is only known with a request. */
function documentsOf(
  elements: readonly { readonly url: Value<string> }[],
  build: BuildContext,
): Documents {
  const { openIdProviders } = build;
  const fixed: KeySource[] = [];
  const varying: Value<string>[] = [];
  for (const { url } of elements) {
    if (!url.constant) varying.push(url);
    else if (isMetadataAddress(url.constant.value.trim())) {
      const address = url.constant.value.trim();
      warnOfPlainHttp(address, build);
      fixed.push(openIdProviders.at(address));
    } else {
      build.report({
        message: `'${url.constant.value.trim()}' is no address of a metadata document.`,
        hint: 'It begins with https://.',
      });
    }
  }
  if (varying.length === 0) return fixed;
  const named = varying.map(namesHost);
  return whileSame(varying, (texts) => [
    ...fixed,
    ...texts.map((text, at) => {
      const address = text.trim();
      if (isMetadataAddress(address)) return openIdProviders.at(address, named[at]!(address));
      const args = ["The value of 'url' is no address of a metadata document."];
      throw new GatewayError('ExpressionValueEvaluationFailure', { args });
    }),
  ]);
}

/** One verifier for all calls, unless a key is only known with a request. */
function verifiersWith(
  keys: SigningKeys,
  decryption: DecryptionKeysOfPolicy,
  documents: Documents,
  build: BuildContext,
): (context: PolicyContext) => TokenVerifier {
  const { verified, now } = build.openIdProviders;
  if (
    typeof keys === 'function' ||
    typeof decryption === 'function' ||
    typeof documents === 'function'
  ) {
    return (context) => {
      const given = typeof keys === 'function' ? keys(context) : keys;
      const found = typeof documents === 'function' ? documents(context) : documents;
      const sources = given ? [given, ...found] : found;
      const decryptionKeys = typeof decryption === 'function' ? decryption(context) : decryption;
      return new TokenVerifier({ sources, decryptionKeys, now, verified });
    };
  }
  const sources = keys ? [keys, ...documents] : documents;
  const verifier = new TokenVerifier({ sources, decryptionKeys: decryption, now, verified });
  return () => verifier;
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
