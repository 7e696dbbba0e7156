import { defineType, membersOf } from '../../declare/defineType.ts';
import { pemText } from '../../runtime/cryptography/pem.ts';
import { RsaKey, rsaSizes } from '../../runtime/cryptography/RsaKey.ts';
import { parametersOfXml, rsaXml } from '../../runtime/cryptography/rsaXml.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    AsymmetricAlgorithm: RsaKey;
    RSA: RsaKey;
  }
}

const member = membersOf<RsaKey>();

/** The public part of the key that examples have, and what is an expression for it. */
const modulus =
  'pw8oW1dS46Exiigp6+vtHF39S6nhZWl7tGJIPfV0IbU11cxHFuJCgiS3j72jtI165gMLXL11wcfnpWzc6lnHjQ==';
const xml = `<RSAKeyValue><Modulus>${modulus}</Modulus><Exponent>Aw==</Exponent></RSAKeyValue>`;
export const exampleKey = `RSA.Create(new RSAParameters { Modulus = Convert.FromBase64String("${modulus}"), Exponent = new byte[] { 3 } })`;

/**
 * https://learn.microsoft.com/dotnet/api/system.security.cryptography.asymmetricalgorithm: of RSA, the
 * only one that Azure allows.
 */
export const AsymmetricAlgorithm: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.AsymmetricAlgorithm',
  kind: 'class',
  implements: ['IDisposable'],
  members: [
    member(
      'static AsymmetricAlgorithm? Create(string algName)',
      (algName) => rsaNamed(algName),
      'AsymmetricAlgorithm.Create("RSA").KeySize // 2048',
      'AsymmetricAlgorithm.Create("Rot13") == null // true',
    ),
    member(
      'int KeySize { get; set; }',
      {
        get: ({ bits }) => bits,
        set: (self, bits) => self.setBits(bits),
      },
      `${exampleKey}.KeySize // 512`,
      'new Func<RSA>(() => { var rsa = RSA.Create(); rsa.KeySize = 4096; return rsa; })().KeySize // 4096',
      'new Func<RSA>(() => { var rsa = RSA.Create(); rsa.KeySize = 17; return rsa; })() // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'KeySizes[] LegalKeySizes { get; }',
      () =>
        newArray(AsymmetricAlgorithm.registry.named('System.Security.Cryptography.KeySizes'), [
          rsaSizes,
        ]),
      `${exampleKey}.LegalKeySizes[0].MaxSize // 16384`,
    ),
    member(
      'string? SignatureAlgorithm { get; }',
      () => 'RSA',
      `${exampleKey}.SignatureAlgorithm // "RSA"`,
    ),
    member(
      'string? KeyExchangeAlgorithm { get; }',
      () => 'RSA',
      `${exampleKey}.KeyExchangeAlgorithm // "RSA"`,
    ),
    member(
      'void FromXmlString(string xmlString)',
      (self, xmlString, _types, environment) =>
        self.import(parametersOfXml(xmlString, environment)),
      `new Func<int>(() => { var rsa = RSA.Create(); rsa.FromXmlString("${xml}"); return rsa.KeySize; })() // 512`,
      'RSA.Create().FromXmlString("<RSAKeyValue/>") // throws System.Security.Cryptography.CryptographicException',
      'RSA.Create().FromXmlString("RSA") // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'string ToXmlString(bool includePrivateParameters)',
      (self, includePrivateParameters, _types, environment) =>
        rsaXml(self.export(includePrivateParameters, environment)),
      `${exampleKey}.ToXmlString(false) // "${xml}"`,
      `${exampleKey}.ToXmlString(true) // throws System.Security.Cryptography.CryptographicException`,
    ),
    member(
      'byte[] ExportSubjectPublicKeyInfo()',
      (self, _types, environment) => bytes(self.publicDer('spki', environment)),
      `${exampleKey}.ExportSubjectPublicKeyInfo().Length // 92`,
    ),
    member(
      'string ExportSubjectPublicKeyInfoPem()',
      (self, _types, environment) => pemText('PUBLIC KEY', self.publicDer('spki', environment)),
      `${exampleKey}.ExportSubjectPublicKeyInfoPem().Split('\\n')[0] // "-----BEGIN PUBLIC KEY-----"`,
    ),
    member(
      'byte[] ExportPkcs8PrivateKey()',
      (self, _types, environment) => bytes(self.privateDer('pkcs8', environment)),
      `${exampleKey}.ExportPkcs8PrivateKey() // throws System.Security.Cryptography.CryptographicException`,
    ),
    member(
      'string ExportPkcs8PrivateKeyPem()',
      (self, _types, environment) => pemText('PRIVATE KEY', self.privateDer('pkcs8', environment)),
      `${exampleKey}.ExportPkcs8PrivateKeyPem() // throws System.Security.Cryptography.CryptographicException`,
    ),
    member('void Dispose()', () => undefined, `${exampleKey}.Dispose() // null`),
    member('void Clear()', () => undefined, `${exampleKey}.Clear() // null`),
  ],
});

/** By the names of https://learn.microsoft.com/dotnet/api/system.security.cryptography.cryptoconfig. */
export function rsaNamed(name: string): RsaKey | null {
  const isRsa = /^(?:System\.Security\.Cryptography\.)?(?:RSA|RSACryptoServiceProvider)$/i.test(
    name,
  );
  return isRsa ? new RsaKey() : null;
}

function bytes(value: Uint8Array): NetArray {
  return newArray(AsymmetricAlgorithm.registry.named('System.Byte'), Uint8Array.from(value));
}
