import {
  formatGuid,
  guidBytes,
  guidOfBytes,
  parseGuid,
  randomGuid,
  timeOrderedGuid,
} from '../../../lib/guid/guid.ts';
import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, FormatException } from '../../runtime/exceptions.ts';
import { Guid } from '../../runtime/Guid.ts';
import { readGuid } from '../../runtime/readGuid.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { SystemByte } from './Byte.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Guid: Guid;
  }
}

const member = membersOf<Guid>();

const sample = '"00112233-4455-6677-8899-aabbccddeeff"';

/** https://learn.microsoft.com/dotnet/api/system.guid */
export const SystemGuid = defineType({
  name: 'System.Guid',
  kind: 'struct',
  implements: ['IComparable', 'IComparable<Guid>', 'IEquatable<Guid>', 'IFormattable'],
  represents: Guid,
  behaviour: {
    text: (value: Guid, format) => guidText(value, format),
    equals: (value: Guid, other) => other instanceof Guid && other.digits === value.digits,
    key: (value: Guid) => value.digits,
    compare: (value: Guid, other: Guid) => compare(value, other),
    zero: () => Guid.empty,
  },
  members: [
    member(
      'static readonly Guid Empty',
      Guid.empty,
      'Guid.Empty.ToString("N") // "00000000000000000000000000000000"',
    ),
    member(
      'static Guid AllBitsSet { get; }',
      () => new Guid('f'.repeat(32)),
      'Guid.AllBitsSet.ToString("N") // "ffffffffffffffffffffffffffffffff"',
    ),
    member('Guid(string g)', readGuid, `new Guid(${sample}).ToString() // ${sample}`),
    member(
      'Guid(byte[] b)',
      (b) => ofBytes(b, false),
      'new Guid(new byte[16]) == Guid.Empty // true',
    ),
    member(
      'Guid(byte[] b, bool bigEndian)',
      ofBytes,
      'new Guid(new byte[16], true) == Guid.Empty // true',
    ),
    member(
      'Guid(int a, short b, short c, byte[] d)',
      (a, b, c, d) => {
        requireLength(d, 8);
        return ofParts(a, b, c, Array.from(d.items, Number));
      },
      'new Guid(1, 2, 3, new byte[8]).ToString() // "00000001-0002-0003-0000-000000000000"',
    ),
    member(
      'Guid(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)',
      (a, b, c, d, e, f, g, h, i, j, k) => ofParts(a, b, c, [d, e, f, g, h, i, j, k]),
      'new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString() // "00000001-0002-0003-0405-060708090a0b"',
    ),
    member(
      'Guid(uint a, ushort b, ushort c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)',
      (a, b, c, d, e, f, g, h, i, j, k) => ofParts(a, b, c, [d, e, f, g, h, i, j, k]),
      'new Guid(0xFFFFFFFFu, (ushort)2, (ushort)3, 4, 5, 6, 7, 8, 9, 10, 11).ToString() // "ffffffff-0002-0003-0405-060708090a0b"',
    ),
    member(
      'static Guid NewGuid()',
      (_types, { world }) => new Guid(randomGuid(world.randomBytes(16))),
      'Guid.NewGuid().ToString().Length // 36',
      'Guid.NewGuid() == Guid.NewGuid() // false',
    ),
    member(
      'static Guid CreateVersion7()',
      (_types, { world }) => new Guid(timeOrderedGuid(world.now(), world.randomBytes(16))),
      'Guid.CreateVersion7().Version // 7',
    ),
    member(
      'static Guid Parse(string input)',
      readGuid,
      `Guid.Parse("{00112233-4455-6677-8899-AABBCCDDEEFF}").ToString() // ${sample}`,
      'Guid.Parse("x") // throws System.FormatException',
    ),
    member(
      'static Guid Parse(string s, IFormatProvider? provider)',
      (s) => readGuid(s),
      `Guid.Parse(${sample}, null).ToString() // ${sample}`,
    ),
    member(
      'static Guid ParseExact(string input, string format)',
      parseExact,
      'Guid.ParseExact("00112233445566778899aabbccddeeff", "N").ToString("D") // "00112233-4455-6677-8899-aabbccddeeff"',
      `Guid.ParseExact(${sample}, "N") // throws System.FormatException`,
    ),
    member(
      'static bool TryParse(string? input, out Guid result)',
      (input, result) => tryRead(input, undefined, result),
      `Guid.TryParse(${sample}, out var g) // true`,
      'Guid.TryParse("x", out var g) // false',
    ),
    member(
      'static bool TryParse(string? s, IFormatProvider? provider, out Guid result)',
      (s, _provider, result) => tryRead(s, undefined, result),
      `Guid.TryParse(${sample}, null, out var g) // true`,
    ),
    member(
      'static bool TryParseExact(string? input, string? format, out Guid result)',
      (input, format, result) => tryRead(input, format ?? '?', result),
      `Guid.TryParseExact(${sample}, "D", out var g) // true`,
    ),
    member(
      'byte[] ToByteArray()',
      ({ digits }) => bytes(guidBytes(digits)),
      `new Guid(${sample}).ToByteArray()[0] // (byte)0x33`,
    ),
    member(
      'byte[] ToByteArray(bool bigEndian)',
      ({ digits }, bigEndian) => bytes(guidBytes(digits, bigEndian)),
      `new Guid(${sample}).ToByteArray(true)[1] // (byte)0x11`,
    ),
    member(
      'string ToString(string? format)',
      guidText,
      `new Guid(${sample}).ToString("N") // "00112233445566778899aabbccddeeff"`,
      'Guid.Empty.ToString("Q") // throws System.FormatException',
    ),
    member(
      'string ToString(string? format, IFormatProvider? provider)',
      (self, format) => guidText(self, format),
      `new Guid(${sample}).ToString("P", null) // "(00112233-4455-6677-8899-aabbccddeeff)"`,
    ),
    member('int CompareTo(Guid value)', compare, 'Guid.Empty.CompareTo(Guid.AllBitsSet) // -1'),
    member(
      'int CompareTo(object? value)',
      (self, value) => {
        if (value === null) return 1;
        if (value instanceof Guid) return compare(self, value);
        throw new ArgumentException('Object must be of type GUID.', 'value');
      },
      'Guid.Empty.CompareTo(null) // 1',
    ),
    member(
      'bool Equals(Guid g)',
      (self, g) => self.digits === g.digits,
      'Guid.Empty.Equals(new Guid()) // true',
    ),
    member(
      'int Version { get; }',
      ({ digits }) => Number.parseInt(digits[12]!, 16),
      'Guid.NewGuid().Version // 4',
    ),
    member(
      'int Variant { get; }',
      ({ digits }) => Number.parseInt(digits[16]!, 16),
      'Guid.Empty.Variant // 0',
    ),
    member(
      'static bool operator ==(Guid a, Guid b)',
      (a, b) => a.digits === b.digits,
      'Guid.Empty == new Guid() // true',
    ),
    member(
      'static bool operator !=(Guid a, Guid b)',
      (a, b) => a.digits !== b.digits,
      'Guid.Empty != Guid.NewGuid() // true',
    ),
    member(
      'static bool operator <(Guid left, Guid right)',
      (a, b) => a.digits < b.digits,
      'Guid.Empty < Guid.AllBitsSet // true',
    ),
    member(
      'static bool operator >(Guid left, Guid right)',
      (a, b) => a.digits > b.digits,
      'Guid.Empty > Guid.AllBitsSet // false',
    ),
    member(
      'static bool operator <=(Guid left, Guid right)',
      (a, b) => a.digits <= b.digits,
      'Guid.Empty <= Guid.Empty // true',
    ),
    member(
      'static bool operator >=(Guid left, Guid right)',
      (a, b) => a.digits >= b.digits,
      'Guid.Empty >= Guid.AllBitsSet // false',
    ),
  ],
});

