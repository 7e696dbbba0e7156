import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { PublicKey } from './PublicKey.ts';
import { RSACertificateExtensions } from './RSACertificateExtensions.ts';
import { X500DistinguishedName } from './X500DistinguishedName.ts';
import { X509Certificate } from './X509Certificate.ts';
import { X509Certificate2 } from './X509Certificate2.ts';
import { X509ContentType } from './X509ContentType.ts';
import { X509NameType } from './X509NameType.ts';

export const certificateTypes: readonly TypeDefinition[] = [
  X509Certificate,
  X509Certificate2,
  PublicKey,
  X500DistinguishedName,
  X509NameType,
  X509ContentType,
  RSACertificateExtensions,
];
