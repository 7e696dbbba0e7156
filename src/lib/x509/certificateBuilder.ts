import { createHash, createPublicKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';

/** Who a certificate is about (RFC 5280 §4.1.2.6). */
export interface DistinguishedName {
  readonly organization: string;
  readonly commonName?: string | undefined;
}

/** What a certificate may be used for; each kind has its own extensions. */
export type CertificateKind = 'ca' | 'server' | 'client';

/** Everything that goes into one P-256 certificate. */
export interface CertificateFields {
  readonly kind: CertificateKind;
  readonly subject: DistinguishedName;
  readonly subjectPublicKey: KeyObject;
  /** The CA that signs; absent for a certificate that signs itself. */
  readonly issuer?: X509Certificate;
  readonly issuerPrivateKey: KeyObject;
  /** DNS names and IP addresses for subjectAltName, already checked. */
  readonly names: readonly string[];
  /** 16 random bytes. */
  readonly serial: Uint8Array;
  /** Milliseconds since 1970; cut to whole seconds, as RFC 5280 §4.1.2.5 wants them. */
  readonly notBefore: number;
  readonly notAfter: number;
}

const oid = {
  organization: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;

/** Bits of the first octet of KeyUsage, RFC 5280 §4.2.1.3. */
const keyUsageBits = { digitalSignature: 0x80, keyCertSign: 0x04, cRLSign: 0x02 } as const;

/** Signs `fields` with ECDSA and SHA-256; returns what node parsed back from the DER. */
export function buildCertificate(fields: CertificateFields): X509Certificate {
  const certificate = new pkijs.Certificate({ version: 2 });
  certificate.serialNumber = new asn1js.Integer({ valueHex: positive(fields.serial) });
  certificate.subject = distinguishedName(fields.subject);
  certificate.issuer = fields.issuer ? subjectOf(fields.issuer) : certificate.subject;
  certificate.notBefore = time(fields.notBefore);
  certificate.notAfter = time(fields.notAfter);
  certificate.subjectPublicKeyInfo = publicKeyInfo(fields.subjectPublicKey);
  certificate.extensions = extensions(fields);
  // Signed by node itself: pkijs would do it through WebCrypto, and a process-wide engine of its own.
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 });
  certificate.signature = algorithm;
  certificate.signatureAlgorithm = algorithm;
  const toBeSigned = new Uint8Array(certificate.encodeTBS().toBER());
  const signature = sign('sha256', toBeSigned, fields.issuerPrivateKey);
  certificate.signatureValue = new asn1js.BitString({ valueHex: exactBytes(signature) });
  return new X509Certificate(new Uint8Array(certificate.toSchema(true).toBER()));
}

function extensions(fields: CertificateFields): pkijs.Extension[] {
  const isCa = fields.kind === 'ca';
  const list = [
    // A CA that may issue leaves only: a stolen leaf key cannot found another CA (RFC 5280 §4.2.1.9).
    extension(
      oid.basicConstraints,
      true,
      new pkijs.BasicConstraints(isCa ? { cA: true, pathLenConstraint: 0 } : {}).toSchema(),
    ),
    extension(
      oid.keyUsage,
      true,
      isCa
        ? bits(keyUsageBits.keyCertSign | keyUsageBits.cRLSign, 1)
        : bits(keyUsageBits.digitalSignature, 7),
    ),
    extension(
      oid.subjectKeyIdentifier,
      false,
      new asn1js.OctetString({ valueHex: keyIdentifier(fields.subjectPublicKey) }),
    ),
    extension(
      oid.authorityKeyIdentifier,
      false,
      new pkijs.AuthorityKeyIdentifier({
        keyIdentifier: new asn1js.OctetString({
          valueHex: keyIdentifier(createPublicKey(fields.issuerPrivateKey)),
        }),
      }).toSchema(),
    ),
  ];
  if (fields.kind !== 'ca') {
    const purpose = fields.kind === 'server' ? oid.serverAuth : oid.clientAuth;
    list.push(
      extension(
        oid.extendedKeyUsage,
        false,
        new pkijs.ExtKeyUsage({ keyPurposes: [purpose] }).toSchema(),
      ),
    );
  }
  if (fields.names.length > 0) {
    const names = new pkijs.GeneralNames({ names: fields.names.map(generalName) });
    list.push(extension(oid.subjectAltName, false, names.toSchema()));
  }
  return list;
}

function extension(extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}

function bits(firstOctet: number, unusedBits: number): asn1js.BitString {
  return new asn1js.BitString({ valueHex: exactBytes(Uint8Array.of(firstOctet)), unusedBits });
}

/** One attribute a set: pkijs itself would write a single, multi-valued RelativeDistinguishedName. */
function distinguishedName(name: DistinguishedName): pkijs.RelativeDistinguishedNames {
  const relative = (type: string, value: string): asn1js.Set => {
    const attribute = { type, value: new asn1js.Utf8String({ value }) };
    return new asn1js.Set({ value: [new pkijs.AttributeTypeAndValue(attribute).toSchema()] });
  };
  const value = [relative(oid.organization, name.organization)];
  if (name.commonName !== undefined) value.push(relative(oid.commonName, name.commonName));
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value }).toBER());
}

/** GeneralName: dNSName [2] or iPAddress [7], RFC 5280 §4.2.1.6. */
function generalName(name: string): pkijs.GeneralName {
  if (isIP(name) === 0) return new pkijs.GeneralName({ type: 2, value: name });
  const valueHex = exactBytes(addressBytes(name));
  return new pkijs.GeneralName({ type: 7, value: new asn1js.OctetString({ valueHex }) });
}

/** The 4 or 16 bytes of an address that `isIP` accepted. */
function addressBytes(address: string): Uint8Array {
  if (isIP(address) === 4) return Uint8Array.from(address.split('.'), Number);
  // The URL parser writes every form of an IPv6 address as hex groups with at most one "::".
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = groups.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return Uint8Array.from(
    [...before, ...zeros, ...after].flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    }),
  );
}

/** The name as it stands in the issuer's own bytes: verifiers compare encodings, not meanings. */
function subjectOf(issuer: X509Certificate): pkijs.RelativeDistinguishedNames {
  return pkijs.Certificate.fromBER(exactBytes(issuer.raw)).subject;
}

function publicKeyInfo(key: KeyObject): pkijs.PublicKeyInfo {
  return pkijs.PublicKeyInfo.fromBER(exactBytes(key.export({ type: 'spki', format: 'der' })));
}

/** RFC 5280 §4.2.1.2, method 1: SHA-1 of the public key's bits, an identifier and not a proof. */
function keyIdentifier(key: KeyObject): ArrayBuffer {
  const point = publicKeyInfo(key).subjectPublicKey.valueBlock.valueHexView;
  return exactBytes(createHash('sha1').update(point).digest());
}

/** RFC 5280 §4.1.2.2: positive and at most 20 octets; the set bit keeps the length constant. */
function positive(serial: Uint8Array): ArrayBuffer {
  const bytes = Uint8Array.from(serial);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return exactBytes(bytes);
}

/** RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
function time(milliseconds: number): pkijs.Time {
  const value = new Date(Math.floor(milliseconds / 1000) * 1000);
  const type =
    value.getUTCFullYear() < 2050 ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime;
  return new pkijs.Time({ type, value });
}

/** A Buffer may be a window on a larger pool; the ASN.1 library reads the whole ArrayBuffer. */
function exactBytes(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
