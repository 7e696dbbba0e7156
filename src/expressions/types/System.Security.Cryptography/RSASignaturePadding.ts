import { defineType, membersOf } from '../../declare/defineType.ts';
import { SignaturePadding } from '../../runtime/cryptography/rsaPaddings.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    RSASignaturePadding: SignaturePadding;
    RSASignaturePaddingMode: number;
  }
}

const member = membersOf<SignaturePadding>();

const isSame = (left: SignaturePadding | null, right: SignaturePadding | null): boolean =>
  left?.mode === right?.mode;

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsasignaturepadding */
export const RSASignaturePadding = defineType({
  name: 'System.Security.Cryptography.RSASignaturePadding',
  kind: 'class',
  implements: ['IEquatable<RSASignaturePadding>'],
  represents: SignaturePadding,
  behaviour: {
    text: (self: SignaturePadding) => self.mode,
    equals: (self: SignaturePadding, other) =>
      other instanceof SignaturePadding && isSame(self, other),
    key: (self: SignaturePadding) => self.mode,
  },
  members: [
    member(
      'static RSASignaturePadding Pkcs1 { get; }',
      () => SignaturePadding.pkcs1,
      'RSASignaturePadding.Pkcs1.ToString() // "Pkcs1"',
    ),
    member(
      'static RSASignaturePadding Pss { get; }',
      () => SignaturePadding.pss,
      'RSASignaturePadding.Pss.ToString() // "Pss"',
    ),
    member(
      'RSASignaturePaddingMode Mode { get; }',
      ({ mode }) => modes[mode],
      'RSASignaturePadding.Pss.Mode // RSASignaturePaddingMode.Pss',
    ),
    member(
      'bool Equals(RSASignaturePadding? other)',
      isSame,
      'RSASignaturePadding.Pss.Equals(RSASignaturePadding.Pkcs1) // false',
    ),
    member(
      'static bool operator ==(RSASignaturePadding? left, RSASignaturePadding? right)',
      isSame,
      'RSASignaturePadding.Pss == RSASignaturePadding.Pss // true',
      'RSASignaturePadding.Pss == null // false',
    ),
    member(
      'static bool operator !=(RSASignaturePadding? left, RSASignaturePadding? right)',
      (left, right) => !isSame(left, right),
      'RSASignaturePadding.Pss != RSASignaturePadding.Pkcs1 // true',
    ),
  ],
});

const modes = { Pkcs1: 0, Pss: 1 } as const;

/** https://learn.microsoft.com/dotnet/api/system.security.cryptography.rsasignaturepaddingmode */
export const RSASignaturePaddingMode = defineType({
  name: 'System.Security.Cryptography.RSASignaturePaddingMode',
  kind: 'enum',
  values: modes,
});
