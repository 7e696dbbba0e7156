/**
 * Boxed .NET values as bytes, for caches that do not live in the memory of one thread. Bytes are read
 * by the version of Sallyport that wrote them.
 */
import { deserialize, serialize } from 'node:v8';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { Box } from '../../expressions/runtime/Box.ts';
import { JToken } from '../../expressions/runtime/json/JToken.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';
import type { NetType } from '../../expressions/typeSystem/NetType.ts';
import type { TypeRegistry } from '../../expressions/typeSystem/TypeRegistry.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { Parts } from './Parts.ts';
import { scalars } from './scalars.ts';
import { readToken, writeToken } from './tokens.ts';

/** Undefined of a value for which there is no form; that are structs that hardly anybody caches. */
export function encodeBoxed(value: unknown): Uint8Array | undefined {
  const parts: unknown[] = [];
  return write(value, parts) ? serialize(parts) : undefined;
}

/** `types` are those that the value was made with. @throws TypeError when the bytes are something else */
export function decodeBoxed(bytes: Uint8Array, types: TypeRegistry): unknown {
  const parts: unknown = deserialize(bytes);
  return read(new Parts(Array.isArray(parts) ? parts : []), types);
}

function write(value: unknown, parts: unknown[]): boolean {
  if (value === null || typeof value === 'number' || typeof value === 'bigint') {
    parts.push(value);
    return true;
  }
  if (typeof value === 'boolean') return parts.push(value) > 0;
  if (typeof value === 'string') return parts.push('string', value) > 0;
  if (typeof value !== 'object') return false;
  if (value instanceof Box) return writeBox(value, parts);
  if (value instanceof NetArray) return writeArray(value, parts);
  if (value instanceof JToken) return parts.push('JToken') > 0 && writeToken(value, parts, write);
  if (value instanceof ReceivedResponse) return writeResponse(value, parts);
  for (const [tag, { take }] of Object.entries(scalars)) {
    const own = take(value);
    if (own) return parts.push(tag, ...own) > 0;
  }
  return false;
}

function read(parts: Parts, types: TypeRegistry): unknown {
  const tag = parts.next();
  if (typeof tag !== 'string') return tag;
  if (tag === 'string') return parts.string();
  if (tag === 'Box') return readBox(parts, types);
  if (tag === 'array') return readArray(parts, types);
  if (tag === 'JToken') return readToken(parts, () => read(parts, types));
  if (tag === 'response') return readResponse(parts);
  const scalar = scalars[tag];
  if (!scalar) throw new TypeError(`nothing is tagged '${tag}'`);
  return scalar.make(parts);
}

function writeBox({ type, value }: Box, parts: unknown[]): boolean {
  const name = nameOf(type);
  return name !== undefined && parts.push('Box', name, value) > 0;
}

function readBox(parts: Parts, types: TypeRegistry): Box {
  const type = typeNamed(parts.string(), types);
  const value = parts.next();
  if (typeof value !== 'number' && typeof value !== 'bigint') throw new TypeError('no number');
  return new Box(type, value);
}

function writeArray({ elementType, items, lengths }: NetArray, parts: unknown[]): boolean {
  const name = nameOf(elementType);
  if (name === undefined) return false;
  parts.push('array', name, lengths.length, ...lengths);
  if (items instanceof Uint8Array) return parts.push(items) > 0;
  parts.push(items.length);
  return items.every((item) => write(item, parts));
}

function readArray(parts: Parts, types: TypeRegistry): NetArray {
  const elementType = typeNamed(parts.string(), types);
  const lengths = Array.from({ length: parts.number() }, () => parts.number());
  const items = parts.next();
  if (items instanceof Uint8Array) return new NetArray(elementType, new Uint8Array(items), lengths);
  if (typeof items !== 'number') throw new TypeError('no length');
  const values = Array.from({ length: items }, () => read(parts, types));
  return new NetArray(elementType, values, lengths);
}

function writeResponse(response: ReceivedResponse, parts: unknown[]): boolean {
  const { statusCode, statusReason, headers, body } = response;
  const lines = [...headers.names()].flatMap((name) =>
    headers.values(name).map((value) => [name, value] as const),
  );
  parts.push('response', statusCode, statusReason, lines.length, ...lines.flat());
  return parts.push(body ? body.read(true) : null) > 0;
}

function readResponse(parts: Parts): ReceivedResponse {
  const statusCode = parts.number();
  const statusReason = parts.string();
  const headers = new HeaderMap();
  for (let left = parts.number(); left > 0; left--) headers.append(parts.string(), parts.string());
  const bytes = parts.next();
  const body = bytes instanceof Uint8Array ? Body.of(new Uint8Array(bytes)) : null;
  return new ReceivedResponse(statusCode, statusReason, headers, body);
}

/** The name of a type that is neither generic nor an array of such. */
function nameOf(type: NetType): string | undefined {
  if (type.kind === 'array') {
    const element = nameOf(type.element);
    return element && `${element}[${','.repeat(type.rank - 1)}]`;
  }
  return type.kind === 'named' && type.args.length === 0 ? type.definition.fullName : undefined;
}

function typeNamed(name: string, types: TypeRegistry): NetType {
  const [, element = name, ranks = ''] = /^([^[]*)((?:\[,*\])*)$/.exec(name) ?? [];
  let type: NetType = types.named(element);
  for (const [rank] of ranks.matchAll(/\[,*\]/g)) type = type.arrayOf(rank.length - 1);
  return type;
}
