/**
 * The names that Windows, and so .NET, gives to object identifiers:
 * https://learn.microsoft.com/windows/win32/api/wincrypt/ns-wincrypt-crypt_oid_info, in English, by
 * the group in which they are looked up.
 */

/** Numbers of `System.Security.Cryptography.OidGroup`. */
export const oidGroups = {
  All: 0,
  HashAlgorithm: 1,
  EncryptionAlgorithm: 2,
  PublicKeyAlgorithm: 3,
  SignatureAlgorithm: 4,
  Attribute: 5,
  ExtensionOrAttribute: 6,
  EnhancedKeyUsage: 7,
  Policy: 8,
  Template: 9,
  KeyDerivationFunction: 10,
} as const;

type Group = Exclude<keyof typeof oidGroups, 'All'>;

interface Row {
  readonly oid: string;
  readonly name: string;
  readonly group: number;
  /** Whether the name is read as this identifier. */
  readonly isOwner: boolean;
}

/** The name of an identifier; undefined when the group has none. Group 0 is all of them. */
export function nameOfOid(oid: string, group: number): string | undefined {
  return find(byOid.get(oid), group)?.name;
}

/** The identifier of a name, in any case of letters; undefined when the group has none. */
export function oidOfName(name: string, group: number): string | undefined {
  return find(byName.get(name.toLowerCase()), group)?.oid;
}

function find(rows: readonly Row[] | undefined, group: number): Row | undefined {
  return rows?.find((row) => group === oidGroups.All || row.group === group);
}

/**
 * A line an identifier. After the first name follow others that are read as this identifier.
 * A line that begins with '<' has only its name: another identifier owns it.
 */
