import { defineType, membersOf } from '../../declare/defineType.ts';
import { SizeRange } from '../../runtime/cryptography/SizeRange.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    KeySizes: SizeRange;
  }
}

const member = membersOf<SizeRange>();
const sizes = 'new KeySizes(128, 256, 64)';

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.keysizes */
export const KeySizes = defineType({
  name: 'System.Security.Cryptography.KeySizes',
  kind: 'class',
  represents: SizeRange,
  members: [
    member(
      'KeySizes(int minSize, int maxSize, int skipSize)',
      (minSize, maxSize, skipSize) => new SizeRange(minSize, maxSize, skipSize),
      `${sizes}.MaxSize // 256`,
    ),
    member('int MinSize { get; }', ({ min }) => min, `${sizes}.MinSize // 128`),
    member('int MaxSize { get; }', ({ max }) => max, `${sizes}.MaxSize // 256`),
    member('int SkipSize { get; }', ({ skip }) => skip, `${sizes}.SkipSize // 64`),
  ],
});
