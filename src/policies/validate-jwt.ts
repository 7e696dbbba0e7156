import { createPublicKey } from 'node:crypto';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { OpenIdConfiguration } from '../lib/jwt/discovery.ts';
import { importJwk } from '../lib/jwt/jwk.ts';
import { givenKeys } from '../lib/jwt/KeySource.ts';
import { refusals } from '../lib/jwt/refusals.ts';
import type { Refusal } from '../lib/jwt/refusals.ts';
import type { TokenRules } from '../lib/jwt/rules.ts';
import { TokenVerifier } from '../lib/jwt/TokenVerifier.ts';
import { hmacVerificationKey, publicVerificationKey } from '../lib/jwt/VerificationKey.ts';
import type { KeyResult, VerificationKey } from '../lib/jwt/VerificationKey.ts';
import type { Verdict } from '../lib/jwt/verify.ts';

const keyAttributes = {
  id: text('What a token’s `kid` is compared with.'),
  'certificate-id': text('A configured certificate whose public key it is.'),
} as const;

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
      {
        expressions: true,
      },
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
          'Whether Azure tries the address when the policy is saved.',
        ),
      },
    }),
    'issuer-signing-keys': optional({
      children: {
        key: some({
          attributes: {
            ...keyAttributes,
            n: text('Modulus of an RSA key, base64url.'),
            e: text('Exponent of an RSA key, base64url.'),
          },
          content: text('A symmetric key, base64.', { default: '' }),
        }),
      },
    }),
    'decryption-keys': optional({
      children: {
        key: some({
          attributes: keyAttributes,
          content: text('A symmetric key, base64.', { default: '' }),
        }),
      },
    }),
    audiences: optional({
      children: {
        audience: some({
          content: text('An audience that is accepted.', { required: true, expressions: true }),
        }),
      },
    }),
    issuers: optional({
      children: {
        issuer: some({
          content: text('An issuer that is accepted.', { required: true, expressions: true }),
        }),
      },
    }),
    'required-claims': optional({
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
    }),
  },
  examples: [
    '<validate-jwt header-name="Authorization" require-scheme="Bearer"><openid-config url="https://login.contoso.example/.well-known/openid-configuration" /><audiences><audience>api://orders</audience></audiences><required-claims><claim name="roles" match="any"><value>Orders.Read</value></claim></required-claims></validate-jwt>',
    '<validate-jwt header-name="x-token" output-token-variable-name="token"><issuer-signing-keys><key>c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==</key></issuer-signing-keys></validate-jwt>',
  ],
  compile(policy, build) {
    const find = tokenFinder(policy, build);
    const keys = signingKeys(policy.issuerSigningKeys?.key ?? [], build);
    const documents = policy.openidConfig.map(({ url }) => metadataAt(url, build));
    if (policy.decryptionKeys) {
      build.report({ message: "'decryption-keys' is declared, not yet run here." });
    }
    if (
      keys.length === 0 &&
      documents.length === 0 &&
      policy.requireSignedTokens.constant?.value !== false
    ) {
      build.report({
        message: "'validate-jwt' has no key to verify signatures with.",
        hint: 'Add <openid-config url="…" /> or <issuer-signing-keys>.',
      });
    }
    const sources = [
      ...(keys.length > 0 ? [givenKeys(keys)] : []),
      ...documents.flatMap((each) => each ?? []),
    ];
    const { verified, now } = build.openIdProviders;
    const verifier = new TokenVerifier(sources, now, verified);
    const rulesFor = rulesOf(policy);
    const { failedValidationHttpcode, failedValidationErrorMessage, outputTokenVariableName } =
      policy;
    const judge = (verdict: Verdict, context: PolicyContext): void => {
      if (!verdict.ok) throw refusal(verdict, context);
      context.tracer?.explain({
        message: 'The token is valid.',
        issuer: verdict.jwt.issuer,
        subject: verdict.jwt.subject,
      });
      if (outputTokenVariableName !== undefined)
        context.variables.set(outputTokenVariableName, verdict.jwt);
    };
    const refusal = (
      { reason, message, detail }: Refusal,
      context: PolicyContext,
    ): GatewayError => {
      context.tracer?.explain({ message: `JWT Validation Failed: ${message}`, detail });
      return new GatewayError(reason, {
        message,
        status: failedValidationHttpcode(context),
        body: failedValidationErrorMessage?.(context),
        cause: new Error(detail),
      });
    };
    return (context) => {
      const token = find(context);
      if (token === undefined) throw refusal(refusals.notPresent(), context);
      const verdict = verifier.verify(token, rulesFor(context));
      if (verdict instanceof Promise) return verdict.then((late) => judge(late, context));
      return judge(verdict, context);
    };
  },
});

interface TokenPlace {
  readonly headerName: Value<string> | undefined;
  readonly queryParameterName: Value<string> | undefined;
  readonly tokenValue: Value<string> | undefined;
  readonly requireScheme: Value<string> | undefined;
}

