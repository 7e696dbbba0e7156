import type { BoundCatch, BoundTry, BoundUsing } from '../check/boundStatements.ts';
import { NetException } from '../runtime/exceptions.ts';
import { isInstance } from '../runtime/isInstance.ts';
import { compileExpression } from './expressions.ts';
import type { Execute, Frame } from './Frame.ts';
import { catching, finishing } from './guarded.ts';
import type { Handler } from './guarded.ts';
import type { Scope } from './Scope.ts';
import { compileStatement } from './statements.ts';

export function compileTry({ block, catches, finally: last }: BoundTry, scope: Scope): Execute {
  const body = compileStatement(block, scope);
  const handlers = catches.map((each) => compileCatch(each, scope));
  const attempt = handlers.length === 0 ? body : catching(body, handlers, scope.hasFilters);
  if (!last) return attempt;
  const finish = compileStatement(last, scope);
  return finishing(attempt, (frame) => keepResult(finish, frame), scope.hasFilters);
}

/** A finally block cannot be left, so what the try block returned still counts. */
function keepResult(finish: Execute, frame: Frame): void {
  const { result, jump } = frame;
  finish(frame);
  frame.result = result;
  frame.jump = jump;
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
  return {
    takes(frame, exception) {
      if (wanted && !isInstance(exception, wanted(frame))) return false;
      enter?.(frame);
      hold?.(frame, exception);
      return !test || passes(test, frame);
    },
    handle(frame, exception) {
      const outer = frame.caught;
      frame.caught = exception;
      try {
        return handle(frame);
      } finally {
        frame.caught = outer;
      }
    },
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
  const read = scope.read(node.resource);
  const dispose = compileExpression(node.dispose, scope);
  const body = compileStatement(node.body, scope);
  const last = (frame: Frame): void => {
    if (read(frame) !== null) dispose(frame);
  };
  const guarded = finishing(body, last, scope.hasFilters);
  return (frame) => {
    enter?.(frame);
    hold(frame, evaluate(frame));
    return guarded(frame);
  };
}
