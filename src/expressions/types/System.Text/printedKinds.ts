import { textOfType } from '../../runtime/toText.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import type { TypeDefinition } from '../../typeSystem/TypeDefinition.ts';
import { SystemBoolean } from '../System/Boolean.ts';
import { SystemByte } from '../System/Byte.ts';
import { SystemChar } from '../System/Char.ts';
import { SystemDecimal } from '../System/Decimal.ts';
import { SystemDouble } from '../System/Double.ts';
import { SystemInt16 } from '../System/Int16.ts';
import { SystemInt32 } from '../System/Int32.ts';
import { SystemInt64 } from '../System/Int64.ts';
import { SystemSByte } from '../System/SByte.ts';
import { SystemSingle } from '../System/Single.ts';
import { SystemUInt16 } from '../System/UInt16.ts';
import { SystemUInt32 } from '../System/UInt32.ts';
import { SystemUInt64 } from '../System/UInt64.ts';

/** A simple type that StringBuilder and TextWriter have overloads for. */
interface PrintedKind {
  readonly keyword: string;
  /** A value for examples, and how it is printed. */
  readonly literal: string;
  readonly printed: string;
  /** Prints a value in its static representation. */
  readonly text: (value: unknown) => string;
}

// prettier-ignore
export const printedKinds: readonly PrintedKind[] = [
  kind('bool', SystemBoolean, 'true', 'True'),
  kind('char', SystemChar, "'x'", 'x'),
  kind('sbyte', SystemSByte, '(sbyte)-1', '-1'),
  kind('byte', SystemByte, '(byte)1', '1'),
  kind('short', SystemInt16, '(short)-2', '-2'),
  kind('ushort', SystemUInt16, '(ushort)2', '2'),
  kind('int', SystemInt32, '-3', '-3'),
  kind('uint', SystemUInt32, '3u', '3'),
  kind('long', SystemInt64, '-4L', '-4'),
  kind('ulong', SystemUInt64, '4ul', '4'),
  kind('float', SystemSingle, '0.5f', '0.5'),
  kind('double', SystemDouble, '0.25', '0.25'),
  kind('decimal', SystemDecimal, '1.50m', '1.50'),
];

function kind(
  keyword: string,
  definition: TypeDefinition,
  literal: string,
  printed: string,
): PrintedKind {
  const print = textOfType(definition.construct());
  return { keyword, literal, printed, text: (value) => print(value, null, invariantCulture) };
}
