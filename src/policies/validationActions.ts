/** What the validation policies share: what they do when something does not conform. */
import { oneOf, text } from '../engine/declaration/valueKinds.ts';

/** The words of an action: nothing, refusing the message, or noting the error alone. */
export const validationActions = ['ignore', 'prevent', 'detect'] as const;

/** Declares an action that an element must have. */
export function requiredAction(doc: string) {
  return oneOf(validationActions, doc, { required: true, expressions: true });
}

/** Declares an action that, when it is given, stands in for that of the element around it. */
export function ownAction(doc: string) {
  return oneOf(validationActions, doc, { expressions: true });
}

export const errorsVariableName = text('The variable for the errors that are found.');
