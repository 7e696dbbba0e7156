/** Conversions of single values by the table of targets. */
import { unbox } from '../../runtime/boxing.ts';
import { convertTo, isConvertible } from '../../runtime/Convertible.ts';
import { InvalidCastException } from '../../runtime/exceptions.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { isEnum } from '../../typeSystem/kinds.ts';
import type { Conversions, ConversionTarget, Surroundings } from './conversionTargets.ts';
import { integerKinds } from './integerKinds.ts';

/** The types that are converted from, by C# name; `keyword` is how Conversions calls their family. */
export interface ConversionSource {
  readonly keyword: string;
  readonly name: string;
  readonly family: keyof Conversions;
}

export const conversionSources: readonly ConversionSource[] = [
  ...Object.values(integerKinds).map(
    ({ keyword, name }) => ({ keyword, name, family: 'integer' }) as const,
  ),
  { keyword: 'float', name: 'Single', family: 'float' },
  { keyword: 'double', name: 'Double', family: 'double' },
  { keyword: 'decimal', name: 'Decimal', family: 'decimal' },
  { keyword: 'bool', name: 'Boolean', family: 'bool' },
  { keyword: 'char', name: 'Char', family: 'char' },
  { keyword: 'DateTime', name: 'DateTime', family: 'DateTime' },
  { keyword: 'string', name: 'String', family: 'string' },
];

const sourcesByName = new Map<string, ConversionSource>(
  conversionSources.map((source) => [`System.${source.name}`, source]),
);

/** What a boxed value converts from; undefined when it is not IConvertible by itself. */
export function sourceOf(value: NonNullable<unknown>): ConversionSource | undefined {
  const type = typeOf(value);
  if (!type) return undefined;
  return sourcesByName.get(isEnum(type) ? 'System.Int32' : type.toString());
}

/** A value in its static representation as a value of the target. @throws InvalidCastException */
export function convertValue(
  value: unknown,
  source: ConversionSource,
  target: ConversionTarget,
  surroundings: Surroundings,
): unknown {
  const convert = target.conversions[source.family];
  if (!convert) {
    throw new InvalidCastException(`Invalid cast from '${source.name}' to '${target.name}'.`);
  }
  return convert(value as never, surroundings);
}

/** A boxed value as a value of the target; null is the target's zero. @throws InvalidCastException */
export function convertObject(
  value: unknown,
  target: ConversionTarget,
  surroundings: Surroundings,
): unknown {
  if (value === null || value === undefined) return target.zero;
  if (isConvertible(value)) return value[convertTo](target.typeCode, surroundings);
  const source = sourceOf(value);
  if (source) return convertValue(unbox(value), source, target, surroundings);
  const type = typeOf(value)?.toString() ?? 'System.Object';
  throw new InvalidCastException(
    type === 'System.DBNull'
      ? 'Object cannot be cast from DBNull to other types.'
      : `Unable to cast object of type '${type}' to type 'System.IConvertible'.`,
  );
}
