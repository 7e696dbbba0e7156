import { invariantNumberFormat } from '../../lib/dotnet-format/NumberFormat.ts';
import { NumberStyles } from '../../lib/dotnet-format/NumberStyles.ts';
import { parseInteger } from '../../lib/dotnet-format/parseNumber.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { ArgumentException, OverflowException } from './exceptions.ts';

const int = { bits: 32, minimum: -(2n ** 31n), maximum: 2n ** 31n - 1n } as const;

/**
 * `Enum.Parse`: names joined by commas, or a number, which need not be of a name
 * (https://learn.microsoft.com/dotnet/api/system.enum.parse).
 * @throws ArgumentException, OverflowException
 */
export function parseEnum(text: string, definition: TypeDefinition, ignoreCase: boolean): number {
  const trimmed = text.trim();
  if (trimmed === '') {
    throw new ArgumentException(
      'Must specify valid information for parsing in the string.',
      'value',
    );
  }
  const number = /^[-+\d]/.test(trimmed) ? readNumber(trimmed) : undefined;
  if (number !== undefined) return number;
  let value = 0;
  for (const part of trimmed.split(','))
    value |= valueOf(part.trim(), definition, ignoreCase, text);
  return value;
}

/** @throws OverflowException */
function readNumber(text: string): number | undefined {
  const styles = NumberStyles.AllowLeadingSign;
  const value = parseInteger(text, styles, invariantNumberFormat, int);
  if (value === 'overflow') {
    throw new OverflowException('Value was either too large or too small for an Int32.');
  }
  return value === 'format' ? undefined : Number(value);
}

/** @throws ArgumentException */
function valueOf(
  name: string,
  { declaration }: TypeDefinition,
  ignoreCase: boolean,
  text: string,
): number {
  const values = declaration.values ?? {};
  if (Object.hasOwn(values, name)) return values[name]!;
  const found = ignoreCase
    ? Object.entries(values).find(([key]) => key.toLowerCase() === name.toLowerCase())
    : undefined;
  if (found) return found[1];
  throw new ArgumentException(`Requested value '${text}' was not found.`);
}
