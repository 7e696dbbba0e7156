import { defineType, membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { SystemByte } from './Byte.ts';

/** How values of a type lie in memory, little-endian. */
interface Layout {
  readonly keyword: string;
  readonly name: string;
  readonly size: number;
  /** A value and the hexadecimal text of its bytes. */
  readonly example: readonly [value: string, bytes: string];
  write(view: DataView, value: never): void;
  read(view: DataView): unknown;
}

const canonicalNaN = 0xfff8000000000000n;
const canonicalSingleNaN = 0xffc00000;

// prettier-ignore
const layouts: readonly Layout[] = [
  {
    keyword: 'bool', name: 'Boolean', size: 1, example: ['true', '01'],
    write: (view, value: boolean) => { view.setUint8(0, value ? 1 : 0); },
    read: (view) => view.getUint8(0) !== 0,
  },
  {
    keyword: 'char', name: 'Char', size: 2, example: ["'A'", '41-00'],
    write: (view, value: number) => { view.setUint16(0, value, true); },
    read: (view) => view.getUint16(0, true),
  },
  {
    keyword: 'short', name: 'Int16', size: 2, example: ['(short)-2', 'FE-FF'],
    write: (view, value: number) => { view.setInt16(0, value, true); },
    read: (view) => view.getInt16(0, true),
  },
  {
    keyword: 'ushort', name: 'UInt16', size: 2, example: ['(ushort)258', '02-01'],
    write: (view, value: number) => { view.setUint16(0, value, true); },
    read: (view) => view.getUint16(0, true),
  },
  {
    keyword: 'int', name: 'Int32', size: 4, example: ['258', '02-01-00-00'],
    write: (view, value: number) => { view.setInt32(0, value, true); },
    read: (view) => view.getInt32(0, true),
  },
  {
    keyword: 'uint', name: 'UInt32', size: 4, example: ['258u', '02-01-00-00'],
    write: (view, value: number) => { view.setUint32(0, value, true); },
    read: (view) => view.getUint32(0, true),
  },
  {
    keyword: 'long', name: 'Int64', size: 8, example: ['-2L', 'FE-FF-FF-FF-FF-FF-FF-FF'],
    write: (view, value: bigint) => { view.setBigInt64(0, value, true); },
    read: (view) => view.getBigInt64(0, true),
  },
  {
    keyword: 'ulong', name: 'UInt64', size: 8, example: ['258ul', '02-01-00-00-00-00-00-00'],
    write: (view, value: bigint) => { view.setBigUint64(0, value, true); },
    read: (view) => view.getBigUint64(0, true),
  },
  {
    keyword: 'float', name: 'Single', size: 4, example: ['1f', '00-00-80-3F'],
    write: (view, value: number) => { writeSingle(view, value); },
    read: (view) => view.getFloat32(0, true),
  },
  {
    keyword: 'double', name: 'Double', size: 8, example: ['1.0', '00-00-00-00-00-00-F0-3F'],
    write: (view, value: number) => { writeDouble(view, value); },
    read: (view) => view.getFloat64(0, true),
  },
];

/** .NET's `double.NaN` has its sign bit set; JavaScript does not tell NaNs apart. */
function writeDouble(view: DataView, value: number): void {
  if (Number.isNaN(value)) view.setBigUint64(0, canonicalNaN, true);
  else view.setFloat64(0, value, true);
}

function writeSingle(view: DataView, value: number): void {
  if (Number.isNaN(value)) view.setUint32(0, canonicalSingleNaN, true);
  else view.setFloat32(0, value, true);
}

function converters(layout: Layout): readonly MemberDeclaration[] {
  const { keyword, name, size, example } = layout;
  const [value, bytes] = example;
  return [
    {
      signature: `static byte[] GetBytes(${keyword} value)`,
      implementation: (given: never) => {
        const items = new Uint8Array(size);
        layout.write(new DataView(items.buffer), given);
        return new NetArray(SystemByte.construct(), items);
      },
      examples: [`BitConverter.ToString(BitConverter.GetBytes(${value})) // "${bytes}"`],
    },
    {
      signature: `static ${keyword} To${name}(byte[] value, int startIndex)`,
      implementation: (array: NetArray, startIndex: number) =>
        layout.read(new DataView(slice(array, startIndex, size).buffer)),
      examples: [
        `BitConverter.To${name}(BitConverter.GetBytes(${value}), 0) // ${value}`,
        `BitConverter.To${name}(new byte[0], 0) // throws System.ArgumentOutOfRangeException`,
      ],
    },
  ];
}

/** A copy of `size` bytes. @throws ArgumentOutOfRangeException, ArgumentException */
function slice({ items }: NetArray, startIndex: number, size: number): Uint8Array<ArrayBuffer> {
  if (startIndex < 0 || startIndex >= items.length) {
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  }
  if (startIndex > items.length - size) {
    throw new ArgumentException(
      'Destination array is not long enough to copy all the items in the collection. Check array index and length.',
      'value',
    );
  }
  return Uint8Array.from(items.slice(startIndex, startIndex + size), Number);
}

const member = membersOf<never>();

function reinterpret<From, To>(
  size: number,
  write: (view: DataView, value: From) => void,
  read: (view: DataView) => To,
): (value: From) => To {
  return (value) => {
    const view = new DataView(new ArrayBuffer(size));
    write(view, value);
    return read(view);
  };
}

/** https://learn.microsoft.com/dotnet/api/system.bitconverter */
export const SystemBitConverter = defineType({
  name: 'System.BitConverter',
  kind: 'class',
  members: [
    member('static readonly bool IsLittleEndian', true, 'BitConverter.IsLittleEndian // true'),
    ...layouts.flatMap(converters),
    member(
      'static string ToString(byte[] value)',
      (value) => hexadecimal(value, 0, value.length),
      'BitConverter.ToString(new byte[] { 1, 255 }) // "01-FF"',
      'BitConverter.ToString(new byte[0]) // ""',
    ),
    member(
      'static string ToString(byte[] value, int startIndex)',
      (value, startIndex) => hexadecimal(value, startIndex, value.length - startIndex),
      'BitConverter.ToString(new byte[] { 1, 255 }, 1) // "FF"',
    ),
    member(
      'static string ToString(byte[] value, int startIndex, int length)',
      hexadecimal,
      'BitConverter.ToString(new byte[] { 1, 2, 3 }, 1, 1) // "02"',
      'BitConverter.ToString(new byte[] { 1 }, 0, 2) // throws System.ArgumentException',
    ),
    member(
      'static long DoubleToInt64Bits(double value)',
      reinterpret(8, writeDouble, (view) => view.getBigInt64(0, true)),
      'BitConverter.DoubleToInt64Bits(1.0) // 0x3FF0000000000000L',
    ),
    member(
      'static ulong DoubleToUInt64Bits(double value)',
      reinterpret(8, writeDouble, (view) => view.getBigUint64(0, true)),
      'BitConverter.DoubleToUInt64Bits(-0.0) // 0x8000000000000000ul',
    ),
    member(
      'static double Int64BitsToDouble(long value)',
      reinterpret(
        8,
        (view, value: bigint) => {
          view.setBigInt64(0, value, true);
        },
        (view) => view.getFloat64(0, true),
      ),
      'BitConverter.Int64BitsToDouble(0x3FF0000000000000L) // 1.0',
    ),
    member(
      'static double UInt64BitsToDouble(ulong value)',
      reinterpret(
        8,
        (view, value: bigint) => {
          view.setBigUint64(0, value, true);
        },
        (view) => view.getFloat64(0, true),
      ),
      'BitConverter.UInt64BitsToDouble(0x3FF0000000000000ul) // 1.0',
    ),
    member(
      'static int SingleToInt32Bits(float value)',
      reinterpret(4, writeSingle, (view) => view.getInt32(0, true)),
      'BitConverter.SingleToInt32Bits(1f) // 0x3F800000',
    ),
    member(
      'static uint SingleToUInt32Bits(float value)',
      reinterpret(4, writeSingle, (view) => view.getUint32(0, true)),
      'BitConverter.SingleToUInt32Bits(1f) // 0x3F800000u',
    ),
    member(
      'static float Int32BitsToSingle(int value)',
      reinterpret(
        4,
        (view, value: number) => {
          view.setInt32(0, value, true);
        },
        (view) => view.getFloat32(0, true),
      ),
      'BitConverter.Int32BitsToSingle(0x3F800000) // 1f',
    ),
    member(
      'static float UInt32BitsToSingle(uint value)',
      reinterpret(
        4,
        (view, value: number) => {
          view.setUint32(0, value, true);
        },
        (view) => view.getFloat32(0, true),
      ),
      'BitConverter.UInt32BitsToSingle(0x3F800000u) // 1f',
    ),
  ],
});

/** `01-FF`. @throws ArgumentOutOfRangeException, ArgumentException */
function hexadecimal({ items }: NetArray, startIndex: number, length: number): string {
  if (startIndex < 0 || (startIndex >= items.length && startIndex > 0)) {
    throw new ArgumentOutOfRangeException(
      'startIndex',
      'StartIndex cannot be less than zero or greater than the length of the array.',
    );
  }
  if (length < 0) {
    throw new ArgumentOutOfRangeException('length', 'Value must be positive.');
  }
  if (startIndex > items.length - length) {
    throw new ArgumentException(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  }
  return Array.from(items.slice(startIndex, startIndex + length), (byte) =>
    Number(byte).toString(16).toUpperCase().padStart(2, '0'),
  ).join('-');
}
