import type { Culture } from './Culture.ts';
import type { World } from './Environment.ts';

/** The method by which a class implements IConvertible itself, as Newtonsoft's JValue does. */
export const convertTo = Symbol('IConvertible');

/** What a conversion of a text depends on. */
export interface ConversionSurroundings {
  readonly culture: Culture;
  readonly world: World;
}

export interface Convertible {
  /** `IConvertible.GetTypeCode()`: a number of System.TypeCode. */
  readonly typeCode: number;
  /**
   * `IConvertible.ToInt32(provider)` and the like: the value as the type of that TypeCode, in its
   * static representation. @throws the exceptions of .NET
   */
  [convertTo](typeCode: number, surroundings: ConversionSurroundings): unknown;
}

export function isConvertible(value: unknown): value is Convertible {
  return typeof value === 'object' && value !== null && convertTo in value;
}
