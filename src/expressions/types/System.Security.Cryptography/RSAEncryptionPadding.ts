import { defineType, membersOf } from '../../declare/defineType.ts';
import { digestOf, EncryptionPadding, HashName } from '../../runtime/cryptography/rsaPaddings.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    RSAEncryptionPadding: EncryptionPadding;
    RSAEncryptionPaddingMode: number;
  }
}

const member = membersOf<EncryptionPadding>();

const text = ({ oaepHash }: EncryptionPadding): string =>
  oaepHash === undefined ? 'Pkcs1' : `Oaep${oaepHash}`;

const isSame = (left: EncryptionPadding | null, right: EncryptionPadding | null): boolean =>
  left === right || (left !== null && right !== null && left.oaepHash === right.oaepHash);

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsaencryptionpadding */
export const RSAEncryptionPadding = defineType({
  name: 'System.Security.Cryptography.RSAEncryptionPadding',
  kind: 'class',
  implements: ['IEquatable<RSAEncryptionPadding>'],
  represents: EncryptionPadding,
  behaviour: {
    text,
    equals: (self: EncryptionPadding, other) =>
      other instanceof EncryptionPadding && isSame(self, other),
    key: text,
  },
  members: [
    member(
      'static RSAEncryptionPadding Pkcs1 { get; }',
      () => new EncryptionPadding(),
      'RSAEncryptionPadding.Pkcs1.ToString() // "Pkcs1"',
    ),
    ...['SHA1', 'SHA256', 'SHA384', 'SHA512'].map((name) =>
      member(
        `static RSAEncryptionPadding Oaep${name} { get; }`,
        (() => new EncryptionPadding(name)) as never,
        `RSAEncryptionPadding.Oaep${name}.ToString() // "Oaep${name}"`,
      ),
    ),
    member(
      'static RSAEncryptionPadding CreateOaep(HashAlgorithmName hashAlgorithm)',
      (hash) => {
        digestOf(hash);
        return new EncryptionPadding(hash.name ?? '');
      },
      'RSAEncryptionPadding.CreateOaep(HashAlgorithmName.SHA256) == RSAEncryptionPadding.OaepSHA256 // true',
      'RSAEncryptionPadding.CreateOaep(new HashAlgorithmName("")) // throws System.ArgumentException',
    ),
    member(
      'RSAEncryptionPaddingMode Mode { get; }',
      ({ oaepHash }) => (oaepHash === undefined ? modes.Pkcs1 : modes.Oaep),
      'RSAEncryptionPadding.OaepSHA1.Mode // RSAEncryptionPaddingMode.Oaep',
    ),
    member(
      'HashAlgorithmName OaepHashAlgorithm { get; }',
      ({ oaepHash }) => new HashName(oaepHash ?? null),
      'RSAEncryptionPadding.OaepSHA1.OaepHashAlgorithm.Name // "SHA1"',
      'RSAEncryptionPadding.Pkcs1.OaepHashAlgorithm.Name == null // true',
    ),
    member(
      'bool Equals(RSAEncryptionPadding? other)',
      isSame,
      'RSAEncryptionPadding.Pkcs1.Equals(RSAEncryptionPadding.OaepSHA1) // false',
    ),
    member(
      'static bool operator ==(RSAEncryptionPadding? left, RSAEncryptionPadding? right)',
      isSame,
      'RSAEncryptionPadding.Pkcs1 == RSAEncryptionPadding.Pkcs1 // true',
      'RSAEncryptionPadding.Pkcs1 == null // false',
    ),
    member(
      'static bool operator !=(RSAEncryptionPadding? left, RSAEncryptionPadding? right)',
      (left, right) => !isSame(left, right),
      'RSAEncryptionPadding.OaepSHA1 != RSAEncryptionPadding.OaepSHA256 // true',
    ),
  ],
});

const modes = { Pkcs1: 0, Oaep: 1 } as const;

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsaencryptionpaddingmode */
export const RSAEncryptionPaddingMode = defineType({
  name: 'System.Security.Cryptography.RSAEncryptionPaddingMode',
  kind: 'enum',
  values: modes,
});
