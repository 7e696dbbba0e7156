import type { BoundCatch, BoundTry, BoundUsing } from '../check/boundStatements.ts';
import { NetException } from '../runtime/exceptions.ts';
import { isInstance } from '../runtime/isInstance.ts';
import { compileExpression } from './expressions.ts';
import type { Execute, Frame, Signal } from './Frame.ts';
import type { Scope } from './Scope.ts';
import { compileStatement } from './statements.ts';

/** Runs when it takes the exception; undefined when it does not. */
type Handler = (frame: Frame, exception: NetException) => Signal | undefined;

/** Only .NET's exceptions are caught: a limit that was exceeded ends the evaluation. */
export function compileTry({ block, catches, finally: last }: BoundTry, scope: Scope): Execute {
  const guarded = compileStatement(block, scope);
  const handlers = catches.map((each) => compileCatch(each, scope));
  const finish = last && compileStatement(last, scope);
  const attempt: Execute = (frame) => {
    try {
      return guarded(frame);
    } catch (error) {
      if (!(error instanceof NetException)) throw error;
      for (const handler of handlers) {
        const signal = handler(frame, error);
        if (signal !== undefined) return signal;
      }
      throw error;
    }
  };
  if (!finish) return attempt;
  return (frame) => {
    let result: unknown;
    let jump: unknown;
    try {
      const signal = attempt(frame);
      [result, jump] = [frame.result, frame.jump];
      return signal;
    } finally {
      finish(frame);
      // A finally block cannot be left, so what the try block returned still counts.
      [frame.result, frame.jump] = [result, jump];
    }
  };
}

function compileCatch(
  { locals, type, variable, filter, block }: BoundCatch,
  scope: Scope,
): Handler {
  const enter = scope.enter(locals);
  const hold = variable && scope.write(variable);
  const wanted = type && scope.typeAt(type);
  const test = filter && compileExpression(filter, scope);
  const handle = compileStatement(block, scope);
  return (frame, exception) => {
    if (wanted && !isInstance(exception, wanted(frame))) return undefined;
    enter?.(frame);
    hold?.(frame, exception);
    if (test && !passes(test, frame)) return undefined;
    const outer = frame.caught;
    frame.caught = exception;
    try {
      return handle(frame);
    } finally {
      frame.caught = outer;
    }
  };
}

/** C# 7.3 §try-statement: an exception in a filter counts as a no. */
function passes(test: (frame: Frame) => unknown, frame: Frame): boolean {
  try {
    return test(frame) === true;
  } catch (error) {
    if (error instanceof NetException) return false;
    throw error;
  }
}

export function compileUsing(node: BoundUsing, scope: Scope): Execute {
  const enter = scope.enter(node.locals);
  const evaluate = compileExpression(node.value, scope);
  const hold = scope.write(node.resource);
  const dispose = compileExpression(node.dispose, scope);
  const body = compileStatement(node.body, scope);
  return (frame) => {
    enter?.(frame);
    const resource = evaluate(frame);
    hold(frame, resource);
    try {
      return body(frame);
    } finally {
      if (resource !== null) dispose(frame);
    }
  };
}
