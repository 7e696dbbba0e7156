/** Printing and reading numbers for the number types, with .NET's exceptions. */
import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { formatFloat, formatInteger } from '../../../lib/dotnet-format/formatNumber.ts';
import type { FloatSize } from '../../../lib/dotnet-format/formatNumber.ts';
import { parseInteger } from '../../../lib/dotnet-format/parseNumber.ts';
import type { ParseFailure } from '../../../lib/dotnet-format/parseNumber.ts';
import type { Culture } from '../../runtime/Culture.ts';
import {
  ArgumentException,
  ArgumentNullException,
  FormatException,
  OverflowException,
} from '../../runtime/exceptions.ts';
import { ofKind } from './integerKinds.ts';
import type { IntegerKind } from './integerKinds.ts';

/** @throws FormatException */
export function integerText(
  value: number | bigint,
  kind: IntegerKind,
  format: string | null,
  culture: Culture,
): string {
  return formatted(formatInteger(value, format, culture.numberFormat, kind));
}

/** @throws FormatException */
export function floatText(
  value: number,
  size: FloatSize,
  format: string | null,
  culture: Culture,
): string {
  return formatted(formatFloat(value, format, culture.numberFormat, size));
}

/** @throws FormatException when there is no text because the format was bad. */
export function formatted(text: string | undefined): string {
  if (text === undefined) throw new FormatException('Format specifier was invalid.');
  return text;
}

/** Reads a text as an integer, in its static representation. @throws ArgumentException */
export function readInteger(
  text: string,
  kind: IntegerKind,
  styles: number,
  culture: Culture,
): number | bigint | ParseFailure {
  checkIntegerStyles(styles);
  const value = parseInteger(text, styles, culture.numberFormat, kind);
  return typeof value === 'bigint' ? ofKind(value, kind) : value;
}

/** @throws FormatException, OverflowException */
export function integerOf(
  text: string,
  kind: IntegerKind,
  styles: number,
  culture: Culture,
): number | bigint {
  return parsed(readInteger(text, kind, styles, culture), kind.called);
}

/**
 * The value that was parsed. The message of the failure is the one that .NET had until version 7,
 * which does not repeat the text: it may be a secret. @throws FormatException, OverflowException
 */
export function parsed<Value>(value: Value | ParseFailure, called: string): Value {
  if (value === 'format') throw new FormatException('Input string was not in a correct format.');
  if (value === 'overflow') throw tooLarge(called);
  return value as Value;
}

export function tooLarge(called: string): OverflowException {
  return new OverflowException(`Value was either too large or too small for ${called}.`);
}

const undefinedBits = ~(NumberStyles.Any | NumberStyles.AllowHexSpecifier);

/** @throws ArgumentException */
function checkIntegerStyles(styles: number): void {
  checkStyles(styles);
  if ((styles & NumberStyles.AllowHexSpecifier) !== 0 && (styles & ~NumberStyles.HexNumber) !== 0) {
    throw new ArgumentException(
      'With the AllowHexSpecifier bit set in the enum bit field, the only other valid bits that can be combined into the enum value must be a subset of those in HexNumber.',
      'style',
    );
  }
}

/** What is parsed. @throws ArgumentNullException */
export function requireText(text: string | null): string {
  if (text === null) throw new ArgumentNullException('s');
  return text;
}

/** @throws ArgumentException */
export function checkFloatStyles(styles: number): void {
  checkStyles(styles);
  if ((styles & NumberStyles.AllowHexSpecifier) === 0) return;
  throw new ArgumentException(
    'The number style AllowHexSpecifier is not supported on floating point data types.',
    'style',
  );
}

function checkStyles(styles: number): void {
  if ((styles & undefinedBits) === 0) return;
  throw new ArgumentException('An undefined NumberStyles value is being used.', 'style');
}
