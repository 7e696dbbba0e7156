import { defineType, membersOf } from '../../declare/defineType.ts';
import { pemText } from '../../runtime/cryptography/pem.ts';
import { RsaKey } from '../../runtime/cryptography/RsaKey.ts';
import { ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { AsymmetricAlgorithm, exampleKey, rsaNamed } from './AsymmetricAlgorithm.ts';
import { bytesIn } from './bytes.ts';
import { HashAlgorithmName } from './HashAlgorithmName.ts';
import { KeySizes } from './KeySizes.ts';
import { RSAEncryptionPadding, RSAEncryptionPaddingMode } from './RSAEncryptionPadding.ts';
import { RSAParameters } from './RSAParameters.ts';
import { RSASignaturePadding, RSASignaturePaddingMode } from './RSASignaturePadding.ts';

const member = membersOf<RsaKey>();

const sha1 = 'HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1';
const failure = 'throws System.Security.Cryptography.CryptographicException';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsa */
export const RSA: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.RSA',
  kind: 'class',
  base: 'AsymmetricAlgorithm',
  members: [
    member('static RSA Create()', () => new RsaKey(), 'RSA.Create().KeySize // 2048'),
    member(
      'static RSA Create(int keySizeInBits)',
      (keySizeInBits) => {
        const key = new RsaKey();
        key.setBits(keySizeInBits);
        return key;
      },
      'RSA.Create(3072).KeySize // 3072',
      `RSA.Create(100) // ${failure}`,
    ),
    member(
      'static RSA Create(RSAParameters parameters)',
      (parameters) => {
        const key = new RsaKey();
        key.import(parameters);
        return key;
      },
      `${exampleKey}.KeySize // 512`,
      `RSA.Create(new RSAParameters()) // ${failure}`,
    ),
    member(
      'static RSA? Create(string algName)',
      (algName) => rsaNamed(algName),
      'RSA.Create("RSA").KeySize // 2048',
      'RSA.Create("Rot13") == null // true',
    ),
    member(
      'void ImportParameters(RSAParameters parameters)',
      (self, parameters) => self.import(parameters),
      'new Func<int>(() => { var rsa = RSA.Create(); rsa.ImportParameters(' +
        `${exampleKey}.ExportParameters(false)); return rsa.KeySize; })() // 512`,
      `RSA.Create().ImportParameters(new RSAParameters { Exponent = new byte[] { 3 } }) // ${failure}`,
    ),
    member(
      'RSAParameters ExportParameters(bool includePrivateParameters)',
      (self, includePrivateParameters, _types, environment) =>
        self.export(includePrivateParameters, environment),
      `${exampleKey}.ExportParameters(false).Exponent[0] // (byte)3`,
      `${exampleKey}.ExportParameters(true) // ${failure}`,
    ),
    member(
      'byte[] ExportRSAPublicKey()',
      (self, _types, environment) => bytes(self.publicDer('pkcs1', environment)),
      `${exampleKey}.ExportRSAPublicKey().Length // 72`,
    ),
    member(
      'string ExportRSAPublicKeyPem()',
      (self, _types, environment) =>
        pemText('RSA PUBLIC KEY', self.publicDer('pkcs1', environment)),
      `${exampleKey}.ExportRSAPublicKeyPem().Split('\\n')[0] // "-----BEGIN RSA PUBLIC KEY-----"`,
    ),
    member(
      'byte[] ExportRSAPrivateKey()',
      (self, _types, environment) => bytes(self.privateDer('pkcs1', environment)),
      `${exampleKey}.ExportRSAPrivateKey() // ${failure}`,
    ),
    member(
      'string ExportRSAPrivateKeyPem()',
      (self, _types, environment) =>
        pemText('RSA PRIVATE KEY', self.privateDer('pkcs1', environment)),
      `${exampleKey}.ExportRSAPrivateKeyPem() // ${failure}`,
    ),
    member(
      'byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, hash, padding, _types, environment) =>
        bytes(self.sign(bytesIn(data), hash, padding, environment)),
      `${exampleKey}.SignData(new byte[1], ${sha1}) // ${failure}`,
    ),
    member(
      'byte[] SignData(byte[] data, int offset, int count, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, offset, count, hash, padding, _types, environment) =>
        bytes(self.sign(part(data, offset, count), hash, padding, environment)),
      `${exampleKey}.SignData(new byte[1], 1, 1, ${sha1}) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, hash, name, padding, _types, environment) =>
        bytes(self.signHash(bytesIn(hash), name, padding, environment)),
      `${exampleKey}.SignHash(new byte[19], ${sha1}) // ${failure}`,
    ),
    member(
      'bool VerifyData(byte[] data, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, signature, hash, padding, _types, environment) =>
        self.verify(bytesIn(data), bytesIn(signature), hash, padding, environment),
      `${exampleKey}.VerifyData(new byte[1], new byte[64], ${sha1}) // false`,
    ),
    member(
      'bool VerifyData(byte[] data, int offset, int count, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, data, offset, count, signature, hash, padding, _types, environment) =>
        self.verify(part(data, offset, count), bytesIn(signature), hash, padding, environment),
      `${exampleKey}.VerifyData(new byte[5], 3, 2, new byte[64], ${sha1}) // false`,
      `${exampleKey}.VerifyData(new byte[5], -1, 3, new byte[64], ${sha1}) // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)',
      (self, hash, signature, name, padding, _types, environment) =>
        self.verifyHash(bytesIn(hash), bytesIn(signature), name, padding, environment),
      `${exampleKey}.VerifyHash(new byte[20], new byte[64], ${sha1}) // false`,
      `${exampleKey}.VerifyHash(new byte[19], new byte[64], ${sha1}) // ${failure}`,
    ),
    member(
      'byte[] Encrypt(byte[] data, RSAEncryptionPadding padding)',
      (self, data, padding, _types, environment) =>
        bytes(self.encrypt(bytesIn(data), padding, environment)),
      `${exampleKey}.Encrypt(new byte[1], RSAEncryptionPadding.Pkcs1).Length // 64`,
      `${exampleKey}.Encrypt(new byte[64], RSAEncryptionPadding.Pkcs1) // ${failure}`,
    ),
    member(
      'byte[] Decrypt(byte[] data, RSAEncryptionPadding padding)',
      (self, data, padding, _types, environment) =>
        bytes(self.decrypt(bytesIn(data), padding, environment)),
      `${exampleKey}.Decrypt(new byte[64], RSAEncryptionPadding.OaepSHA1) // ${failure}`,
    ),
    member(
      'int GetMaxOutputSize()',
      ({ bits }) => Math.ceil(bits / 8),
      `${exampleKey}.GetMaxOutputSize() // 64`,
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

/** @throws ArgumentOutOfRangeException */
function part(data: NetArray, offset: number, count: number): Uint8Array {
  if (offset < 0 || offset > data.length) throw new ArgumentOutOfRangeException('offset');
  if (count < 0 || count > data.length - offset) throw new ArgumentOutOfRangeException('count');
  return bytesIn(data).subarray(offset, offset + count);
}

function bytes(value: Uint8Array): NetArray {
  return newArray(RSA.registry.named('System.Byte'), Uint8Array.from(value));
}

export const rsaTypes: readonly TypeDefinition[] = [
  AsymmetricAlgorithm,
  KeySizes,
  RSA,
  RSACng,
  RSAParameters,
  HashAlgorithmName,
  RSASignaturePadding,
  RSASignaturePaddingMode,
  RSAEncryptionPadding,
  RSAEncryptionPaddingMode,
];
