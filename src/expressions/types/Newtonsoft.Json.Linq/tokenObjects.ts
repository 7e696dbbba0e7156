/** Tokens of objects and objects of tokens: FromObject and ToObject. */
import { Box } from '../../runtime/Box.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, NetException } from '../../runtime/exceptions.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { tokenTypeName, tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { parseEnum } from '../../runtime/parseEnum.ts';
import { isEnum, isNullable, underlyingOf } from '../../typeSystem/kinds.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { box } from '../../runtime/boxing.ts';
import { TokenSource } from '../Newtonsoft.Json/DeserializationSource.ts';
import { deserializeFrom } from '../Newtonsoft.Json/deserialize.ts';
import { fromInt64 } from '../Newtonsoft.Json/ensureType.ts';
import { TokenSink } from '../Newtonsoft.Json/JsonSink.ts';
import { serialize } from '../Newtonsoft.Json/serialize.ts';
import { convertToken } from './convertToken.ts';
import { scalarsByName } from './scalarConversions.ts';

/** @throws JsonSerializationException */
export function tokenOfObject(value: unknown, environment: Environment): JToken {
  const sink = new TokenSink(environment);
  serialize(value, sink, environment);
  return sink.root;
}

/** The token of an object that must be of one kind. @throws ArgumentException */
export function tokenOfKind<T extends JToken>(
  value: unknown,
  kind: abstract new (...args: never[]) => T,
  environment: Environment,
): T {
  const token = tokenOfObject(value, environment);
  if (token instanceof kind) return token;
  throw new ArgumentException(
    `Object serialized to ${tokenTypeName(token.type)}. ${kind.name} instance expected.`,
  );
}

/** `ToObject(type)`: scalars by the conversion operators, all else deserialized; boxed. */
export function objectOfToken(token: JToken, type: NetType, environment: Environment): unknown {
  const own = underlyingOf(type);
  if (isEnum(own)) {
    const value = enumOf(token, own);
    if (value !== undefined) return new Box(own, value);
  }
  const scalar = scalarsByName.get(isEnum(own) ? 'System.Int32' : own.toString());
  if (!scalar || scalar.keyword === 'byte[]')
    return deserializeFrom(new TokenSource(token), type, environment);
  return box(convertToken(token, scalar, isNullable(type), environment), own);
}

function enumOf(token: JToken, type: NetType & { readonly kind: 'named' }): number | undefined {
  if (!(token instanceof JValue)) return undefined;
  const { value } = token;
  if (typeof value === 'bigint' || typeof value === 'number') return fromInt64(value);
  if (token.type !== tokenTypes.String) return undefined;
  const text = String(value);
  try {
    return parseEnum(text, type.definition, true);
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    throw new ArgumentException(`Could not convert '${text}' to ${type.definition.simpleName}.`);
  }
}
