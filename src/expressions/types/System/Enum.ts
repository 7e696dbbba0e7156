import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { box } from '../../runtime/boxing.ts';
import { Box } from '../../runtime/Box.ts';
import { enumText } from '../../runtime/enumText.ts';
import {
  ArgumentException,
  ArgumentNullException,
  InvalidOperationException,
  NetException,
} from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { parseEnum } from '../../runtime/parseEnum.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { typeObject } from '../../runtime/TypeObject.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import { isEnum } from '../../typeSystem/kinds.ts';
import type { NamedType, NetType } from '../../typeSystem/NetType.ts';
import { SystemInt32 } from './Int32.ts';
import { SystemString } from './String.ts';
import { integerKinds } from './integerKinds.ts';
import { TypeCode } from './TypeCode.ts';

/** Instance members are of a class, so that values arrive boxed. */
const member = membersOf<Box>();

/** https://learn.microsoft.com/dotnet/api/system.enum; every enum counts in Int32. */
export const SystemEnum = defineType({
  name: 'System.Enum',
  kind: 'class',
  base: 'ValueType',
  implements: ['IComparable', 'IConvertible', 'IFormattable'],
  members: [
    member(
      'static object Parse(Type enumType, string value)',
      (enumType, value) => parseBoxed(enumType, value, false),
      'Enum.Parse(typeof(DayOfWeek), "Friday") // DayOfWeek.Friday',
      'Enum.Parse(typeof(DayOfWeek), "friday") // throws System.ArgumentException',
    ),
    member(
      'static object Parse(Type enumType, string value, bool ignoreCase)',
      parseBoxed,
      'Enum.Parse(typeof(DayOfWeek), "friday", true) // DayOfWeek.Friday',
    ),
    member(
      'static TEnum Parse<TEnum>(string value) where TEnum : struct',
      (value, [type]) => parseEnum(value, definitionOf(type), false),
      'Enum.Parse<DayOfWeek>("5") // DayOfWeek.Friday',
    ),
    member(
      'static TEnum Parse<TEnum>(string value, bool ignoreCase) where TEnum : struct',
      (value, ignoreCase, [type]) => parseEnum(value, definitionOf(type), ignoreCase),
      'Enum.Parse<DayOfWeek>("SUNDAY", true) // DayOfWeek.Sunday',
    ),
    member(
      'static bool TryParse<TEnum>(string? value, out TEnum result) where TEnum : struct',
      (value, result: Ref, [type]) => tryParse(value, type, false, result),
      'Enum.TryParse<DayOfWeek>("Friday", out var d) && d == DayOfWeek.Friday // true',
      'Enum.TryParse<DayOfWeek>("Someday", out var d) // false',
    ),
    member(
      'static bool TryParse<TEnum>(string? value, bool ignoreCase, out TEnum result) where TEnum : struct',
      (value, ignoreCase, result: Ref, [type]) => tryParse(value, type, ignoreCase, result),
      'Enum.TryParse<DayOfWeek>("friday", true, out var d) // true',
    ),
    member(
      'static bool TryParse(Type enumType, string? value, out object result)',
      (enumType, value, result) => tryParseBoxed(enumType, value, false, result),
      'Enum.TryParse(typeof(DayOfWeek), "Friday", out object d) // true',
    ),
    member(
      'static bool TryParse(Type enumType, string? value, bool ignoreCase, out object result)',
      tryParseBoxed,
      'Enum.TryParse(typeof(DayOfWeek), "x", true, out object d) // false',
    ),
    member(
      'static string[] GetNames(Type enumType)',
      ({ type }: TypeObject) => namesOf(type),
      'Enum.GetNames(typeof(DayOfWeek))[0] // "Sunday"',
    ),
    member(
      'static string[] GetNames<TEnum>() where TEnum : struct',
      ([type]) => namesOf(type!),
      'Enum.GetNames<DayOfWeek>().Length // 7',
    ),
    member(
      'static Array GetValues(Type enumType)',
      ({ type }: TypeObject) => valuesOf(type),
      'Enum.GetValues(typeof(DayOfWeek)).Length // 7',
      'Enum.GetValues(typeof(DayOfWeek)).GetValue(5) // DayOfWeek.Friday',
      'Enum.GetValues(typeof(DayOfWeek)).Cast<DayOfWeek>().Last() // DayOfWeek.Saturday',
      'Enum.GetValues(typeof(int)) // throws System.ArgumentException',
    ),
    member(
      'static TEnum[] GetValues<TEnum>() where TEnum : struct',
      ([type]) => valuesOf(type!),
      'Enum.GetValues<DayOfWeek>()[5] // DayOfWeek.Friday',
    ),
    member(
      'static string GetName(Type enumType, object value)',
      ({ type }: TypeObject, value) => nameOf(numberOf(value), type) as string,
      'Enum.GetName(typeof(DayOfWeek), 5) // "Friday"',
      'Enum.GetName(typeof(DayOfWeek), 9) // null',
      'Enum.GetName(typeof(DayOfWeek), true) // "Monday"',
      'Enum.GetName(typeof(DayOfWeek), 1.0) // throws System.ArgumentException',
    ),
    member(
      'static string GetName<TEnum>(TEnum value) where TEnum : struct',
      (value: number, [type]) => nameOf(value, type!) as string,
      'Enum.GetName(DayOfWeek.Friday) // "Friday"',
    ),
    member(
      'static bool IsDefined(Type enumType, object value)',
      ({ type }: TypeObject, value) => isDefined(type, value),
      'Enum.IsDefined(typeof(DayOfWeek), "Friday") // true',
      'Enum.IsDefined(typeof(DayOfWeek), 9) // false',
      'Enum.IsDefined(typeof(DayOfWeek), 5L) // throws System.ArgumentException',
      'Enum.IsDefined(typeof(DayOfWeek), 5.0) // throws System.InvalidOperationException',
    ),
    member(
      'static bool IsDefined<TEnum>(TEnum value) where TEnum : struct',
      (value: number, [type]) => nameOf(value, type!) !== null,
      'Enum.IsDefined(DayOfWeek.Friday) // true',
    ),
    member(
      'static object ToObject(Type? enumType, object value)',
      (enumType: TypeObject | null, value) => {
        const number = numberOf(value);
        if (!enumType) throw new ArgumentNullException('enumType');
        return boxed(number, enumType.type);
      },
      'Enum.ToObject(typeof(DayOfWeek), (object)5) // DayOfWeek.Friday',
    ),
    ...Object.values(integerKinds).map(toObject),
    member(
      'static string Format(Type enumType, object value, string format)',
      ({ type }: TypeObject, value, format) => {
        const definition = definitionOf(type);
        requireOwnNumber(value, type);
        return enumText(numberOf(value), definition, format === '' ? 'G' : format);
      },
      'Enum.Format(typeof(DayOfWeek), 5, "G") // "Friday"',
      'Enum.Format(typeof(DayOfWeek), 5, "Q") // throws System.FormatException',
    ),
    member(
      'static Type GetUnderlyingType(Type enumType)',
      ({ type }: TypeObject) => {
        definitionOf(type);
        return typeObject(SystemInt32.construct());
      },
      'Enum.GetUnderlyingType(typeof(DayOfWeek)) // typeof(int)',
    ),
    member(
      'string ToString(string? format)',
      (self, format) => enumText(Number(self.value), definitionOf(self.type), format),
      'DayOfWeek.Friday.ToString("D") // "5"',
      'DayOfWeek.Friday.ToString("X") // "00000005"',
    ),
    member(
      'string ToString(IFormatProvider? provider)',
      (self) => enumText(Number(self.value), definitionOf(self.type), null),
      'DayOfWeek.Friday.ToString(CultureInfo.InvariantCulture) // "Friday"',
    ),
    member(
      'string ToString(string? format, IFormatProvider? provider)',
      (self, format) => enumText(Number(self.value), definitionOf(self.type), format),
      'DayOfWeek.Friday.ToString("G", null) // "Friday"',
    ),
    member(
      'bool HasFlag(Enum flag)',
      hasFlag,
      'NumberStyles.Integer.HasFlag(NumberStyles.AllowLeadingSign) // true',
      'NumberStyles.Integer.HasFlag(NumberStyles.AllowExponent) // false',
    ),
    member(
      'int CompareTo(object? target)',
      compareTo,
      'DayOfWeek.Friday.CompareTo(DayOfWeek.Monday) // 1',
      'DayOfWeek.Friday.CompareTo(5) // throws System.ArgumentException',
    ),
    member(
      'TypeCode GetTypeCode()',
      () => TypeCode.Int32,
      'DayOfWeek.Friday.GetTypeCode() // TypeCode.Int32',
    ),
  ],
});

