import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, ArgumentNullException } from '../../runtime/exceptions.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypeName, tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import type { ScalarConversion } from './scalarConversions.ts';

/**
 * An explicit conversion of a token to a scalar, as the operators of JToken do it. `isNullable` is of
 * `(int?)token`, where nothing becomes null.
 * @throws ArgumentException, FormatException, InvalidCastException, OverflowException
 */
export function convertToken(
  token: JToken | null,
  to: ScalarConversion,
  isNullable: boolean,
  environment: Environment,
): unknown {
  const canBeNull = isNullable || to.isReference === true;
  if (token === null) {
    if (canBeNull) return null;
    throw new ArgumentNullException('value');
  }
  const value = token instanceof JProperty ? token.value : token;
  const acceptsNull = isNullable || to.acceptsNull === true;
  if (!(value instanceof JValue) || !isConvertible(value, to, acceptsNull)) {
    const type = tokenTypeName((value ?? token).type);
    throw new ArgumentException(`Can not convert ${type} to ${to.name}.`);
  }
  if (value.value === null && canBeNull) return null;
  return to.convert(value.value, environment);
}

function isConvertible(token: JValue, { from }: ScalarConversion, acceptsNull: boolean): boolean {
  if (from.includes(token.type)) return true;
  return acceptsNull && (token.type === tokenTypes.Null || token.type === tokenTypes.Undefined);
}
