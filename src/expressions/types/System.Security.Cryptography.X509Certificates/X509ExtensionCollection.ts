import { defineType, membersOf } from '../../declare/defineType.ts';
import { Extensions } from '../../runtime/cryptography/extensions.ts';
import { ObjectIdentifier } from '../../runtime/cryptography/ObjectIdentifier.ts';
import {
  addOnlyInterfaces,
  addOnlyMembers,
} from '../System.Security.Cryptography/addOnlyMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    X509ExtensionCollection: Extensions;
  }
}

const member = membersOf<Extensions>();

const filled =
  'new X509ExtensionCollection { new X509BasicConstraintsExtension(true, false, 0, true) }';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.x509extensioncollection */
export const X509ExtensionCollection = defineType({
  name: 'System.Security.Cryptography.X509Certificates.X509ExtensionCollection',
  kind: 'class',
  implements: addOnlyInterfaces('X509Extension'),
  represents: Extensions,
  members: [
    member(
      'X509ExtensionCollection()',
      () => new Extensions(),
      'new X509ExtensionCollection().Count // 0',
    ),
    ...addOnlyMembers(
      'X509Extension',
      'extension',
      'X509ExtensionCollection',
      'new X509Extension("2.5.29.15", new byte[0], true)',
    ),
    member(
      'X509Extension? this[string oid] { get; }',
      (self, oid) => {
        const wanted = ObjectIdentifier.of(oid).value;
        return self.find((each) => each.oid?.value === wanted);
      },
      `${filled}["2.5.29.19"].Critical // true`,
      `${filled}["Basic Constraints"].Oid.Value // "2.5.29.19"`,
      `${filled}["2.5.29.15"] == null // true`,
    ),
  ],
});
