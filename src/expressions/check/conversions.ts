/** What conversions there are between types: C# 7.3 §conversions. */
import type { ConversionMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';

export type Conversion =
  | { readonly kind: 'none' }
  | { readonly kind: 'identity' }
  /** Between numeric types, characters and enums. */
  | { readonly kind: 'numeric'; readonly implicit: boolean }
  /** null, or `default`, to what can be null. */
  | { readonly kind: 'null' }
  | { readonly kind: 'default' }
  /** An int constant that fits a smaller type, or the constant 0 to an enum. */
  | { readonly kind: 'constant' }
  | { readonly kind: 'reference'; readonly implicit: boolean }
  | { readonly kind: 'boxing' }
  | { readonly kind: 'unboxing' }
  /** T → T?, T → S?, T? → S?, T? → S by the conversion between the underlying types. */
  | { readonly kind: 'nullable'; readonly implicit: boolean; readonly inner: Conversion }
  | { readonly kind: 'tuple'; readonly implicit: boolean; readonly items: readonly Conversion[] }
  | UserConversion
  | { readonly kind: 'lambda' }
  | { readonly kind: 'methodGroup' }
  | { readonly kind: 'throw' }
  /** From or to what is wrong already. */
  | { readonly kind: 'error' };

/** By an operator that a type declares, with standard conversions before and after. */
export interface UserConversion {
  readonly kind: 'user';
  readonly implicit: boolean;
  readonly member: ConversionMember;
  readonly container: NamedType;
  readonly before: Conversion;
  readonly after: Conversion;
  /** Parameter and result of the operator in its constructed or lifted form. */
  readonly from: NetType;
  readonly to: NetType;
  readonly lifted: boolean;
}

export const noConversion: Conversion = { kind: 'none' };
export const identity: Conversion = { kind: 'identity' };

export function exists(conversion: Conversion): boolean {
  return conversion.kind !== 'none';
}

export function isImplicit(conversion: Conversion): boolean {
  return 'implicit' in conversion
    ? conversion.implicit
    : conversion.kind !== 'none' && conversion.kind !== 'unboxing';
}
