import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { newArray } from '../../runtime/newArray.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { bytesIn } from './bytes.ts';

/** A value of `RandomNumberGenerator`: bytes of the world. */
export class RandomSource {
  /** Fills the bytes; with `nonZero` none of them is zero. */
  fill(bytes: Uint8Array, { world }: Environment, nonZero = false): void {
    bytes.set(world.randomBytes(bytes.length));
    if (!nonZero) return;
    for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) bytes[at] = 1 + (at % 255);
  }
}

const member = membersOf<RandomSource>();
const none = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.randomnumbergenerator */
export const RandomNumberGenerator: TypeDefinition = defineType({
  name: 'System.Security.Cryptography.RandomNumberGenerator',
  kind: 'class',
  implements: ['IDisposable'],
  represents: RandomSource,
  members: [
    none(
      'static RandomNumberGenerator Create()',
      () => new RandomSource(),
      'System.Security.Cryptography.RandomNumberGenerator.Create() != null // true',
    ),
    none(
      'static byte[] GetBytes(int count)',
      (count, _types, { world }) =>
        newArray(RandomNumberGenerator.registry.named('System.Byte'), world.randomBytes(count)),
      'System.Security.Cryptography.RandomNumberGenerator.GetBytes(4).Length // 4',
    ),
    member(
      'void GetBytes(byte[] data)',
      (self, data, _types, environment) => self.fill(bytesIn(data), environment),
      '((Func<int>)(() => { var b = new byte[4]; System.Security.Cryptography.RandomNumberGenerator.Create().GetBytes(b); return b.Length; }))() // 4',
    ),
    member(
      'void GetNonZeroBytes(byte[] data)',
      (self, data, _types, environment) => self.fill(bytesIn(data), environment, true),
      '((Func<bool>)(() => { var b = new byte[9]; System.Security.Cryptography.RandomNumberGenerator.Create().GetNonZeroBytes(b); return b.All(x => x != 0); }))() // true',
    ),
    member(
      'void Dispose()',
      () => undefined,
      '((Func<bool>)(() => { using (var r = System.Security.Cryptography.RandomNumberGenerator.Create()) return r != null; }))() // true',
    ),
  ],
});

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rngcryptoserviceprovider */
export const RNGCryptoServiceProvider = defineType({
  name: 'System.Security.Cryptography.RNGCryptoServiceProvider',
  kind: 'class',
  base: 'RandomNumberGenerator',
  members: [
    none(
      'RNGCryptoServiceProvider()',
      () => new RandomSource(),
      'new System.Security.Cryptography.RNGCryptoServiceProvider() != null // true',
    ),
  ],
});

export const randomTypes: readonly TypeDefinition[] = [
  RandomNumberGenerator,
  RNGCryptoServiceProvider,
];
