/** Functional construction: what may be given as content, and what becomes of it. */
import { LimitExceeded } from '../../runtime/Environment.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException } from '../../runtime/exceptions.ts';
import { enumerateAs, iterate } from '../../runtime/iterate.ts';
import { NetArray } from '../../runtime/NetArray.ts';
import { ownNode } from '../../runtime/xml/cloneNode.ts';
import { XAttribute } from '../../runtime/xml/XAttribute.ts';
import type { XContainer } from '../../runtime/xml/XContainer.ts';
import { XNode } from '../../runtime/xml/XNode.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { valueText } from './valueText.ts';

/** Collections within one another; a list may hold itself. */
const deepest = 100;

/** Whether content stands for its elements: every enumerable but a text. */
function isMultiple(content: unknown): content is object {
  if (typeof content !== 'object' || content === null) return false;
  return content instanceof NetArray || Symbol.iterator in content || enumerateAs in content;
}

/** Nodes, attributes and values that content stands for, collections opened; nulls left out. */
function* flatten(
  content: unknown,
  environment: Environment,
  depth = 0,
): Generator<NonNullable<unknown>> {
  environment.spend();
  if (content === null || content === undefined) return;
  if (!isMultiple(content)) {
    yield content;
    return;
  }
  if (depth > deepest) throw new LimitExceeded('nesting of content', deepest);
  for (const item of iterate(content, objectType())) yield* flatten(item, environment, depth + 1);
}

/** `XContainer.Add` @throws ArgumentException, InvalidOperationException, LimitExceeded */
export function addContent(
  container: XContainer,
  content: unknown,
  environment: Environment,
): void {
  for (const item of flatten(content, environment)) {
    const last = container.nodes.last;
    environment.allowItems(container.nodes.size + 1);
    if (item instanceof XAttribute) container.addAttribute(item, environment);
    else if (item instanceof XNode) insertNode(container, last, item, environment);
    else addText(container, last, valueText(item), environment);
  }
}

function addText(
  container: XContainer,
  previous: XNode | null,
  text: string,
  environment: Environment,
): void {
  container.validateText(text);
  container.insertText(previous, text, environment);
}

function insertNode(
  container: XContainer,
  previous: XNode | null,
  node: XNode,
  environment: Environment,
): XNode {
  container.validateNode(node, previous);
  const own = ownNode(node, container, environment);
  container.insertAfter(previous, own);
  return own;
}

/**
 * Puts content in behind a node, or first. Texts in it that stand side by side become one.
 * @throws ArgumentException, InvalidOperationException, LimitExceeded
 */
export function insertContent(
  container: XContainer,
  previous: XNode | null,
  content: unknown,
  environment: Environment,
): void {
  let at = previous;
  let text: string | undefined;
  const putText = (): void => {
    if (text !== undefined) at = container.insertText(at, text, environment);
    text = undefined;
  };
  for (const item of flatten(content, environment)) {
    environment.allowItems(container.nodes.size + 1);
    if (item instanceof XAttribute) {
      throw new ArgumentException('An attribute cannot be added to content.');
    }
    if (item instanceof XNode) {
      putText();
      at = insertNode(container, at, item, environment);
    } else {
      const own = valueText(item);
      container.validateText(own);
      text = (text ?? '') + own;
      environment.allowLength(text.length);
    }
  }
  putText();
}

/** Content as it is now, before the tree that it may depend on changes. */
export function snapshot(content: unknown, environment: Environment): readonly unknown[] {
  return [...flatten(content, environment)];
}
