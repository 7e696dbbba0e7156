import { defineType, membersOf } from '../../declare/defineType.ts';
import { blockBits, cipherModes, isKeySize } from '../../runtime/cryptography/aes.ts';
import { paddingModes } from '../../runtime/cryptography/blockPadding.ts';
import {
  checkBlockSize,
  SymmetricKey,
  symmetricKey,
} from '../../runtime/cryptography/SymmetricKey.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    SymmetricAlgorithm: SymmetricKey;
    CipherMode: number;
    PaddingMode: number;
  }
}

const member = membersOf<SymmetricKey>();
const none = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.symmetricalgorithm */
export const SymmetricAlgorithm: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.SymmetricAlgorithm',
  kind: 'class',
  implements: ['IDisposable'],
  represents: SymmetricKey,
  members: [
    none(
      'static SymmetricAlgorithm Create(string algName)',
      (name, _types, environment) => made(name, environment),
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").KeySize // 256',
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Rot13") // throws System.ArgumentException',
    ),
    member(
      'int KeySize { get; set; }',
      {
        get: (self) => self.key.length * 8,
        set: (self, bits, _types, { world }) => self.resize(bits, world),
      },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").KeySize // 256',
      '((Func<int>)(() => { var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"); a.KeySize = 128; return a.Key.Length; }))() // 16',
      '((Func<int>)(() => { var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"); a.KeySize = 42; return 0; }))() // throws System.Security.Cryptography.CryptographicException',
    ),
    member(
      'bool ValidKeySize(int bitLength)',
      (_self, bits) => isKeySize(bits),
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").ValidKeySize(192) // true',
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").ValidKeySize(64) // false',
    ),
    member(
      'int BlockSize { get; set; }',
      { get: () => blockBits, set: (_self, bits) => checkBlockSize(bits) },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").BlockSize // 128',
    ),
    member(
      'byte[] Key { get; set; }',
      {
        get: (self) => bytes(self.key),
        set: (self, key) => self.setKey(bytesIn(key)),
      },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").Key.Length // 32',
    ),
    member(
      'byte[] IV { get; set; }',
      {
        get: (self) => bytes(self.iv),
        set: (self, iv) => self.setIv(bytesIn(iv)),
      },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").IV.Length // 16',
    ),
    member(
      'CipherMode Mode { get; set; }',
      { get: (self) => self.mode, set: (self, mode) => self.setMode(mode) },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").Mode.ToString() // "CBC"',
    ),
    member(
      'PaddingMode Padding { get; set; }',
      { get: (self) => self.padding, set: (self, padding) => self.setPadding(padding) },
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").Padding.ToString() // "PKCS7"',
    ),
    member(
      'void GenerateKey()',
      (self, _types, { world }) => self.setKey(world.randomBytes(self.key.length)),
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").Key.Length // 32',
    ),
    member(
      'void GenerateIV()',
      (self, _types, { world }) => self.setIv(world.randomBytes(16)),
      'System.Security.Cryptography.SymmetricAlgorithm.Create("Aes").IV.Length // 16',
    ),
    member(
      'void Dispose()',
      () => undefined,
      '((Func<bool>)(() => { using (var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes")) return a != null; }))() // true',
    ),
    member(
      'void Clear()',
      () => undefined,
      '((Func<bool>)(() => { var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"); a.Clear(); return true; }))() // true',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.aes */
export const Aes = defineType({
  name: 'System.Security.Cryptography.Aes',
  kind: 'class',
  base: 'SymmetricAlgorithm',
  members: [
    none(
      'static SymmetricAlgorithm Create()',
      ((_types: unknown, environment: Environment) => made('Aes', environment)) as never,
      'System.Security.Cryptography.Aes.Create().KeySize // 256',
    ),
  ],
});

export const CipherMode = defineType({
  name: 'System.Security.Cryptography.CipherMode',
  kind: 'enum',
  values: cipherModes,
});
export const PaddingMode = defineType({
  name: 'System.Security.Cryptography.PaddingMode',
  kind: 'enum',
  values: paddingModes,
});

/** `byte[].Encrypt(…)` and `byte[].Decrypt(…)` of the policy expressions page. */
export const CryptographyExtensions = defineType({
  name: 'CryptographyExtensions',
  kind: 'class',
  members: [
    none(
      'static byte[] Encrypt(this byte[] input, string alg, byte[] key, byte[] iv)',
      (input, alg, key, iv) =>
        bytes(symmetricKey(alg, bytesIn(key), bytesIn(iv)).encrypt(bytesIn(input))),
      'new byte[3].Encrypt("Aes", new byte[32], new byte[16]).Length // 16',
    ),
    none(
      'static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg)',
      (input, alg) => bytes(alg.encrypt(bytesIn(input))),
      'new byte[3].Encrypt(System.Security.Cryptography.SymmetricAlgorithm.Create("Aes")).Length // 16',
    ),
    none(
      'static byte[] Encrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv)',
      (input, alg, key, iv) => bytes(alg.encrypt(bytesIn(input), bytesIn(key), bytesIn(iv))),
      'new byte[3].Encrypt(System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"), new byte[16], new byte[16]).Length // 16',
    ),
    none(
      'static byte[] Decrypt(this byte[] input, string alg, byte[] key, byte[] iv)',
      (input, alg, key, iv) =>
        bytes(symmetricKey(alg, bytesIn(key), bytesIn(iv)).decrypt(bytesIn(input))),
      'new byte[3].Encrypt("Aes", new byte[32], new byte[16]).Decrypt("Aes", new byte[32], new byte[16]).Length // 3',
      'new byte[16].Decrypt("Aes", new byte[32], new byte[16]) // throws System.Security.Cryptography.CryptographicException',
    ),
    none(
      'static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg)',
      (input, alg) => bytes(alg.decrypt(bytesIn(input))),
      '((Func<int>)(() => { var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"); return new byte[3].Encrypt(a).Decrypt(a).Length; }))() // 3',
    ),
    none(
      'static byte[] Decrypt(this byte[] input, SymmetricAlgorithm alg, byte[] key, byte[] iv)',
      (input, alg, key, iv) => bytes(alg.decrypt(bytesIn(input), bytesIn(key), bytesIn(iv))),
      '((Func<int>)(() => { var a = System.Security.Cryptography.SymmetricAlgorithm.Create("Aes"); return new byte[3].Encrypt(a, new byte[16], new byte[16]).Decrypt(a, new byte[16], new byte[16]).Length; }))() // 3',
    ),
  ],
});

function made(name: string, { world }: Environment): SymmetricKey {
  return symmetricKey(name, world.randomBytes(32), world.randomBytes(16));
}

function bytes(value: Uint8Array): NetArray {
  return newArray(SymmetricAlgorithm.registry.named('System.Byte'), Uint8Array.from(value));
}

export const symmetricTypes: readonly TypeDefinition[] = [
  SymmetricAlgorithm,
  Aes,
  CipherMode,
  PaddingMode,
  CryptographyExtensions,
];
