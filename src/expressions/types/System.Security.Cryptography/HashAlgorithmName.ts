import { defineType, membersOf } from '../../declare/defineType.ts';
import { digestNames } from '../../runtime/cryptography/Hasher.ts';
import { nameOfOid, oidGroups } from '../../runtime/cryptography/oidNames.ts';
import { HashName } from '../../runtime/cryptography/rsaPaddings.ts';
import { CryptographicException } from '../../runtime/exceptions.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    HashAlgorithmName: HashName;
  }
}

const member = membersOf<HashName>();

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
      member(
        `static HashAlgorithmName ${name} { get; }`,
        (() => new HashName(name)) as never,
        `HashAlgorithmName.${name}.Name // "${name}"`,
      ),
    ),
    member(
      'HashAlgorithmName(string? name)',
      (name) => new HashName(name),
      'new HashAlgorithmName("SHA256") == HashAlgorithmName.SHA256 // true',
    ),
    member(
      'string? Name { get; }',
      (self) => self.name,
      'HashAlgorithmName.SHA256.Name // "SHA256"',
    ),
    member(
      'static HashAlgorithmName FromOid(string oidValue)',
      (oidValue) => {
        const name = nameOfHash(oidValue);
        if (name === undefined)
          throw new CryptographicException(`'${oidValue}' is not a known hash algorithm.`);
        return new HashName(name);
      },
      'HashAlgorithmName.FromOid("2.16.840.1.101.3.4.2.1").Name // "SHA256"',
      'HashAlgorithmName.FromOid("1.2.3") // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'static bool TryFromOid(string oidValue, out HashAlgorithmName value)',
      (oidValue, value) => {
        const name = nameOfHash(oidValue);
        value.value = new HashName(name ?? null);
        return name !== undefined;
      },
      'HashAlgorithmName.TryFromOid("1.2.3", out var none) // false',
    ),
    member(
      'bool Equals(HashAlgorithmName other)',
      (self, other) => self.name === other.name,
      'HashAlgorithmName.SHA256.Equals(HashAlgorithmName.SHA1) // false',
    ),
    member(
      'static bool operator ==(HashAlgorithmName left, HashAlgorithmName right)',
      (left, right) => left.name === right.name,
      'HashAlgorithmName.SHA1 == HashAlgorithmName.SHA1 // true',
    ),
    member(
      'static bool operator !=(HashAlgorithmName left, HashAlgorithmName right)',
      (left, right) => left.name !== right.name,
      'HashAlgorithmName.SHA1 != HashAlgorithmName.SHA1 // false',
    ),
  ],
});

function nameOfHash(oid: string): string | undefined {
  const name = nameOfOid(oid, oidGroups.HashAlgorithm)?.toUpperCase();
  return name !== undefined && Object.hasOwn(digestNames, name) ? name : undefined;
}
