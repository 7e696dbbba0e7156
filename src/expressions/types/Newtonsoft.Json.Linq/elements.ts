/** Tokens as elements of other types: `Values<T>`, `Value<T>`, `Children<T>`. */
import { unboxAs } from '../../runtime/boxing.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { defaultOf } from '../../runtime/defaultOf.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { InvalidCastException } from '../../runtime/exceptions.ts';
import { isInstance } from '../../runtime/isInstance.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { isNullable, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { changeType } from '../System/changeType.ts';

/** Interfaces that JValue has itself, which mean those of its value. */
const ofValue: ReadonlySet<string> = new Set(['System.IComparable', 'System.IFormattable']);

/**
 * Newtonsoft's Extensions.Convert: a token as a value of a type, in its static representation.
 * @throws InvalidCastException, FormatException, OverflowException
 */
export function convertElement(
  token: JToken | null,
  type: NetType,
  { world }: Environment,
): unknown {
  if (token === null) return defaultOf(type);
  if (isInstance(token, type) && !ofValue.has(type.toString())) return token;
  if (!(token instanceof JValue)) {
    throw new InvalidCastException(`Cannot cast ${token.typeName} to Newtonsoft.Json.Linq.JToken.`);
  }
  const { value } = token;
  if (value !== null && isInstance(value, type)) return unboxAs(value, type);
  if (isNullable(type) && value === null) return null;
  return unboxAs(changeType(value, underlyingOf(type), { culture: invariantCulture, world }), type);
}

/** The tokens that are of a type. */
export function ofType(
  tokens: Iterable<unknown>,
  type: NetType,
  environment: Environment,
): Sequence {
  return new Sequence(type, function* () {
    for (const token of tokens) {
      environment.spend();
      if (isInstance(token, type)) yield token;
    }
  });
}

/** Each token converted. */
export function converted(
  tokens: Iterable<unknown>,
  type: NetType,
  environment: Environment,
): Sequence {
  return new Sequence(type, function* () {
    for (const token of tokens) {
      environment.spend();
      yield convertElement(token as JToken | null, type, environment);
    }
  });
}
