import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { object, optional, secret, text } from './schema.ts';

/** A certificate, with its private key unless it only serves comparison. */
export const certificate = defineNoun({
  type: 'Microsoft.ApiManagement/service/certificates',
  singular: 'certificate',
  properties: {
    /** PKCS#12, or a certificate alone in DER or PEM; base64. */
    data: optional(secret()),
    password: optional(secret()),
    keyVault: optional(
      object({ secretIdentifier: optional(text()), identityClientId: optional(text()) }),
    ),
  },
});

export type CertificateProperties = PropertiesOf<typeof certificate>;