/** @throws ArgumentException when the type is no enum */
function definitionOf(type: NetType | undefined): NamedType['definition'] {
  if (type && isEnum(type)) return type.definition;
  throw new ArgumentException('Type provided must be an Enum.', 'enumType');
}

function boxed(value: number, type: NetType): NonNullable<unknown> {
  definitionOf(type);
  return box(value, type) as NonNullable<unknown>;
}

function parseBoxed(
  enumType: TypeObject,
  value: string,
  ignoreCase: boolean,
): NonNullable<unknown> {
  return boxed(parseEnum(value, definitionOf(enumType.type), ignoreCase), enumType.type);
}

function tryParse(
  value: string | null,
  type: NetType | undefined,
  ignoreCase: boolean,
  result: Ref,
): boolean {
  const definition = definitionOf(type);
  result.value = 0;
  if (value === null) return false;
  try {
    result.value = parseEnum(value, definition, ignoreCase);
    return true;
  } catch (error) {
    if (error instanceof NetException) return false;
    throw error;
  }
}

function tryParseBoxed(
  enumType: TypeObject,
  value: string | null,
  ignoreCase: boolean,
  result: Ref,
): boolean {
  const number: Ref = { value: 0 };
  const isParsed = tryParse(value, enumType.type, ignoreCase, number);
  result.value = isParsed ? boxed(Number(number.value), enumType.type) : null;
  return isParsed;
}

