import { defineType, membersOf } from '../../declare/defineType.ts';
import { nameOfOid, oidGroups, oidOfName } from '../../runtime/cryptography/oidNames.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import { CryptographicException } from '../../runtime/exceptions.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { AsnEncodedData } from './AsnEncodedData.ts';
import { OidCollection } from './OidCollection.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Oid: ObjectIdentifier;
    OidGroup: number;
  }
}

const member = membersOf<ObjectIdentifier>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.oid */
export const Oid = defineType({
  name: 'System.Security.Cryptography.Oid',
  kind: 'class',
  represents: ObjectIdentifier,
  members: [
    member('Oid()', () => new ObjectIdentifier(null), 'new Oid().Value == null // true'),
    member(
      'Oid(string oid)',
      (oid) => ObjectIdentifier.of(oid),
      'new Oid("1.2.840.113549.1.1.1").FriendlyName // "RSA"',
      'new Oid("SHA256").Value // "2.16.840.1.101.3.4.2.1"',
      'new Oid("1.2.3.4").FriendlyName == null // true',
    ),
    member(
      'Oid(string? value, string? friendlyName)',
      (value, friendlyName) => new ObjectIdentifier(value, friendlyName),
      'new Oid("1.2.3.4", "ours").FriendlyName // "ours"',
      'new Oid("2.5.4.3", null).FriendlyName // "CN"',
    ),
    member(
      'Oid(Oid oid)',
      (oid) => oid.copy(),
      'new Oid(new Oid("1.2.3.4", "ours")).FriendlyName // "ours"',
    ),
    member(
      'string? Value { get; set; }',
      {
        get: ({ value }) => value,
        set: (self, value) => {
          self.value = value;
        },
      },
      'new Oid("sha256RSA").Value // "1.2.840.113549.1.1.11"',
      'new Oid { Value = "2.5.4.10" }.FriendlyName // "O"',
      'new Oid("2.5.4.10") { Value = "2.5.4.11" } // throws System.PlatformNotSupportedException',
    ),
    member(
      'string? FriendlyName { get; set; }',
      {
        get: ({ friendlyName }) => friendlyName,
        set: (self, friendlyName) => {
          self.friendlyName = friendlyName;
        },
      },
      'new Oid("1.3.6.1.5.5.7.3.1").FriendlyName // "Server Authentication"',
      'new Oid { FriendlyName = "ECC" }.Value // "1.2.840.10045.2.1"',
      'new Oid("2.5.4.10") { FriendlyName = "OU" } // throws System.PlatformNotSupportedException',
    ),
    member(
      'static Oid FromFriendlyName(string friendlyName, OidGroup group)',
      (friendlyName, group) => {
        const value = oidOfName(friendlyName, group);
        if (value === undefined)
          throw new CryptographicException('No OID value matches this name.');
        return new ObjectIdentifier(value, friendlyName, group);
      },
      'Oid.FromFriendlyName("Key Usage", OidGroup.ExtensionOrAttribute).Value // "2.5.29.15"',
      'Oid.FromFriendlyName("sha1", OidGroup.Policy) // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'static Oid FromOidValue(string oidValue, OidGroup group)',
      (oidValue, group) => {
        const friendlyName = nameOfOid(oidValue, group);
        if (friendlyName === undefined)
          throw new CryptographicException('The OID value is invalid.');
        return new ObjectIdentifier(oidValue, friendlyName, group);
      },
      'Oid.FromOidValue("2.5.4.11", OidGroup.All).FriendlyName // "OU"',
      'Oid.FromOidValue("1.2.3.4", OidGroup.All) // throws System.Security.Cryptography.CryptographicException',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.oidgroup */
export const OidGroup = defineType({
  name: 'System.Security.Cryptography.OidGroup',
  kind: 'enum',
  values: oidGroups,
});

export const oidTypes: readonly TypeDefinition[] = [Oid, OidGroup, OidCollection, AsnEncodedData];