/** @throws FormatException */
function guidText({ digits }: Guid, format: string | null): string {
  const text = formatGuid(digits, format ?? '');
  if (text !== undefined) return text;
  throw new FormatException(
    'Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".',
  );
}

/** @throws FormatException */
function parseExact(text: string, format: string): Guid {
  guidText(Guid.empty, format);
  const digits = parseGuid(text, format === '' ? 'D' : format);
  if (digits === undefined) throw new FormatException('Unrecognized Guid format.');
  return new Guid(digits);
}

function tryRead(text: string | null, style: string | undefined, result: Ref<Guid>): boolean {
  const digits = text === null ? undefined : parseGuid(text, style);
  result.value = digits === undefined ? Guid.empty : new Guid(digits);
  return digits !== undefined;
}

function compare(one: Guid, other: Guid): number {
  if (one.digits === other.digits) return 0;
  return one.digits < other.digits ? -1 : 1;
}

function bytes(items: Uint8Array): NetArray {
  return new NetArray(SystemByte.construct(), items);
}

/** @throws ArgumentException */
function requireLength({ length }: NetArray, wanted: number): void {
  if (length !== wanted) {
    throw new ArgumentException(`Byte array for Guid must be exactly ${wanted} bytes long.`);
  }
}

/** @throws ArgumentException */
function ofBytes(array: NetArray, bigEndian: boolean): Guid {
  requireLength(array, 16);
  return new Guid(guidOfBytes(Uint8Array.from(array.items, Number), bigEndian));
}

function ofParts(a: number, b: number, c: number, rest: readonly number[]): Guid {
  const part = (value: number, digits: number): string =>
    BigInt.asUintN(4 * digits, BigInt(value))
      .toString(16)
      .padStart(digits, '0');
  return new Guid(part(a, 8) + part(b, 4) + part(c, 4) + rest.map((d) => part(d, 2)).join(''));
}