/** Names and values in the order of the values, as unsigned numbers. */
function entriesOf(type: NetType): readonly (readonly [name: string, value: number])[] {
  const { values = {} } = definitionOf(type).declaration;
  return Object.entries(values).toSorted(([, a], [, b]) => (a >>> 0) - (b >>> 0));
}

function namesOf(type: NetType): NetArray {
  return new NetArray(
    SystemString.construct(),
    entriesOf(type).map(([name]) => name),
  );
}

function valuesOf(type: NetType): NetArray {
  return new NetArray(
    type,
    entriesOf(type).map(([, value]) => value),
  );
}

function nameOf(value: number, type: NetType): string | null {
  return entriesOf(type).find(([, number]) => number === value)?.[0] ?? null;
}

/** The number of a boxed integer or enum value. @throws ArgumentException */
function numberOf(value: unknown): number {
  const number = value instanceof Box && !isReal(value.type) ? value.value : value;
  if (typeof number === 'boolean') return Number(number);
  const isInteger = typeof number === 'bigint' || Number.isInteger(number);
  if (isInteger) return Number(BigInt.asIntN(32, BigInt(number as number | bigint)));
  throw new ArgumentException(
    'The value passed in must be an enum base or an underlying type for an enum, such as an Int32.',
    'value',
  );
}

/** Whether a boxed value is of a type that an enum can count in; .NET counts Boolean among them. */
function isIntegral(value: unknown): boolean {
  if (value instanceof Box) return !isReal(value.type);
  return typeof value === 'bigint' || typeof value === 'boolean';
}

/** A value of the enum or of Int32. @throws ArgumentException */
function requireOwnNumber(value: unknown, type: NetType): void {
  if (typeof value === 'number' || (value instanceof Box && value.type === type)) return;
  throw new ArgumentException(
    'Enum underlying type and the object must be same type or object. The type passed in must be the enum or Int32.',
  );
}

function isReal(type: NetType): boolean {
  return ['System.Single', 'System.Double'].includes(type.toString());
}

function isDefined(type: NetType, value: unknown): boolean {
  if (value === null) throw new ArgumentNullException('value');
  const entries = entriesOf(type);
  if (typeof value === 'string') return entries.some(([name]) => name === value);
  if (value instanceof Box && isEnum(value.type)) {
    if (value.type !== type) {
      throw new ArgumentException(
        `Object must be the same type as the enum. The type passed in was '${value.type.toString()}'; the enum type was '${type.toString()}'.`,
      );
    }
    return nameOf(Number(value.value), type) !== null;
  }
  if (typeof value === 'number') return nameOf(value, type) !== null;
  if (!isIntegral(value)) throw new InvalidOperationException('Unknown enum type.');
  throw new ArgumentException(
    'Enum underlying type and the object must be same type or object must be a String.',
  );
}

function toObject({ keyword }: (typeof integerKinds)['int']): MemberDeclaration {
  return {
    signature: `static object ToObject(Type enumType, ${keyword} value)`,
    implementation: ({ type }: TypeObject, value: number | bigint) => boxed(numberOf(value), type),
    examples: [`Enum.ToObject(typeof(DayOfWeek), (${keyword})5) // DayOfWeek.Friday`],
  };
}

/** @throws ArgumentException */
function hasFlag(self: Box, flag: Box): boolean {
  if (flag.type !== self.type) {
    throw new ArgumentException(
      `The argument type, '${flag.type.toString()}', is not the same as the enum type '${self.type.toString()}'.`,
    );
  }
  return (Number(self.value) & Number(flag.value)) === Number(flag.value);
}

/** @throws ArgumentException */
function compareTo(self: Box, target: unknown): number {
  if (target === null) return 1;
  if (!(target instanceof Box) || target.type !== self.type) {
    throw new ArgumentException(
      `Object must be the same type as the enum. The type passed in must be '${self.type.toString()}'.`,
    );
  }
  return Math.sign(Number(self.value) - Number(target.value));
}
