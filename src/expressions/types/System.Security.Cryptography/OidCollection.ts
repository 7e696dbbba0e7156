import { defineType, membersOf } from '../../declare/defineType.ts';
import { Identifiers } from '../../runtime/cryptography/extensions.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import { addOnlyInterfaces, addOnlyMembers } from './addOnlyMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    OidCollection: Identifiers;
  }
}

const member = membersOf<Identifiers>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.oidcollection */
export const OidCollection = defineType({
  name: 'System.Security.Cryptography.OidCollection',
  kind: 'class',
  implements: addOnlyInterfaces('Oid'),
  represents: Identifiers,
  members: [
    member('OidCollection()', () => new Identifiers(), 'new OidCollection().Count // 0'),
    ...addOnlyMembers('Oid', 'oid', 'OidCollection', 'new Oid("RSA")'),
    member(
      'Oid? this[string oid] { get; }',
      (self, oid) => {
        const wanted = ObjectIdentifier.of(oid).value;
        return self.find(({ value }) => value === wanted);
      },
      'new OidCollection { new Oid("1.3.6.1.5.5.7.3.2") }["Client Authentication"].Value // "1.3.6.1.5.5.7.3.2"',
      'new OidCollection()["Client Authentication"] == null // true',
    ),
  ],
});
