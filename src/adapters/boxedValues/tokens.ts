import { JArray } from '../../expressions/runtime/json/JArray.ts';
import { JConstructor } from '../../expressions/runtime/json/JConstructor.ts';
import { JContainer } from '../../expressions/runtime/json/JContainer.ts';
import { JObject } from '../../expressions/runtime/json/JObject.ts';
import { JProperty } from '../../expressions/runtime/json/JProperty.ts';
import { JRaw } from '../../expressions/runtime/json/JRaw.ts';
import type { JToken } from '../../expressions/runtime/json/JToken.ts';
import { JValue } from '../../expressions/runtime/json/JValue.ts';
import type { Parts } from './Parts.ts';

/**
 * Writes a token and all below it, parents first. Tokens may nest deeper than functions may call each
 * other. False when a value within it has no form.
 */
export function writeToken(
  root: JToken,
  parts: unknown[],
  writeValue: (value: unknown, parts: unknown[]) => boolean,
): boolean {
  const rest: JToken[] = [root];
  for (let token = rest.pop(); token; token = rest.pop()) {
    if (token instanceof JValue) {
      parts.push(token instanceof JRaw ? 'JRaw' : 'JValue', token.type);
      if (!writeValue(token.value, parts)) return false;
      continue;
    }
    const { children } = token;
    if (token instanceof JObject) parts.push('JObject', null);
    else if (token instanceof JArray) parts.push('JArray', null);
    else if (token instanceof JProperty) parts.push('JProperty', token.name);
    else if (token instanceof JConstructor) parts.push('JConstructor', token.name);
    else return false;
    parts.push(children.length);
    for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]!);
  }
  return true;
}

/** Reads what `writeToken` wrote. @throws TypeError */
export function readToken(parts: Parts, readValue: () => unknown): JToken {
  const around: { readonly container: JContainer; left: number }[] = [];
  for (;;) {
    const token = readOne(parts, readValue);
    const parent = around.at(-1);
    parent?.container.append(token);
    if (parent) parent.left--;
    if (token instanceof JContainer) around.push({ container: token, left: parts.number() });
    let whole: JToken = token;
    while (around.length > 0 && around.at(-1)!.left === 0) whole = around.pop()!.container;
    if (around.length === 0) return whole;
  }
}

function readOne(parts: Parts, readValue: () => unknown): JToken {
  const tag = parts.string();
  const detail = parts.next();
  switch (tag) {
    case 'JObject':
      return new JObject();
    case 'JArray':
      return new JArray();
    case 'JProperty':
      return new JProperty(String(detail));
    case 'JConstructor':
      return new JConstructor(typeof detail === 'string' ? detail : null);
    case 'JRaw':
      return new JRaw(readValue());
    case 'JValue':
      return new JValue(readValue(), Number(detail));
    default:
      throw new TypeError(`no token is tagged '${tag}'`);
  }
}
