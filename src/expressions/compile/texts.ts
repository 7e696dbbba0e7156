import type { BoundConcat, BoundExpression, BoundInterpolation } from '../check/bound.ts';
import { invariantCulture } from '../runtime/Culture.ts';
import { textOfType, toText } from '../runtime/toText.ts';
import { isNullable, isOpen, isValueType } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate, Frame } from './Frame.ts';
import type { Scope } from './Scope.ts';

type TextOf = (value: unknown, format: string | null) => string;

/** How a value of a static type is printed; null is the empty text. */
function textOf(type: NetType): TextOf {
  if (type.kind === 'named' && type.definition.representation === 'string') {
    return (value) => (value as string | null) ?? '';
  }
  const own = isNullable(type) ? type.args[0]! : type;
  if (!isValueType(own) || isOpen(own)) return (value, format) => toText(value, format);
  const print = textOfType(own);
  return (value, format) => (value === null ? '' : print(value, format, invariantCulture));
}

function compilePart(part: BoundExpression, scope: Scope): (frame: Frame) => string {
  const evaluate = compileExpression(part, scope);
  const text = textOf(part.type);
  return (frame) => text(evaluate(frame), null);
}

export function compileConcat({ parts }: BoundConcat, scope: Scope): Evaluate {
  const compiled = parts.map((part) => compilePart(part, scope));
  const [first, second] = compiled;
  if (compiled.length === 2) {
    return (frame) => bounded(first!(frame) + second!(frame), frame);
  }
  return (frame) => {
    let text = '';
    for (const part of compiled) text += part(frame);
    return bounded(text, frame);
  };
}

/** As `string.Format` prints each hole: by format, then padded to the alignment. */
export function compileInterpolation({ parts }: BoundInterpolation, scope: Scope): Evaluate {
  const compiled = parts.map((part): ((frame: Frame) => string) => {
    if (typeof part === 'string') return () => part;
    const evaluate = compileExpression(part.value, scope);
    const text = textOf(part.value.type);
    const { alignment, format } = part;
    return (frame) => {
      frame.environment.allowLength(Math.abs(alignment));
      return align(text(evaluate(frame), format), alignment);
    };
  });
  return (frame) => {
    let text = '';
    for (const part of compiled) text += part(frame);
    return bounded(text, frame);
  };
}

function align(text: string, alignment: number): string {
  return alignment < 0 ? text.padEnd(-alignment) : text.padStart(alignment);
}

function bounded(text: string, { environment }: Frame): string {
  environment.allowLength(text.length);
  environment.noteJoined(text.length);
  return text;
}