const table: Readonly<Record<Group, string>> = {
  HashAlgorithm: `
1.3.14.3.2.26 sha1
2.16.840.1.101.3.4.2.1 sha256
2.16.840.1.101.3.4.2.2 sha384
2.16.840.1.101.3.4.2.3 sha512
1.2.840.113549.2.2 md2
1.2.840.113549.2.4 md4
1.2.840.113549.2.5 md5
<1.3.14.3.2.18 sha`,
  EncryptionAlgorithm: `
1.3.14.3.2.7 des
1.2.840.113549.3.7 3des
1.2.840.113549.3.2 rc2
1.2.840.113549.3.4 rc4
2.16.840.1.101.3.4.1.2 aes128
2.16.840.1.101.3.4.1.22 aes192
2.16.840.1.101.3.4.1.42 aes256
2.16.840.1.101.3.4.1.5 aes128wrap
2.16.840.1.101.3.4.1.25 aes192wrap
2.16.840.1.101.3.4.1.45 aes256wrap
1.2.840.113549.1.9.16.3.6 CMS3DESwrap
1.2.840.113549.1.9.16.3.7 CMSRC2wrap`,
  PublicKeyAlgorithm: `
1.2.840.113549.1.1.1 RSA
1.2.840.10040.4.1 DSA
1.2.840.10046.2.1 DH
1.2.840.10045.2.1 ECC
1.2.840.113549.1.1.7 RSAES_OAEP
1.2.840.113549.1.1.8 mgf1
1.2.840.113549.1.9.16.3.5 ESDH
1.2.840.10045.3.1.7 ECDSA_P256 | nistP256 | secP256r1 | x962P256v1 | ECDH_P256
1.3.132.0.34 ECDSA_P384 | nistP384 | secP384r1 | ECDH_P384
1.3.132.0.35 ECDSA_P521 | nistP521 | secP521r1 | ECDH_P521
1.2.840.10045.3.1.1 nistP192
1.3.132.0.33 nistP224
1.2.840.10045.3.1.2 x962P192v2
1.2.840.10045.3.1.3 x962P192v3
1.2.840.10045.3.1.4 x962P239v1
1.2.840.10045.3.1.5 x962P239v2
1.2.840.10045.3.1.6 x962P239v3
1.3.132.0.9 secP160k1
1.3.132.0.8 secP160r1
1.3.132.0.30 secP160r2
1.3.132.0.31 secP192k1
1.3.132.0.32 secP224k1
1.3.132.0.10 secP256k1
1.3.36.3.3.2.8.1.1.1 brainpoolP160r1
1.3.36.3.3.2.8.1.1.2 brainpoolP160t1
1.3.36.3.3.2.8.1.1.3 brainpoolP192r1
1.3.36.3.3.2.8.1.1.4 brainpoolP192t1
1.3.36.3.3.2.8.1.1.5 brainpoolP224r1
1.3.36.3.3.2.8.1.1.6 brainpoolP224t1
1.3.36.3.3.2.8.1.1.7 brainpoolP256r1
1.3.36.3.3.2.8.1.1.8 brainpoolP256t1
1.3.36.3.3.2.8.1.1.9 brainpoolP320r1
1.3.36.3.3.2.8.1.1.10 brainpoolP320t1
1.3.36.3.3.2.8.1.1.11 brainpoolP384r1
1.3.36.3.3.2.8.1.1.12 brainpoolP384t1
1.3.36.3.3.2.8.1.1.13 brainpoolP512r1
1.3.36.3.3.2.8.1.1.14 brainpoolP512t1
1.2.156.11235.1.1.2.1 ec192wapi
2.23.43.1.4.9 wtls9
<1.2.840.113549.1.3.1 DH
<1.3.14.3.2.12 DSA
<1.3.14.3.2.22 RSA_KEYX`,
  SignatureAlgorithm: `
1.2.840.113549.1.1.5 sha1RSA
1.2.840.113549.1.1.11 sha256RSA
1.2.840.113549.1.1.12 sha384RSA
1.2.840.113549.1.1.13 sha512RSA
1.2.840.113549.1.1.10 RSASSA-PSS
1.2.840.113549.1.1.2 md2RSA
1.2.840.113549.1.1.3 md4RSA
1.2.840.113549.1.1.4 md5RSA
1.2.840.10040.4.3 sha1DSA
1.3.14.3.2.27 dsaSHA1
1.2.840.10045.4.1 sha1ECDSA
1.2.840.10045.4.3 specifiedECDSA
1.2.840.10045.4.3.2 sha256ECDSA
1.2.840.10045.4.3.3 sha384ECDSA
1.2.840.10045.4.3.4 sha512ECDSA
1.3.6.1.5.5.7.6.2 NO_SIGN
2.16.840.1.101.2.1.1.19 mosaicUpdatedSig
2.16.840.1.101.2.1.1.20 mosaicKMandUpdSig
<1.3.14.3.2.13 sha1DSA
<1.3.14.3.2.15 shaRSA
<1.3.14.3.2.29 sha1RSA
<1.3.14.3.2.2 md4RSA
<1.3.14.3.2.3 md5RSA
<1.3.14.3.2.4 md4RSA
<1.3.14.7.2.3.1 md2RSA`,
  Attribute: `
2.5.4.3 CN
2.5.4.4 SN
2.5.4.5 SERIALNUMBER
2.5.4.6 C
2.5.4.7 L
2.5.4.8 S | ST
2.5.4.9 STREET
2.5.4.10 O
2.5.4.11 OU
2.5.4.12 T
2.5.4.13 Description
2.5.4.17 PostalCode
2.5.4.18 POBox
2.5.4.20 Phone
2.5.4.24 X21Address
2.5.4.42 G
2.5.4.43 I
2.5.4.46 dnQualifier
0.9.2342.19200300.100.1.25 DC
1.2.840.113549.1.9.1 E
2.23.133.2.1 TPMManufacturer
2.23.133.2.2 TPMModel
2.23.133.2.3 TPMVersion`,
  ExtensionOrAttribute: `
2.5.29.14 Subject Key Identifier
2.5.29.15 Key Usage
2.5.29.17 Subject Alternative Name
2.5.29.18 Issuer Alternative Name
2.5.29.19 Basic Constraints
2.5.29.20 CRL Number
2.5.29.21 CRL Reason Code
2.5.29.27 Delta CRL Indicator
2.5.29.28 Issuing Distribution Point
2.5.29.30 Name Constraints
2.5.29.31 CRL Distribution Points
2.5.29.32 Certificate Policies
2.5.29.33 Policy Mappings
2.5.29.35 Authority Key Identifier
2.5.29.36 Policy Constraints
2.5.29.37 Enhanced Key Usage
2.5.29.46 Freshest CRL
2.5.29.2 Key Attributes
2.5.29.4 Key Usage Restriction
<2.5.29.1 Authority Key Identifier
<2.5.29.7 Subject Alternative Name
<2.5.29.8 Issuer Alternative Name
<2.5.29.10 Basic Constraints
1.3.6.1.5.5.7.1.1 Authority Information Access
1.3.6.1.5.5.7.1.11 Subject Information Access
1.3.6.1.5.5.7.48.1 On-line Certificate Status Protocol
1.3.6.1.5.5.7.48.2 Certification Authority Issuer
1.3.6.1.5.5.7.2.1 CPS
1.3.6.1.5.5.7.2.2 User Notice
1.3.6.1.4.1.311.20.2 Certificate Template Name
1.3.6.1.4.1.311.20.2.3 Principal Name
1.3.6.1.4.1.311.21.1 CA Version
1.3.6.1.4.1.311.21.2 Previous CA Certificate Hash
1.3.6.1.4.1.311.21.7 Certificate Template Information
1.3.6.1.4.1.311.21.10 Application Policies
1.2.840.113549.1.7.1 PKCS 7 Data
1.2.840.113549.1.7.2 PKCS 7 Signed
1.2.840.113549.1.7.3 PKCS 7 Enveloped
1.2.840.113549.1.7.4 PKCS 7 Signed Enveloped
1.2.840.113549.1.7.5 PKCS 7 Digested
1.2.840.113549.1.7.6 PKCS 7 Encrypted
1.2.840.113549.1.9.2 Unstructured Name
1.2.840.113549.1.9.3 Content Type
1.2.840.113549.1.9.4 Message Digest
1.2.840.113549.1.9.5 Signing Time
1.2.840.113549.1.9.6 Counter Sign
1.2.840.113549.1.9.7 Challenge Password
1.2.840.113549.1.9.15 SMIME Capabilities`,
  EnhancedKeyUsage: `
1.3.6.1.5.5.7.3.1 Server Authentication
1.3.6.1.5.5.7.3.2 Client Authentication
1.3.6.1.5.5.7.3.3 Code Signing
1.3.6.1.5.5.7.3.4 Secure Email
1.3.6.1.5.5.7.3.5 IP security end system
1.3.6.1.5.5.7.3.6 IP security tunnel termination
1.3.6.1.5.5.7.3.7 IP security user
1.3.6.1.5.5.7.3.8 Time Stamping
1.3.6.1.5.5.7.3.9 OCSP Signing
1.3.6.1.5.5.8.2.2 IP security IKE intermediate
1.3.6.1.5.2.3.5 KDC Authentication
2.5.29.37.0 Any Purpose
1.3.6.1.4.1.311.10.3.1 Microsoft Trust List Signing
1.3.6.1.4.1.311.10.3.4 Encrypting File System
1.3.6.1.4.1.311.10.3.4.1 File Recovery
1.3.6.1.4.1.311.10.3.12 Document Signing
1.3.6.1.4.1.311.10.3.13 Lifetime Signing
1.3.6.1.4.1.311.20.2.1 Certificate Request Agent
1.3.6.1.4.1.311.20.2.2 Smart Card Logon
1.3.6.1.4.1.311.21.5 Private Key Archival
1.3.6.1.4.1.311.21.6 Key Recovery Agent`,
  Policy: `
2.5.29.32.0 All issuance policies`,
  Template: '',
  KeyDerivationFunction: `
1.3.133.16.840.63.0.2 ECDH_STD_SHA1_KDF
1.3.132.1.11.1 ECDH_STD_SHA256_KDF
1.3.132.1.11.2 ECDH_STD_SHA384_KDF`,
};

const rows = Object.entries(table).flatMap(([group, lines]) =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => rowsOf(line, oidGroups[group as Group])),
);
const byOid = Map.groupBy(rows, ({ oid }) => oid);
const byName = Map.groupBy(
  rows.filter(({ isOwner }) => isOwner),
  ({ name }) => name.toLowerCase(),
);

function rowsOf(line: string, group: number): Row[] {
  const isOwner = !line.startsWith('<');
  const text = isOwner ? line : line.slice(1);
  const border = text.indexOf(' ');
  const oid = text.slice(0, border);
  return text
    .slice(border + 1)
    .split(' | ')
    .map((name) => ({ oid, name, group, isOwner }));
}
