import type { Environment } from '../Environment.ts';
import { isText } from './kindsOfNodes.ts';
import type { Allowance } from './OwedWork.ts';
import { descendants } from './walk.ts';
import type { XElement } from './XElement.ts';

/** All texts in an element, one after the other: `XElement.Value`. @throws LimitExceeded */
export function elementText(element: XElement, work: Allowance): string {
  let text = '';
  for (const node of descendants(element, work)) {
    if (!isText(node)) continue;
    text += node.value;
    work.allowLength(text.length);
  }
  return text;
}

/** Sets `XElement.Value`. */
export function setElementText(element: XElement, text: string, environment: Environment): void {
  element.removeNodes(environment);
  element.insertText(null, text, environment);
}