/** Where the token stands; undefined for a request without one. */
function tokenFinder(
  { headerName, queryParameterName, tokenValue, requireScheme }: TokenPlace,
  build: BuildContext,
): (context: PolicyContext) => string | undefined {
  const places = [headerName, queryParameterName, tokenValue].filter((each) => each !== undefined);
  if (places.length !== 1) {
    build.report({
      message:
        "Exactly one of 'header-name', 'query-parameter-name' and 'token-value' must be given.",
    });
  }
  if (queryParameterName) {
    return (context) =>
      context.request.originalUrl.query.values(queryParameterName(context))[0] || undefined;
  }
  if (tokenValue) return (context) => tokenValue(context).trim() || undefined;
  return (context) => {
    const name = headerName?.(context) ?? 'Authorization';
    const [line] = context.request.headers.values(name);
    if (line === undefined) return undefined;
    // The page: a scheme is only looked for in Authorization.
    if (name.toLowerCase() !== 'authorization')
      return line.replace(/^Bearer +/i, '').trim() || undefined;
    return withoutScheme(line, requireScheme?.(context));
  };
}

/** RFC 9110 §11.4: a scheme is compared without regard to case. */
function withoutScheme(line: string, required: string | undefined): string | undefined {
  const [, scheme, token] = /^(?:([^\s.]+) +)?(\S+)\s*$/.exec(line) ?? [];
  if (required !== undefined && scheme?.toLowerCase() !== required.trim().toLowerCase())
    return undefined;
  return token;
}

interface KeyElement {
  readonly id: string | undefined;
  readonly certificateId: string | undefined;
  readonly n: string | undefined;
  readonly e: string | undefined;
  readonly content: string;
}

function signingKeys(elements: readonly KeyElement[], build: BuildContext): VerificationKey[] {
  return elements.flatMap((element) => {
    const result = keyOf(element, build);
    if (result.ok) return [result.key];
    build.report({ message: `A signing key cannot be used. ${result.problem}` });
    return [];
  });
}

function keyOf({ id, certificateId, n, e, content }: KeyElement, build: BuildContext): KeyResult {
  if (certificateId !== undefined) {
    const { publicKeyPem } = build.certificate({ id: certificateId });
    return publicVerificationKey(createPublicKey(publicKeyPem), { id });
  }
  if (n !== undefined || e !== undefined) {
    if (n === undefined || e === undefined)
      return { ok: false, problem: "'n' and 'e' come together." };
    return importJwk({
      kty: 'RSA',
      n: unpadded(n),
      e: unpadded(e),
      ...(id === undefined ? {} : { kid: id }),
    });
  }
  const text = content.trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return { ok: false, problem: 'It is not base64.' };
  return hmacVerificationKey(Buffer.from(text, 'base64'), { id }, { allowShortHmacKeys: true });
}

/** The page says base64url, and people write it with padding. */
function unpadded(text: string): string {
  return text.trim().replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

function metadataAt(url: string, build: BuildContext): OpenIdConfiguration | undefined {
  const address = url.trim();
  if (/^https?:\/\//i.test(address) && URL.canParse(address))
    return build.openIdProviders.at(address);
  build.report({
    message: `'${address}' is no address of a metadata document.`,
    hint: 'It begins with https://.',
  });
  return undefined;
}

interface RuleElements {
  readonly requireExpirationTime: Value<boolean>;
  readonly requireSignedTokens: Value<boolean>;
  readonly clockSkew: Value<number>;
  readonly audiences: { readonly audience: readonly Value<string>[] } | undefined;
  readonly issuers: { readonly issuer: readonly Value<string>[] } | undefined;
  readonly requiredClaims:
    | {
        readonly claim: readonly {
          readonly name: Value<string>;
          readonly match: Value<'all' | 'any'>;
          readonly separator: Value<string> | undefined;
          readonly value: readonly Value<string>[];
        }[];
      }
    | undefined;
}

/** The rules of each call; made once when none of them varies. */
function rulesOf(policy: RuleElements): (context: PolicyContext) => TokenRules {
  const {
    requireExpirationTime,
    requireSignedTokens,
    clockSkew,
    audiences,
    issuers,
    requiredClaims,
  } = policy;
  const values: Value<unknown>[] = [
    requireExpirationTime,
    requireSignedTokens,
    clockSkew,
    ...(audiences?.audience ?? []),
    ...(issuers?.issuer ?? []),
    ...(requiredClaims?.claim ?? []).flatMap(({ name, match, separator, value }) => [
      name,
      match,
      ...(separator ? [separator] : []),
      ...value,
    ]),
  ];
  const make = (context: PolicyContext): TokenRules => ({
    audiences: audiences?.audience.map((audience) => audience(context).trim()),
    issuers: issuers?.issuer.map((issuer) => issuer(context).trim()),
    requireExpirationTime: requireExpirationTime(context),
    requireSignedTokens: requireSignedTokens(context),
    clockSkewSeconds: clockSkew(context),
    requiredClaims: (requiredClaims?.claim ?? []).map(({ name, match, separator, value }) => ({
      name: name(context),
      match: match(context),
      separator: separator?.(context),
      values: value.map((each) => each(context).trim()),
    })),
  });
  if (values.some((value) => !value.constant)) return make;
  let fixed: TokenRules | undefined;
  return (context) => (fixed ??= make(context));
}
