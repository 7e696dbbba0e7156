import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import type { FloatSize } from '../../../lib/dotnet-format/formatNumber.ts';
import type { NumberFormat } from '../../../lib/dotnet-format/NumberFormat.ts';
import type { ParseFailure } from '../../../lib/dotnet-format/parseNumber.ts';
import type { Behaviour } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { comparisons, texts } from './integerMembers.ts';
import { checkFloatStyles, floatText, parsed, requireText } from './numberTexts.ts';

/** What tells `float` and `double` apart. */
export interface FloatKind {
  readonly keyword: 'float' | 'double';
  /** Name of the struct in System. */
  readonly name: string;
  readonly called: string;
  readonly size: FloatSize;
  readonly typeCode: number;
  readonly maximum: number;
  /** The smallest value above zero. */
  readonly epsilon: number;
  /** The smallest value that has all digits. */
  readonly smallestNormal: number;
  readonly suffix: 'f' | 'd';
  parse(text: string, styles: number, format: NumberFormat): number | ParseFailure;
}

export function floatBehaviour(kind: FloatKind): Behaviour<never> {
  return {
    text: (value: number, format, culture) => floatText(value, kind.size, format, culture),
  };
}

function declare(
  signature: string,
  implementation: unknown,
  ...examples: readonly string[]
): MemberDeclaration {
  return { signature, implementation, examples };
}

/** The members that both types have. */
export function floatMembers(kind: FloatKind): readonly MemberDeclaration[] {
  const { keyword, name, typeCode } = kind;
  return [
    ...constants(kind),
    ...comparisons(keyword, name),
    ...parsers(kind),
    ...texts(
      keyword,
      (value: number, format, culture) => floatText(value, kind.size, format, culture),
      'E1',
      '1.2E+001',
    ),
    declare(
      'TypeCode GetTypeCode()',
      () => typeCode,
      `((${keyword})1).GetTypeCode() // TypeCode.${name}`,
    ),
    ...questions(kind),
  ];
}

function constants({ keyword, maximum, epsilon }: FloatKind): readonly MemberDeclaration[] {
  const single = keyword === 'float';
  const pi = single ? Math.fround(Math.PI) : Math.PI;
  const e = single ? Math.fround(Math.E) : Math.E;
  const constant = (name: string, value: number, example: string): MemberDeclaration =>
    declare(`const ${keyword} ${name}`, value, example);
  return [
    constant('MaxValue', maximum, `${keyword}.MaxValue > 3.4e38 // true`),
    constant('MinValue', -maximum, `${keyword}.MinValue < -3.4e38 // true`),
    constant('Epsilon', epsilon, `${keyword}.Epsilon > 0 // true`),
    constant('NaN', NaN, `${keyword}.NaN == ${keyword}.NaN // false`),
    constant('PositiveInfinity', Infinity, `${keyword}.PositiveInfinity.ToString() // "Infinity"`),
    constant(
      'NegativeInfinity',
      -Infinity,
      `${keyword}.NegativeInfinity.ToString() // "-Infinity"`,
    ),
    constant('NegativeZero', -0, `${keyword}.NegativeZero == 0 // true`),
    constant('E', e, `(int)${keyword}.E // 2`),
    constant('Pi', pi, `(int)${keyword}.Pi // 3`),
    constant('Tau', 2 * pi, `(int)${keyword}.Tau // 6`),
  ];
}

const defaultStyles = NumberStyles.Float | NumberStyles.AllowThousands;

