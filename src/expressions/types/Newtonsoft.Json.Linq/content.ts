/** What may be given as `object content`: a token, a value, or an enumerable of such. */
import type { Environment } from '../../runtime/Environment.ts';
import { enumerateAs, iterate } from '../../runtime/iterate.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import type { JContainer } from '../../runtime/json/JContainer.ts';
import { JToken } from '../../runtime/json/JToken.ts';
import { isBytes } from '../../runtime/json/valueTypeOf.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { objectType } from '../System.Collections/objectType.ts';

/** Whether content stands for its elements: every enumerable but texts, tokens and bytes. */
export function isMultiple(content: unknown): content is object {
  if (typeof content !== 'object' || content === null) return false;
  if (content instanceof JToken || isBytes(content)) return false;
  return content instanceof NetArray || Symbol.iterator in content || enumerateAs in content;
}

/** @throws ArgumentException when JSON has no such value */
export function tokenOf(content: unknown): JToken {
  return content instanceof JToken ? content : JValue.of(content);
}

/** The value of a property: several contents become an array. @throws ArgumentException */
export function valueOf(content: unknown, environment: Environment): JToken {
  if (!isMultiple(content)) return tokenOf(content);
  const array = new JArray();
  addContent(array, 0, content, environment);
  return array;
}

/**
 * Puts content into a container. Of nested enumerables each counts as one place, as in Newtonsoft.
 * @throws ArgumentException
 */
export function addContent(
  container: JContainer,
  index: number,
  content: unknown,
  environment: Environment,
): void {
  if (!isMultiple(content)) {
    container.insert(index, tokenOf(content), environment);
    return;
  }
  let at = index;
  for (const item of iterate(content, objectType())) {
    environment.spend();
    addContent(container, at, item, environment);
    at++;
  }
}
