/** `Convert.ToString` in all its overloads. */
import { formatRadix, isRadix } from '../../../lib/dotnet-format/radix.ts';
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Culture } from '../../runtime/Culture.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import { textOfType, toText } from '../../runtime/toText.ts';
import { conversionTargets } from './conversionTargets.ts';
import type { ConversionTarget } from './conversionTargets.ts';
import { integerKinds } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';

const member = membersOf<never>();

const examples: Readonly<Record<string, readonly [value: string, text: string]>> = {
  bool: ['true', 'True'],
  char: ["'a'", 'a'],
  DateTime: ['new DateTime(2024, 1, 2)', '01/02/2024 00:00:00'],
};

function ofType({ keyword, definition }: ConversionTarget): readonly MemberDeclaration[] {
  const [value, text] = examples[keyword] ?? [`(${keyword})7`, '7'];
  const print = (given: unknown, culture: Culture): string =>
    textOfType(definition.construct())(given, null, culture);
  return [
    {
      signature: `static string ToString(${keyword} value)`,
      implementation: (given: unknown) => print(given, invariantCulture),
      examples: [`Convert.ToString(${value}) // "${text}"`],
    },
    {
      signature: `static string ToString(${keyword} value, IFormatProvider? provider)`,
      implementation: (given: unknown, provider: Culture | null) =>
        print(given, providerCulture(provider)),
      examples: [`Convert.ToString(${value}, CultureInfo.InvariantCulture) // "${text}"`],
    },
  ];
}

/** @throws ArgumentException */
function inRadix(kind: IntegerKind): MemberDeclaration {
  const { keyword, bits } = kind;
  return {
    signature: `static string ToString(${keyword} value, int toBase)`,
    implementation: (value: number | bigint, toBase: number) => {
      if (!isRadix(toBase)) throw new ArgumentException('Invalid Base.');
      return formatRadix(BigInt(value), toBase, bits);
    },
    examples: [
      `Convert.ToString((${keyword})10, 2) // "1010"`,
      `Convert.ToString((${keyword})127, 16) // "7f"`,
      `Convert.ToString((${keyword})1, 3) // throws System.ArgumentException`,
    ],
  };
}

const { byte, short, int, long } = integerKinds;

export const convertTexts: readonly MemberDeclaration[] = [
  ...conversionTargets.flatMap(ofType),
  ...[byte, short, int, long].map(inRadix),
  member(
    'static string ToString(string? value)',
    (value) => value as string,
    'Convert.ToString("a") // "a"',
    'Convert.ToString((string)null) // null',
  ),
  member(
    'static string ToString(string? value, IFormatProvider? provider)',
    (value) => value as string,
    'Convert.ToString("a", null) // "a"',
  ),
  member(
    'static string ToString(object? value)',
    (value) => toText(value),
    'Convert.ToString((object)1.5) // "1.5"',
    'Convert.ToString((object)null) // ""',
  ),
  member(
    'static string ToString(object? value, IFormatProvider? provider)',
    (value, provider) => toText(value, null, providerCulture(provider)),
    'Convert.ToString((object)1.5, new CultureInfo("de-DE")) // "1,5"',
  ),
];
