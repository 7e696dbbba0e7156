import { defineType, membersOf } from '../../declare/defineType.ts';
import { digestNames } from '../../runtime/cryptography/Hasher.ts';
import {
  EncryptionPadding,
  HashName,
  RsaKey,
  SignaturePadding,
} from '../../runtime/cryptography/RsaKey.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    AsymmetricAlgorithm: RsaKey;
    RSA: RsaKey;
    HashAlgorithmName: HashName;
    RSASignaturePadding: SignaturePadding;
    RSAEncryptionPadding: EncryptionPadding;
  }
}

const member = membersOf<RsaKey>();
const hashName = membersOf<HashName>();
const signature = membersOf<SignaturePadding>();
const encryption = membersOf<EncryptionPadding>();
const asymmetric = membersOf<RsaKey>();

const certificates = 'context.Deployment.Certificates';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.asymmetricalgorithm */
export const AsymmetricAlgorithm = defineType({
  name: 'System.Security.Cryptography.AsymmetricAlgorithm',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    asymmetric(
      'int KeySize { get; }',
      (self) => self.bits,
      `${certificates}.Values.Select(c => c.GetRSAPublicKey().KeySize).Count() // 0`,
    ),
    asymmetric(
      'byte[] ExportSubjectPublicKeyInfo()',
      (self) => bytes(self.subjectPublicKeyInfo()),
      `${certificates}.Values.Select(c => c.GetRSAPublicKey().ExportSubjectPublicKeyInfo()).Count() // 0`,
    ),
    asymmetric('void Dispose()', () => undefined, `${certificates}.Count // 0`),
    asymmetric('void Clear()', () => undefined, `${certificates}.Count // 0`),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa */
export const RSA: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.RSA',
  kind: 'class',
  base: 'AsymmetricAlgorithm',
  members: [
    member(
      'byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, hash, padding) => bytes(self.sign(bytesIn(data), hash, padding)),
      `${certificates}.Values.Select(c => c.GetRSAPrivateKey().SignData(new byte[1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).Count() // 0`,
    ),
    member(
      'bool VerifyData(byte[] data, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, signed, hash, padding) =>
        self.verify(bytesIn(data), bytesIn(signed), hash, padding),
      `${certificates}.Values.Select(c => c.GetRSAPublicKey().VerifyData(new byte[1], new byte[1], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)).Count() // 0`,
    ),
    member(
      'byte[] Encrypt(byte[] data, RSAEncryptionPadding padding)',
      (self, data, padding) => bytes(self.encrypt(bytesIn(data), padding)),
      `${certificates}.Values.Select(c => c.GetRSAPublicKey().Encrypt(new byte[1], RSAEncryptionPadding.Pkcs1)).Count() // 0`,
    ),
    member(
      'byte[] Decrypt(byte[] data, RSAEncryptionPadding padding)',
      (self, data, padding) => bytes(self.decrypt(bytesIn(data), padding)),
      `${certificates}.Values.Select(c => c.GetRSAPrivateKey().Decrypt(new byte[1], RSAEncryptionPadding.OaepSHA256)).Count() // 0`,
    ),
  ],
});

/**
 * The class of the keys of certificates, which documents cast them to
 * (https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsacng).
 */
export const RSACng = defineType({
  name: 'System.Security.Cryptography.RSACng',
  kind: 'class',
  base: 'RSA',
  represents: RsaKey,
  members: [],
});

function bytes(value: Uint8Array): NetArray {
  return newArray(RSA.registry.named('System.Byte'), Uint8Array.from(value));
}

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.hashalgorithmname */
export const HashAlgorithmName = defineType({
  name: 'System.Security.Cryptography.HashAlgorithmName',
  kind: 'struct',
  implements: ['IEquatable<HashAlgorithmName>'],
  represents: HashName,
  behaviour: {
    text: (value: HashName) => value.name ?? '',
    equals: (value: HashName, other) => other instanceof HashName && value.name === other.name,
    key: (value: HashName) => value.name ?? '',
    zero: () => new HashName(null),
  },
  members: [
    ...Object.keys(digestNames).map((name) =>
      hashName(
        `static HashAlgorithmName ${name} { get; }`,
        (() => new HashName(name)) as never,
        `HashAlgorithmName.${name}.Name // "${name}"`,
      ),
    ),
    hashName(
      'HashAlgorithmName(string? name)',
      (name) => new HashName(name),
      'new HashAlgorithmName("SHA256") == HashAlgorithmName.SHA256 // true',
    ),
    hashName(
      'string? Name { get; }',
      (self) => self.name,
      'HashAlgorithmName.SHA256.Name // "SHA256"',
    ),
    hashName(
      'bool Equals(HashAlgorithmName other)',
      (self, other) => self.name === other.name,
      'HashAlgorithmName.SHA256.Equals(HashAlgorithmName.SHA1) // false',
    ),
    hashName(
      'static bool operator ==(HashAlgorithmName left, HashAlgorithmName right)',
      (left, right) => left.name === right.name,
      'HashAlgorithmName.SHA1 == HashAlgorithmName.SHA1 // true',
    ),
    hashName(
      'static bool operator !=(HashAlgorithmName left, HashAlgorithmName right)',
      (left, right) => left.name !== right.name,
      'HashAlgorithmName.SHA1 != HashAlgorithmName.SHA1 // false',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsasignaturepadding */
export const RSASignaturePadding = defineType({
  name: 'System.Security.Cryptography.RSASignaturePadding',
  kind: 'class',
  represents: SignaturePadding,
  behaviour: { text: (value: SignaturePadding) => value.mode },
  members: [
    signature(
      'static RSASignaturePadding Pkcs1 { get; }',
      () => SignaturePadding.pkcs1,
      'RSASignaturePadding.Pkcs1.ToString() // "Pkcs1"',
    ),
    signature(
      'static RSASignaturePadding Pss { get; }',
      () => SignaturePadding.pss,
      'RSASignaturePadding.Pss.ToString() // "Pss"',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsaencryptionpadding */
export const RSAEncryptionPadding = defineType({
  name: 'System.Security.Cryptography.RSAEncryptionPadding',
  kind: 'class',
  represents: EncryptionPadding,
  behaviour: {
    text: ({ oaepHash }: EncryptionPadding) =>
      oaepHash === undefined ? 'Pkcs1' : `Oaep${oaepHash}`,
  },
  members: [
    encryption(
      'static RSAEncryptionPadding Pkcs1 { get; }',
      () => new EncryptionPadding(),
      'RSAEncryptionPadding.Pkcs1.ToString() // "Pkcs1"',
    ),
    ...['SHA1', 'SHA256', 'SHA384', 'SHA512'].map((name) =>
      encryption(
        `static RSAEncryptionPadding Oaep${name} { get; }`,
        (() => new EncryptionPadding(name)) as never,
        `RSAEncryptionPadding.Oaep${name}.ToString() // "Oaep${name}"`,
      ),
    ),
  ],
});

export const rsaTypes: readonly TypeDefinition[] = [
  AsymmetricAlgorithm,
  RSA,
  RSACng,
  HashAlgorithmName,
  RSASignaturePadding,
  RSAEncryptionPadding,
];
