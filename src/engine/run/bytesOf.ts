import { ReceivedResponse } from '../../expressions/context/values.ts';
import { JProperty } from '../../expressions/runtime/json/JProperty.ts';
import { JToken } from '../../expressions/runtime/json/JToken.ts';
import { JValue } from '../../expressions/runtime/json/JValue.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';

/** What an object takes that holds nothing but a few fields, about. */
const objectBytes = 64;

/** How much memory a boxed value takes, about: within a factor of two or so, and never nothing. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length * 2 + 16;
  if (value instanceof NetArray) return bytesOfItems(value);
  if (value instanceof ReceivedResponse) return bytesOfResponse(value);
  return value instanceof JToken ? bytesOfToken(value) : objectBytes;
}

function bytesOfItems({ items }: NetArray): number {
  if (items instanceof Uint8Array) return items.length + objectBytes;
  return items.reduce<number>((sum, item) => sum + bytesOf(item), objectBytes);
}

function bytesOfResponse({ headers, body }: ReceivedResponse): number {
  let bytes = objectBytes + (body?.read(true).length ?? 0);
  for (const name of headers.names())
    for (const line of headers.values(name)) bytes += bytesOf(name) + bytesOf(line);
  return bytes;
}

/** Tokens may nest deeper than functions may call each other. */
function bytesOfToken(root: JToken): number {
  let bytes = 0;
  const rest: JToken[] = [root];
  for (let token = rest.pop(); token; token = rest.pop()) {
    bytes += objectBytes;
    if (token instanceof JProperty) bytes += bytesOf(token.name);
    if (token instanceof JValue) bytes += bytesOf(token.value);
    for (const child of token.children) rest.push(child);
  }
  return bytes;
}
