/** The overloads `ToInt32(…)` and so on of System.Convert: every target times every source. */
import { isRadix, parseRadix } from '../../../lib/dotnet-format/radix.ts';
import type { RadixFailure } from '../../../lib/dotnet-format/radix.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { Culture } from '../../runtime/Culture.ts';
import type { Environment } from '../../runtime/Environment.ts';
import {
  ArgumentException,
  ArgumentOutOfRangeException,
  FormatException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { conversionTargets } from './conversionTargets.ts';
import type { ConversionTarget } from './conversionTargets.ts';
import { conversionSources, convertObject, convertValue } from './convertValue.ts';
import type { ConversionSource } from './convertValue.ts';
import { integerKinds, ofKind } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';
import { tooLarge } from './numberTexts.ts';

type Types = readonly NetType[];

/** A value of each source that converts into every target that takes the source. */
const samples: Readonly<Record<string, string>> = {
  bool: 'true',
  char: "'\\u0001'",
  DateTime: 'new DateTime(2024, 1, 2)',
  string: '"1"',
};

function sampleOf({ keyword }: ConversionSource): string {
  return samples[keyword] ?? `(${keyword})1`;
}

/** What the sample of a source becomes. */
function resultOf(target: ConversionTarget, source: ConversionSource): string {
  const { keyword } = target;
  if (!target.conversions[source.family]) return 'throws System.InvalidCastException';
  if (keyword === 'bool')
    return source.family === 'string' ? 'throws System.FormatException' : 'true';
  if (keyword === 'char') return source.family === 'string' ? "'1'" : "'\\u0001'";
  if (keyword === 'DateTime') {
    return source.family === 'string' ? 'throws System.FormatException' : sampleOf(source);
  }
  return `(${keyword})1`;
}

function ofSource(target: ConversionTarget, source: ConversionSource): MemberDeclaration {
  const { keyword, name } = target;
  const nullable = source.keyword === 'string' ? '?' : '';
  return {
    signature: `static ${keyword} To${name}(${source.keyword}${nullable} value)`,
    implementation: (value: unknown, _types: Types, { world }: Environment) =>
      convertValue(value, source, target, { culture: invariantCulture, world }),
    examples: [`Convert.To${name}(${sampleOf(source)}) // ${resultOf(target, source)}`],
  };
}

function ofTexts(target: ConversionTarget): readonly MemberDeclaration[] {
  const { keyword, name, example } = target;
  const source = conversionSources.find(({ family }) => family === 'string')!;
  const [from, to] = example;
  return [
    {
      // Only that of SByte takes no null.
      signature: `static ${keyword} To${name}(string${name === 'SByte' ? '' : '?'} value, IFormatProvider? provider)`,
      implementation: (
        value: string | null,
        provider: Culture | null,
        _types: Types,
        { world }: Environment,
      ) => convertValue(value, source, target, { culture: providerCulture(provider), world }),
      examples: [`Convert.To${name}("${textOf(target)}", CultureInfo.InvariantCulture) // ${to}`],
    },
    {
      signature: `static ${keyword} To${name}(object? value)`,
      implementation: (value: unknown, _types: Types, { world }: Environment) =>
        convertObject(value, target, { culture: invariantCulture, world }),
      examples: [
        `Convert.To${name}((object)${from}) // ${to}`,
        `Convert.To${name}(new object()) // throws System.InvalidCastException`,
      ],
    },
    {
      signature: `static ${keyword} To${name}(object? value, IFormatProvider? provider)`,
      implementation: (
        value: unknown,
        provider: Culture | null,
        _types: Types,
        { world }: Environment,
      ) => convertObject(value, target, { culture: providerCulture(provider), world }),
      examples: [`Convert.To${name}((object)${from}, CultureInfo.InvariantCulture) // ${to}`],
    },
  ];
}

/** A text that converts into the target's example. */
function textOf({ keyword }: ConversionTarget): string {
  if (keyword === 'bool') return 'True';
  if (keyword === 'char') return 'A';
  return keyword === 'DateTime' ? '2024-01-02' : '7';
}

function ofBase(kind: IntegerKind): MemberDeclaration {
  const { keyword, name } = kind;
  return {
    signature: `static ${keyword} To${name}(string? value, int fromBase)`,
    implementation: (value: string | null, fromBase: number) => fromRadix(value, fromBase, kind),
    examples: [
      `Convert.To${name}("7f", 16) // (${keyword})127`,
      `Convert.To${name}("101", 2) // (${keyword})5`,
      `Convert.To${name}("1", 7) // throws System.ArgumentException`,
    ],
  };
}

/** @throws ArgumentException, FormatException, OverflowException */
function fromRadix(text: string | null, base: number, kind: IntegerKind): number | bigint {
  if (!isRadix(base)) throw new ArgumentException('Invalid Base.');
  if (text === null) return ofKind(0n, kind);
  const value = parseRadix(text, base, { bits: kind.bits, isSigned: kind.minimum < 0n });
  if (typeof value === 'string') throw radixException(value, kind);
  return ofKind(value, kind);
}

function radixException(failure: RadixFailure, kind: IntegerKind): Error {
  switch (failure) {
    case 'empty':
      return new ArgumentOutOfRangeException(
        'index',
        'Index was out of range. Must be non-negative and less than the size of the collection.',
      );
    case 'noDigits':
      return new FormatException('Could not find any recognizable digits.');
    case 'trailing':
      return new FormatException(
        'Additional non-parsable characters are at the end of the string.',
      );
    case 'minus':
      return new ArgumentException('String cannot contain a minus sign if the base is not 10.');
    case 'unsignedMinus':
      return new OverflowException(
        'The string was being parsed as an unsigned number and could not have a negative sign.',
      );
    default:
      return tooLarge(kind.called);
  }
}

export const convertMembers: readonly MemberDeclaration[] = [
  ...conversionTargets.flatMap((target) => [
    ...conversionSources.map((source) => ofSource(target, source)),
    ...ofTexts(target),
  ]),
  ...Object.values(integerKinds).map(ofBase),
];
