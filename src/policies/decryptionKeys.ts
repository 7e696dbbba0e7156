/** The keys that a token policy decrypts tokens with: the element, and the keys that it makes. */
import { createPublicKey } from 'node:crypto';
import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { decodeBase64 } from '../lib/base64/base64.ts';
import {
  DecryptionKeys,
  privateDecryptionKey,
  secretDecryptionKey,
} from '../lib/jwt/DecryptionKey.ts';
import type { DecryptionKey, DecryptionKeyResult } from '../lib/jwt/DecryptionKey.ts';
import { privateKeyOf } from '../lib/x509/privateKey.ts';
import { x5tOf } from './certificateNames.ts';
import { keyOfRequest, whileSame } from './keysOfRequest.ts';

export const decryptionKeysElement = optional({
  children: {
    key: some({
      attributes: {
        id: text('What a token’s `kid` is compared with.'),
        'certificate-id': text('A configured certificate whose private key it is.'),
        n: text('Modulus of a public key; the page allows it, and it decrypts nothing.'),
        e: text('Exponent of a public key.'),
      },
      content: text('A symmetric key, base64.', { default: '', expressions: true }),
    }),
  },
});

/** A `key` element. */
export interface DecryptionKeyElement {
  readonly id: string | undefined;
  readonly certificateId: string | undefined;
  readonly n: string | undefined;
  readonly e: string | undefined;
  readonly content: Value<string>;
}

/** A function when a key is only known with a request. */
export type DecryptionKeysOfPolicy = DecryptionKeys | ((context: PolicyContext) => DecryptionKeys);

type Build = Pick<BuildContext, 'certificate' | 'report'>;

/** Reports keys that cannot be used. */
export function decryptionKeysOf(
  elements: readonly DecryptionKeyElement[],
  build: Build,
): DecryptionKeysOfPolicy {
  const fixed: DecryptionKey[] = [];
  const varying: DecryptionKeyElement[] = [];
  for (const element of elements) {
    const result = fixedKeyOf(element, build);
    if (result === undefined) varying.push(element);
    else if (result.ok) fixed.push(result.key);
    else build.report({ message: `A decryption key cannot be used. ${result.problem}` });
  }
  if (varying.length === 0) return new DecryptionKeys(fixed);
  return whileSame(
    varying.map(({ content }) => content),
    (texts) => {
      const keys = varying.map(({ id }, at) =>
        keyOfRequest('decryption', secretKey(texts[at] ?? '', id)),
      );
      return new DecryptionKeys([...fixed, ...keys]);
    },
  );
}

/** Undefined for a secret that only the request tells. */
function fixedKeyOf(
  { id, certificateId, n, e, content }: DecryptionKeyElement,
  build: Build,
): DecryptionKeyResult | undefined {
  if (n !== undefined || e !== undefined) {
    return {
      ok: false,
      problem: 'A modulus and an exponent are a public key; decrypting takes a private one.',
    };
  }
  if (certificateId === undefined) return content.constant && secretKey(content.constant.value, id);
  if (!content.constant || content.constant.value.trim() !== '')
    return { ok: false, problem: 'It is a text or a certificate: one of them.' };
  const certificate = build.certificate({ id: certificateId });
  const { identity, publicKeyPem } = certificate;
  const privateKey = identity && privateKeyOf(identity, createPublicKey(publicKeyPem));
  if (!privateKey) {
    const problem = `The certificate '${certificateId}' came without a private key that can be read.`;
    return { ok: false, problem };
  }
  // Microsoft.IdentityModel names the key of a certificate by its thumbprint.
  const { thumbprint } = certificate;
  const ids = id === undefined ? [thumbprint] : [id, thumbprint];
  return privateDecryptionKey(privateKey, { ids, x5t: x5tOf(certificate) });
}

function secretKey(base64: string, id: string | undefined): DecryptionKeyResult {
  const secret = decodeBase64(base64);
  if (!secret) return { ok: false, problem: 'It is not Base64.' };
  return secretDecryptionKey(secret, { ids: id === undefined ? [] : [id] });
}
