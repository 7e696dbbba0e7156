/** The keys that a token policy holds itself, beside those of discovery documents. */
import { createPublicKey } from 'node:crypto';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { decodeBase64 } from '../lib/base64/base64.ts';
import { importJwk } from '../lib/jwt/jwk.ts';
import { givenKeys } from '../lib/jwt/KeySource.ts';
import type { KeySource } from '../lib/jwt/KeySource.ts';
import { hmacVerificationKey, publicVerificationKey } from '../lib/jwt/VerificationKey.ts';
import type { KeyResult, VerificationKey } from '../lib/jwt/VerificationKey.ts';
import { x5tOf } from './certificateNames.ts';
import { keyOfRequest, whileSame } from './keysOfRequest.ts';

/** A `key` element. */
export interface KeyElement {
  readonly id: string | undefined;
  readonly certificateId: string | undefined;
  readonly n: string | undefined;
  readonly e: string | undefined;
  readonly content: Value<string>;
}

/** Undefined without any key; a function when a key is only known with a request. */
export type SigningKeys = KeySource | ((context: PolicyContext) => KeySource) | undefined;

type Build = Pick<BuildContext, 'certificate' | 'report'>;

/** Reports keys that cannot be used. */
export function signingKeysOf(elements: readonly KeyElement[], build: Build): SigningKeys {
  const fixed: VerificationKey[] = [];
  const varying: KeyElement[] = [];
  for (const element of elements) {
    const result = fixedKeyOf(element, build);
    if (result === undefined) varying.push(element);
    else if (result.ok) fixed.push(result.key);
    else build.report({ message: `A signing key cannot be used. ${result.problem}` });
  }
  if (varying.length === 0) return fixed.length > 0 ? givenKeys(fixed) : undefined;
  return whileSame(
    varying.map(({ content }) => content),
    (texts) => {
      const keys = varying.map(({ id }, at) =>
        keyOfRequest('signing', secretKey(texts[at] ?? '', id)),
      );
      return givenKeys([...fixed, ...keys]);
    },
  );
}

/** Undefined for a secret that only the request tells. */
function fixedKeyOf(
  { id, certificateId, n, e, content }: KeyElement,
  build: Build,
): KeyResult | undefined {
  const isText = !content.constant || content.constant.value.trim() !== '';
  const isRsa = n !== undefined || e !== undefined;
  if (Number(isText) + Number(isRsa) + Number(certificateId !== undefined) > 1) {
    const problem = 'It is a text, a certificate, or a modulus with its exponent: one of them.';
    return { ok: false, problem };
  }
  if (certificateId !== undefined) {
    const certificate = build.certificate({ id: certificateId });
    const publicKey = createPublicKey(certificate.publicKeyPem);
    // Microsoft.IdentityModel names the key of a certificate by its thumbprint.
    const about = { id: id ?? certificate.thumbprint, x5t: x5tOf(certificate) };
    return publicVerificationKey(publicKey, about);
  }
  if (isRsa) return rsaKey(n, e, id);
  return content.constant && secretKey(content.constant.value, id);
}

function rsaKey(n: string | undefined, e: string | undefined, id: string | undefined): KeyResult {
  if (n === undefined || e === undefined)
    return { ok: false, problem: "'n' and 'e' come together." };
  const kid = id === undefined ? {} : { kid: id };
  return importJwk({ kty: 'RSA', n: unpadded(n), e: unpadded(e), ...kid });
}

/** The page says base64url, and people write it with padding or in plain Base64. */
function unpadded(text: string): string {
  return text.trim().replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
}

function secretKey(text: string, id: string | undefined): KeyResult {
  const secret = decodeBase64(text);
  if (!secret) return { ok: false, problem: 'It is not Base64.' };
  return hmacVerificationKey(secret, { id }, { allowShortHmacKeys: true });
}