function parsers(kind: FloatKind): readonly MemberDeclaration[] {
  const { keyword, suffix } = kind;
  const read = (s: string, style: number, provider: Culture | null): number | ParseFailure => {
    checkFloatStyles(style);
    return kind.parse(s, style, providerCulture(provider).numberFormat);
  };
  const parse = (s: string | null, style: number, provider: Culture | null): number => {
    // The style is looked at in front of the text.
    checkFloatStyles(style);
    return parsed(read(requireText(s), style, provider), kind.called);
  };
  const tryParse = (
    s: string | null,
    style: number,
    provider: Culture | null,
    result: Ref,
  ): boolean => {
    // The style is looked at even when there is no text.
    const value = read(s ?? '', style, provider);
    const isNumber = typeof value === 'number';
    result.value = isNumber ? value : 0;
    return isNumber;
  };
  const half = `1.5${suffix}`;
  return [
    declare(
      `static ${keyword} Parse(string s)`,
      (s: string) => parse(s, defaultStyles, null),
      `${keyword}.Parse("1.5") // ${half}`,
      `${keyword}.Parse("1,234e-3") // 1.234${suffix}`,
      `${keyword}.Parse("one") // throws System.FormatException`,
      `${keyword}.Parse("1e999") // throws System.OverflowException`,
    ),
    declare(
      `static ${keyword} Parse(string? s, NumberStyles style)`,
      (s: string | null, style: number) => parse(s, style, null),
      `${keyword}.Parse("(1.5)", NumberStyles.Any) // -${half}`,
    ),
    declare(
      `static ${keyword} Parse(string s, IFormatProvider? provider)`,
      (s: string, provider: Culture | null) => parse(s, defaultStyles, provider),
      `${keyword}.Parse("1,5", new CultureInfo("de-DE")) // ${half}`,
    ),
    declare(
      `static ${keyword} Parse(string? s, NumberStyles style, IFormatProvider? provider)`,
      parse,
      `${keyword}.Parse("1.5", NumberStyles.Float, CultureInfo.InvariantCulture) // ${half}`,
    ),
    declare(
      `static bool TryParse(string? s, out ${keyword} result)`,
      (s: string | null, result: Ref) => tryParse(s, defaultStyles, null, result),
      `${keyword}.TryParse("1.5", out var n) && n == 1.5 // true`,
      `${keyword}.TryParse("", out var n) // false`,
    ),
    declare(
      `static bool TryParse(string? s, IFormatProvider? provider, out ${keyword} result)`,
      (s: string | null, provider: Culture | null, result: Ref) =>
        tryParse(s, defaultStyles, provider, result),
      `${keyword}.TryParse("1.5", CultureInfo.InvariantCulture, out var n) // true`,
    ),
    declare(
      `static bool TryParse(string? s, NumberStyles style, IFormatProvider? provider, out ${keyword} result)`,
      tryParse,
      `${keyword}.TryParse("1.5", NumberStyles.Integer, null, out var n) // false`,
    ),
  ];
}

function questions(kind: FloatKind): readonly MemberDeclaration[] {
  const { keyword, smallestNormal } = kind;
  const question = (
    name: string,
    parameter: string,
    answer: (value: number) => boolean,
    example: string,
  ): MemberDeclaration =>
    declare(
      `static bool ${name}(${keyword} ${parameter})`,
      (value: number) => answer(value),
      `${keyword}.${name}(${example}`,
    );
  const nan = `${keyword}.NaN`;
  // .NET's NaN has its sign bit set.
  const isNegative = (value: number): boolean =>
    value < 0 || Object.is(value, -0) || Number.isNaN(value);
  return [
    question('IsNaN', 'd', Number.isNaN, `${nan}) // true`),
    question(
      'IsInfinity',
      'd',
      (d) => d === Infinity || d === -Infinity,
      `${keyword}.NegativeInfinity) // true`,
    ),
    question('IsPositiveInfinity', 'd', (d) => d === Infinity, `1) // false`),
    question('IsNegativeInfinity', 'd', (d) => d === -Infinity, `1) // false`),
    question('IsFinite', 'd', Number.isFinite, `${nan}) // false`),
    question('IsNegative', 'd', isNegative, `-1) // true`),
    question('IsPositive', 'value', (d) => !isNegative(d), `0) // true`),
    question(
      'IsNormal',
      'd',
      (d) => Number.isFinite(d) && Math.abs(d) >= smallestNormal,
      `${keyword}.Epsilon) // false`,
    ),
    question(
      'IsSubnormal',
      'd',
      (d) => d !== 0 && Math.abs(d) < smallestNormal,
      `${keyword}.Epsilon) // true`,
    ),
    question('IsInteger', 'value', Number.isInteger, `1.5${kind.suffix}) // false`),
    question('IsEvenInteger', 'value', (d) => d % 2 === 0, `2) // true`),
    question('IsOddInteger', 'value', (d) => Math.abs(d % 2) === 1, `-3) // true`),
    question('IsRealNumber', 'value', (d) => !Number.isNaN(d), `${nan}) // false`),
    question('IsPow2', 'value', isPowerOfTwo, `0.25${kind.suffix}) // true`),
  ];
}

function isPowerOfTwo(value: number): boolean {
  if (!(value > 0) || value === Infinity) return false;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const fraction = view.getBigUint64(0) & ((1n << 52n) - 1n);
  return fraction === 0n;
}
