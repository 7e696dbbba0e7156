import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { Behaviour } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { unbox } from '../../runtime/boxing.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { integerArithmetic } from './integerArithmetic.ts';
import type { IntegerKind } from './integerKinds.ts';
import { ofKind } from './integerKinds.ts';
import { integerOf, integerText, readInteger, requireText } from './numberTexts.ts';

type Integer = number | bigint;

/** The interfaces of every number type. */
export function numberInterfaces(keyword: string): readonly string[] {
  return [
    'IComparable',
    `IComparable<${keyword}>`,
    'IConvertible',
    `IEquatable<${keyword}>`,
    'IFormattable',
  ];
}

export function integerBehaviour(kind: IntegerKind): Behaviour<never> {
  return {
    text: (value: Integer, format, culture) => integerText(value, kind, format, culture),
  };
}

/** Members are declared by texts that the kind fills in, so they are typed here and not by them. */
const member = membersOf<Integer>() as (
  signature: string,
  implementation: unknown,
  ...examples: readonly string[]
) => MemberDeclaration;

/** The members that all integer types have. */
export function integerMembers(kind: IntegerKind): readonly MemberDeclaration[] {
  return [
    ...limits(kind),
    ...comparisons(kind.keyword, kind.name, kind.bits < 32 ? difference : compare),
    ...parsers(kind),
    ...texts(
      kind.keyword,
      (value: Integer, format, culture) => integerText(value, kind, format, culture),
      'D4',
      '0012',
    ),
    member(
      'TypeCode GetTypeCode()',
      () => kind.typeCode,
      `((${kind.keyword})1).GetTypeCode() // TypeCode.${kind.name}`,
    ),
    ...integerArithmetic(kind),
  ];
}

function limits({ keyword, minimum, maximum }: IntegerKind): readonly MemberDeclaration[] {
  const constant = (name: string, value: bigint): MemberDeclaration =>
    member(
      `const ${keyword} ${name} = ${value}`,
      undefined,
      `${keyword}.${name} // (${keyword})(${value})`,
    );
  return [constant('MaxValue', maximum), constant('MinValue', minimum)];
}

type Compare = (self: never, value: never) => number;

/** `CompareTo` and `Equals` of a number type. */
export function comparisons(
  keyword: string,
  name: string,
  compareTo: Compare = compare,
): readonly MemberDeclaration[] {
  const one = `((${keyword})1)`;
  return [
    member(
      `int CompareTo(${keyword} value)`,
      compareTo,
      `${one}.CompareTo((${keyword})2) // -1`,
      `${one}.CompareTo((${keyword})1) // 0`,
    ),
    member(
      'int CompareTo(object? value)',
      (self: Integer, value: unknown) => compareToObject(self, value, name, compareTo),
      `${one}.CompareTo(null) // 1`,
      `${one}.CompareTo("1") // throws System.ArgumentException`,
    ),
    member(
      `bool Equals(${keyword} obj)`,
      (self: Integer, obj: Integer) => self === obj || (Number.isNaN(self) && Number.isNaN(obj)),
      `${one}.Equals((${keyword})1) // true`,
    ),
  ];
}

/** Types narrower than int answer with the difference. */
export function difference(self: number, value: number): number {
  return self - value;
}

/** NaN stands before all other numbers. */
function compare(self: Integer, value: Integer): number {
  if (self < value) return -1;
  if (self > value) return 1;
  if (self === value) return 0;
  return Number(Number.isNaN(value)) - Number(Number.isNaN(self));
}

function compareToObject(self: Integer, value: unknown, name: string, compareTo: Compare): number {
  if (value === null || value === undefined) return 1;
  const type = typeOf(value);
  if (type?.toString() !== `System.${name}`) {
    throw new ArgumentException(`Object must be of type ${name}.`);
  }
  return compareTo(self as never, unbox(value) as never);
}

function parsers(kind: IntegerKind): readonly MemberDeclaration[] {
  const { keyword } = kind;
  const integer = NumberStyles.Integer;
  const parse = (s: string | null, style: number, provider: Culture | null): Integer => {
    // The style is looked at in front of the text.
    if (s === null) readInteger('', kind, style, providerCulture(provider));
    return integerOf(requireText(s), kind, style, providerCulture(provider));
  };
  const tryParse = (
    s: string | null,
    style: number,
    provider: Culture | null,
    result: Ref,
  ): boolean => {
    // The style is looked at even when there is no text.
    const value = readInteger(s ?? '', kind, style, providerCulture(provider));
    const isNumber = typeof value !== 'string';
    result.value = isNumber ? value : ofKind(0n, kind);
    return isNumber;
  };
  const twelve = `(${keyword})12`;
  return [
    member(
      `static ${keyword} Parse(string s)`,
      (s: string) => parse(s, integer, null),
      `${keyword}.Parse(" 12 ") // ${twelve}`,
      `${keyword}.Parse("1.5") // throws System.FormatException`,
      `${keyword}.Parse("99999999999999999999") // throws System.OverflowException`,
    ),
    member(
      `static ${keyword} Parse(string? s, NumberStyles style)`,
      (s: string | null, style: number) => parse(s, style, null),
      `${keyword}.Parse("0C", NumberStyles.HexNumber) // ${twelve}`,
    ),
    member(
      `static ${keyword} Parse(string s, IFormatProvider? provider)`,
      (s: string, provider: Culture | null) => parse(s, integer, provider),
      `${keyword}.Parse("12", CultureInfo.InvariantCulture) // ${twelve}`,
    ),
    member(
      `static ${keyword} Parse(string? s, NumberStyles style, IFormatProvider? provider)`,
      parse,
      `${keyword}.Parse("12.0", NumberStyles.Number, CultureInfo.InvariantCulture) // ${twelve}`,
    ),
    member(
      `static bool TryParse(string? s, out ${keyword} result)`,
      (s: string | null, result: Ref) => tryParse(s, integer, null, result),
      `${keyword}.TryParse("12", out var n) && n == 12 // true`,
      `${keyword}.TryParse("twelve", out var n) // false`,
    ),
    member(
      `static bool TryParse(string? s, IFormatProvider? provider, out ${keyword} result)`,
      (s: string | null, provider: Culture | null, result: Ref) =>
        tryParse(s, integer, provider, result),
      `${keyword}.TryParse("12", CultureInfo.InvariantCulture, out var n) // true`,
    ),
    member(
      `static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out ${keyword} result)`,
      tryParse,
      `${keyword}.TryParse("1,2", NumberStyles.AllowThousands, null, out var n) && n == 12 // true`,
    ),
  ];
}

/** `ToString` with a format and a culture, of a type that has a text. */
export function texts(
  keyword: string,
  text: (value: never, format: string | null, culture: Culture) => string,
  format: string,
  twelve: string,
): readonly MemberDeclaration[] {
  const value = `((${keyword})12)`;
  return [
    member(
      'string ToString(string? format)',
      (self: never, pattern: string | null) => text(self, pattern, invariantCulture),
      `${value}.ToString("${format}") // "${twelve}"`,
      `${value}.ToString("q") // throws System.FormatException`,
    ),
    member(
      'string ToString(IFormatProvider? provider)',
      (self: never, provider: Culture | null) => text(self, null, providerCulture(provider)),
      `${value}.ToString(CultureInfo.InvariantCulture) // "12"`,
    ),
    member(
      'string ToString(string? format, IFormatProvider? provider)',
      (self: never, pattern: string | null, provider: Culture | null) =>
        text(self, pattern, providerCulture(provider)),
      `${value}.ToString("N1", new CultureInfo("de-DE")) // "12,0"`,
    ),
  ];
}
