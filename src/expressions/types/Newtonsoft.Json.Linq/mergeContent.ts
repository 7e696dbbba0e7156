/** `JContainer.Merge` with Newtonsoft's default settings: arrays go on, and null changes nothing. */
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import { checkDepth } from '../../runtime/json/checkDepth.ts';
import { JConstructor } from '../../runtime/json/JConstructor.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import { JToken } from '../../runtime/json/JToken.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';
import { typeOf } from '../../runtime/typeOf.ts';
import { addContent, isMultiple } from './content.ts';

/** @throws ArgumentException when the content is neither a token nor an enumerable */
export function mergeContent(
  target: JContainer,
  content: unknown,
  environment: Environment,
  depth = 0,
): void {
  if (content === null) return;
  checkDepth(depth);
  environment.spend();
  if (!(content instanceof JToken) && !isMultiple(content)) {
    const type = String(typeOf(content as object));
    throw new ArgumentException(
      `Could not determine JSON object type for type ${type}.`,
      'content',
    );
  }
  if (target instanceof JObject) {
    if (content instanceof JObject) mergeObject(target, content, environment, depth);
  } else if (target instanceof JArray) {
    if (content instanceof JArray || isMultiple(content)) {
      append(target, content, environment);
    }
  } else if (target instanceof JProperty) {
    const value = content instanceof JProperty ? content.value : null;
    if (value && value.type !== tokenTypes.Null) target.setValue(value, environment);
  } else if (target instanceof JConstructor && content instanceof JConstructor) {
    if (content.name !== null) target.name = content.name;
    append(target, content, environment);
  }
}

function mergeObject(
  target: JObject,
  content: JObject,
  environment: Environment,
  depth: number,
): void {
  for (const { name, value } of content.properties) {
    const existing = target.property(name);
    if (!existing) target.set(name, value, environment);
    else if (value) mergeProperty(existing, value, environment, depth);
  }
}

function mergeProperty(
  existing: JProperty,
  value: JToken,
  environment: Environment,
  depth: number,
): void {
  const own = existing.value;
  if (own && !(own instanceof JValue) && own.type === value.type) {
    mergeContent(own as JContainer, value, environment, depth + 1);
  } else if (!isNull(value)) {
    existing.setValue(value, environment);
  }
}

function append(target: JContainer, content: object, environment: Environment): void {
  // Of a token the children as they are now: it may be the target itself.
  const items = content instanceof JToken ? [...content.children] : content;
  addContent(target, target.count, items, environment);
}

function isNull(token: JToken): boolean {
  return token instanceof JValue && token.value === null;
}
