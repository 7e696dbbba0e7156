import { defineType, membersOf } from '../../declare/defineType.ts';
import { SubjectPublicKey } from '../../runtime/cryptography/SubjectPublicKey.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    PublicKey: SubjectPublicKey;
  }
}

const member = membersOf<SubjectPublicKey>();

const ed25519 =
  'new PublicKey(new Oid("1.3.101.112"), new AsnEncodedData(new byte[0]), new AsnEncodedData(new byte[32]))';
const rsa =
  'new PublicKey(new Oid("RSA"), new AsnEncodedData(new byte[] { 5, 0 }), new AsnEncodedData(Convert.FromBase64String("MEYCQQCnDyhbV1LjoTGKKCnr6+0cXf1LqeFlaXu0Ykg99XQhtTXVzEcW4kKCJLePvaO0jXrmAwtcvXXBx+elbNzqWceNAgED")))';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.x509certificates.publickey */
export const PublicKey: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.X509Certificates.PublicKey',
  kind: 'class',
  represents: SubjectPublicKey,
  members: [
    member(
      'PublicKey(Oid oid, AsnEncodedData parameters, AsnEncodedData keyValue)',
      (oid, parameters, keyValue) => new SubjectPublicKey(oid, parameters.copy(), keyValue.copy()),
      `${ed25519}.Oid.Value // "1.3.101.112"`,
    ),
    member(
      'PublicKey(AsymmetricAlgorithm key)',
      (key, _types, environment) => SubjectPublicKey.ofKey(key, environment),
      `new PublicKey(${rsa}.GetRSAPublicKey()).Oid.FriendlyName // "RSA"`,
    ),
    member('Oid Oid { get; }', ({ oid }) => oid, `${rsa}.Oid.FriendlyName // "RSA"`),
    member(
      'AsnEncodedData EncodedKeyValue { get; }',
      ({ keyValue }) => keyValue,
      `${ed25519}.EncodedKeyValue.RawData.Length // 32`,
    ),
    member(
      'AsnEncodedData EncodedParameters { get; }',
      ({ parameters }) => parameters,
      `${rsa}.EncodedParameters.Format(false) // "05 00"`,
    ),
    member(
      'AsymmetricAlgorithm Key { get; }',
      (self) => self.anyKey(),
      `${rsa}.Key.KeySize // 512`,
      `${ed25519}.Key // throws System.NotSupportedException`,
    ),
    member(
      'RSA? GetRSAPublicKey()',
      (self) => self.rsaKey(),
      `${rsa}.GetRSAPublicKey().KeySize // 512`,
      `${ed25519}.GetRSAPublicKey() == null // true`,
    ),
    member(
      'byte[] ExportSubjectPublicKeyInfo()',
      (self) => newArray(PublicKey.registry.named('System.Byte'), self.subjectPublicKeyInfo()),
      `Convert.ToBase64String(${ed25519}.ExportSubjectPublicKeyInfo()).Substring(0, 16) // "MCowBQYDK2VwAyEA"`,
      'new PublicKey(new Oid("ours"), new AsnEncodedData(new byte[0]), new AsnEncodedData(new byte[0])).ExportSubjectPublicKeyInfo() // throws System.Security.Cryptography.CryptographicException',
    ),
  ],
});
