/** Values of `X509Extension` and of the classes for the extensions that .NET looks into. */
import type { CertificateExtension } from '../../../lib/x509/certificateFields.ts';
import { DerError } from '../../../lib/x509/der.ts';
import {
  readBasicConstraints,
  readExtendedKeyUsage,
  readKeyIdentifier,
  readKeyUsage,
} from '../../../lib/x509/extensionValues.ts';
import type { BasicConstraints } from '../../../lib/x509/extensionValues.ts';
import { CryptographicException } from '../exceptions.ts';
import { AddOnlyCollection } from './AddOnlyCollection.ts';
import { EncodedData } from './EncodedData.ts';
import { ObjectIdentifier } from './ObjectIdentifier.ts';

/** `X509Extension` */
export class Extension extends EncodedData {
  isCritical: boolean;

  constructor(oid: ObjectIdentifier, bytes: Uint8Array, isCritical: boolean) {
    super(oid, bytes);
    this.isCritical = isCritical;
  }
}

/** An extension of one kind: what it holds is read when it is asked for. */
abstract class KnownExtension extends Extension {
  /** `bytes` are the caller's to give away; none is an extension that is still to be filled. */
  constructor(oid: string, bytes: Uint8Array, isCritical: boolean) {
    super(new ObjectIdentifier(oid), bytes, isCritical);
  }

  /** @throws CryptographicException when the bytes are none of this kind */
  protected read<Content>(reader: (bytes: Uint8Array) => Content, whenEmpty: Content): Content {
    if (this.bytes.length === 0) return whenEmpty;
    try {
      return reader(this.bytes);
    } catch (error) {
      if (error instanceof DerError) throw new CryptographicException('ASN1 corrupted data.');
      throw error;
    }
  }
}

/** `X509KeyUsageExtension` */
export class KeyUsageExtension extends KnownExtension {
  static readonly oid = '2.5.29.15';

  constructor(bytes: Uint8Array, isCritical: boolean) {
    super(KeyUsageExtension.oid, bytes, isCritical);
  }

  get usages(): number {
    return this.read(readKeyUsage, 0);
  }
}

/** `X509BasicConstraintsExtension` */
export class BasicConstraintsExtension extends KnownExtension {
  static readonly oid = '2.5.29.19';

  constructor(bytes: Uint8Array, isCritical: boolean) {
    super(BasicConstraintsExtension.oid, bytes, isCritical);
  }

  get constraints(): BasicConstraints {
    return this.read(readBasicConstraints, { isAuthority: false, pathLength: undefined });
  }
}

/** `X509EnhancedKeyUsageExtension` */
export class EnhancedKeyUsageExtension extends KnownExtension {
  static readonly oid = '2.5.29.37';

  constructor(bytes: Uint8Array, isCritical: boolean) {
    super(EnhancedKeyUsageExtension.oid, bytes, isCritical);
  }

  get purposes(): Identifiers {
    const purposes = this.read<readonly string[]>(readExtendedKeyUsage, []);
    return new Identifiers(purposes.map((oid) => new ObjectIdentifier(oid)));
  }
}

/** `X509SubjectKeyIdentifierExtension` */
export class SubjectKeyIdentifierExtension extends KnownExtension {
  static readonly oid = '2.5.29.14';

  constructor(bytes: Uint8Array, isCritical: boolean) {
    super(SubjectKeyIdentifierExtension.oid, bytes, isCritical);
  }

  /** Null of one that is still to be filled. */
  get identifier(): Uint8Array | null {
    return this.read<Uint8Array | null>(readKeyIdentifier, null);
  }
}

/** `OidCollection` */
export class Identifiers extends AddOnlyCollection<ObjectIdentifier> {}

/** `X509ExtensionCollection` */
export class Extensions extends AddOnlyCollection<Extension> {
  /** Those of a certificate, each an object of its own. */
  static of(extensions: readonly CertificateExtension[]): Extensions {
    return new Extensions(extensions.map(extensionOf));
  }
}

const known = [
  KeyUsageExtension,
  BasicConstraintsExtension,
  EnhancedKeyUsageExtension,
  SubjectKeyIdentifierExtension,
];

function extensionOf({ oid, value, isCritical }: CertificateExtension): Extension {
  const Known = known.find((each) => each.oid === oid);
  const bytes = Uint8Array.from(value);
  return Known
    ? new Known(bytes, isCritical)
    : new Extension(new ObjectIdentifier(oid), bytes, isCritical);
}
