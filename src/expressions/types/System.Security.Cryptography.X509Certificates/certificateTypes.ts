import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { PublicKey } from './PublicKey.ts';
import { RSACertificateExtensions } from './RSACertificateExtensions.ts';
import { X500DistinguishedName } from './X500DistinguishedName.ts';
import { X509BasicConstraintsExtension } from './X509BasicConstraintsExtension.ts';
import { X509Certificate } from './X509Certificate.ts';
import { X509Certificate2 } from './X509Certificate2.ts';
import { X509ContentType } from './X509ContentType.ts';
import { X509EnhancedKeyUsageExtension } from './X509EnhancedKeyUsageExtension.ts';
import { X509Extension } from './X509Extension.ts';
import { X509ExtensionCollection } from './X509ExtensionCollection.ts';
import { X509KeyUsageExtension, X509KeyUsageFlags } from './X509KeyUsageExtension.ts';
import { X509NameType } from './X509NameType.ts';
import {
  X509SubjectKeyIdentifierExtension,
  X509SubjectKeyIdentifierHashAlgorithm,
} from './X509SubjectKeyIdentifierExtension.ts';

export const certificateTypes: readonly TypeDefinition[] = [
  X509Certificate,
  X509Certificate2,
  PublicKey,
  X500DistinguishedName,
  X509Extension,
  X509ExtensionCollection,
  X509BasicConstraintsExtension,
  X509EnhancedKeyUsageExtension,
  X509KeyUsageExtension,
  X509KeyUsageFlags,
  X509SubjectKeyIdentifierExtension,
  X509SubjectKeyIdentifierHashAlgorithm,
  X509NameType,
  X509ContentType,
  RSACertificateExtensions,
];
