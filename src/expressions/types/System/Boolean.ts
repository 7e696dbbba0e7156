import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, FormatException } from '../../runtime/exceptions.ts';
import { TypeCode } from './TypeCode.ts';

const member = membersOf<boolean>();

/** https://learn.microsoft.com/dotnet/api/system.boolean */
export const SystemBoolean = defineType({
  name: 'System.Boolean',
  keyword: 'bool',
  kind: 'struct',
  implements: ['IComparable', 'IComparable<bool>', 'IConvertible', 'IEquatable<bool>'],
  represents: Boolean,
  behaviour: {
    text: (value: boolean) => (value ? 'True' : 'False'),
    equals: (value: boolean, other) => value === other,
    key: (value: boolean) => value,
    compare: (value: boolean, other: boolean) => Number(value) - Number(other),
  },
  members: [
    member('static readonly string TrueString', 'True', 'bool.TrueString // "True"'),
    member('static readonly string FalseString', 'False', 'bool.FalseString // "False"'),
    member(
      'static bool Parse(string value)',
      parse,
      'bool.Parse(" true ") // true',
      'bool.Parse("yes") // throws System.FormatException',
    ),
    member(
      'static bool TryParse(string? value, out bool result)',
      (value, result) => {
        const parsed = value === null ? undefined : read(value);
        result.value = parsed ?? false;
        return parsed !== undefined;
      },
      'bool.TryParse("yes", out var b) // false',
    ),
    member(
      'int CompareTo(bool value)',
      (self, value) => Number(self) - Number(value),
      'true.CompareTo(false) // 1',
    ),
    member('int CompareTo(object? obj)', compareTo, 'false.CompareTo((object)true) // -1'),
    member(
      'string ToString(IFormatProvider? provider)',
      (self) => (self ? 'True' : 'False'),
      'true.ToString(null) // "True"',
    ),
    member(
      'TypeCode GetTypeCode()',
      () => TypeCode.Boolean,
      'true.GetTypeCode() // TypeCode.Boolean',
    ),
    member('bool Equals(bool obj)', (self, obj) => self === obj, 'true.Equals(true) // true'),
  ],
});

/** Accepts any case and surrounding white space and NULs, as Boolean.TryParse documents. */
function read(text: string): boolean | undefined {
  const word = text.replace(/^[\s\0]+|[\s\0]+$/g, '').toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : undefined;
}

/** @throws FormatException */
export function parse(value: string): boolean {
  const parsed = read(value);
  if (parsed === undefined)
    throw new FormatException(`String '${value}' was not recognized as a valid Boolean.`);
  return parsed;
}

function compareTo(self: boolean, obj: unknown): number {
  if (obj === null) return 1;
  if (typeof obj !== 'boolean') throw new ArgumentException('Object must be of type Boolean.');
  return Number(self) - Number(obj);
}
