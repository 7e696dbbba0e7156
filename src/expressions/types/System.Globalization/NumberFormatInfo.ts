import type { NumberFormat } from '../../../lib/dotnet-format/NumberFormat.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Culture } from '../../runtime/Culture.ts';
import {
  ArgumentException,
  ArgumentNullException,
  ArgumentOutOfRangeException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { NumberFormatInfo } from '../../runtime/NumberFormatInfo.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import { SystemInt32 } from '../System/Int32.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    NumberFormatInfo: NumberFormatInfo;
  }
}

const member = membersOf<NumberFormatInfo>();

type NamesOf<Value> = {
  [Name in keyof NumberFormat]: NumberFormat[Name] extends Value ? Name : never;
}[keyof NumberFormat];

/** `NumberDecimalDigits` of `numberDecimalDigits`. */
function propertyName(name: keyof NumberFormat): string {
  if (name === 'nanSymbol') return 'NaNSymbol';
  return name[0]!.toUpperCase() + name.slice(1);
}

function textProperty(name: NamesOf<string>, invariant: string): MemberDeclaration {
  const property = propertyName(name);
  return member(
    `string ${property} { get; set; }` as const,
    {
      get: (self: NumberFormatInfo) => self.numberFormat[name],
      set: (self: NumberFormatInfo, value: string | null) => {
        if (name.endsWith('Separator')) self.requireWritable();
        if (value === null) throw new ArgumentNullException('value', 'String reference not set.');
        if (value === '' && name.endsWith('DecimalSeparator')) {
          throw new ArgumentException('Decimal separator cannot be the empty string.');
        }
        self.set(name, value);
      },
    },
    `NumberFormatInfo.InvariantInfo.${property} // "${invariant}"`,
  );
}

function numberProperty(
  name: NamesOf<number>,
  maximum: number,
  invariant: number,
): MemberDeclaration {
  const property = propertyName(name);
  return member(
    `int ${property} { get; set; }` as const,
    {
      get: (self: NumberFormatInfo) => self.numberFormat[name],
      set: (self: NumberFormatInfo, value: number) => {
        if (value < 0 || value > maximum) {
          const message = `Valid values are between 0 and ${maximum}, inclusive.`;
          throw new ArgumentOutOfRangeException(property, message);
        }
        self.set(name, value);
      },
    },
    `NumberFormatInfo.InvariantInfo.${property} // ${invariant}`,
  );
}

function sizesProperty(name: NamesOf<readonly number[]>): MemberDeclaration {
  const property = propertyName(name);
  return member(
    `int[] ${property} { get; set; }` as const,
    {
      get: (self: NumberFormatInfo) =>
        new NetArray(SystemInt32.construct(), [...self.numberFormat[name]]),
      set: (self: NumberFormatInfo, value: NetArray | null) => {
        if (value === null) throw new ArgumentNullException('value', 'Object cannot be null.');
        self.requireWritable();
        self.set(name, checkSizes(value));
      },
    },
    `NumberFormatInfo.InvariantInfo.${property}[0] // 3`,
  );
}

/** Sizes are 1 to 9; only the last may be 0. */
function checkSizes(value: NetArray): number[] {
  const sizes = [...value].map(Number);
  if (sizes.some((size, index) => size > 9 || size < (index === sizes.length - 1 ? 0 : 1))) {
    throw new ArgumentException(
      'Every element in the value array should be between one and nine, except for the last element, which can be zero.',
    );
  }
  return sizes;
}

/** https://learn.microsoft.com/dotnet/api/system.globalization.numberformatinfo */
export const GlobalizationNumberFormatInfo = defineType({
  name: 'System.Globalization.NumberFormatInfo',
  kind: 'class',
  implements: ['ICloneable', 'IFormatProvider'],
  represents: NumberFormatInfo,
  members: [
    member(
      'NumberFormatInfo()',
      () => new NumberFormatInfo(),
      'new NumberFormatInfo { NumberDecimalSeparator = "," }.NumberDecimalSeparator // ","',
    ),
    member(
      'static NumberFormatInfo InvariantInfo { get; }',
      () => NumberFormatInfo.invariant,
      'NumberFormatInfo.InvariantInfo.NaNSymbol // "NaN"',
    ),
    member(
      'static NumberFormatInfo CurrentInfo { get; }',
      () => NumberFormatInfo.invariant,
      'NumberFormatInfo.CurrentInfo.CurrencySymbol // "\u00A4"',
    ),
    member(
      'static NumberFormatInfo GetInstance(IFormatProvider? formatProvider)',
      getInstance,
      'NumberFormatInfo.GetInstance(new CultureInfo("de-DE")).NumberDecimalSeparator // ","',
    ),
    member(
      'static NumberFormatInfo ReadOnly(NumberFormatInfo nfi)',
      (nfi) => new NumberFormatInfo(nfi.numberFormat, true),
      'NumberFormatInfo.ReadOnly(new NumberFormatInfo()).IsReadOnly // true',
    ),
    member(
      'object Clone()',
      (self) => self.clone(),
      '((NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone()).IsReadOnly // false',
    ),
    member(
      'bool IsReadOnly { get; }',
      (self) => self.isReadOnly,
      'new NumberFormatInfo().IsReadOnly // false',
    ),
    textProperty('negativeSign', '-'),
    textProperty('positiveSign', '+'),
    textProperty('nanSymbol', 'NaN'),
    textProperty('positiveInfinitySymbol', 'Infinity'),
    textProperty('negativeInfinitySymbol', '-Infinity'),
    textProperty('perMilleSymbol', '\u2030'),
    numberProperty('numberDecimalDigits', 99, 2),
    textProperty('numberDecimalSeparator', '.'),
    textProperty('numberGroupSeparator', ','),
    sizesProperty('numberGroupSizes'),
    numberProperty('numberNegativePattern', 4, 1),
    textProperty('currencySymbol', '\u00A4'),
    numberProperty('currencyDecimalDigits', 99, 2),
    textProperty('currencyDecimalSeparator', '.'),
    textProperty('currencyGroupSeparator', ','),
    sizesProperty('currencyGroupSizes'),
    numberProperty('currencyPositivePattern', 3, 0),
    numberProperty('currencyNegativePattern', 16, 0),
    textProperty('percentSymbol', '%'),
    numberProperty('percentDecimalDigits', 99, 2),
    textProperty('percentDecimalSeparator', '.'),
    textProperty('percentGroupSeparator', ','),
    sizesProperty('percentGroupSizes'),
    numberProperty('percentPositivePattern', 3, 0),
    numberProperty('percentNegativePattern', 11, 0),
  ],
});

function getInstance(provider: Culture | null): NumberFormatInfo {
  if (provider instanceof NumberFormatInfo) return provider;
  const { numberFormat } = providerCulture(provider);
  return new NumberFormatInfo(numberFormat, true);
}
