import type {
  BoundDo,
  BoundFor,
  BoundForEach,
  BoundWhile,
  Enumeration,
} from '../check/boundStatements.ts';
import { NullReferenceException } from '../runtime/exceptions.ts';
import { iterate } from '../runtime/iterate.ts';
import { compileParts } from './deconstruct.ts';
import { compileExpression } from './expressions.ts';
import { signals } from './Frame.ts';
import type { Execute, Frame, Signal } from './Frame.ts';
import { finishing } from './guarded.ts';
import type { Scope } from './Scope.ts';
import { compileStatement } from './statements.ts';

const { normal } = signals;

/** Whether a round ends the loop; `break` and `continue` are the loop's own business. */
function leaves(signal: Signal): boolean {
  return signal !== normal && signal !== signals.continue;
}

/** How a loop ends that a signal left. */
function after(signal: Signal): Signal {
  return signal === signals.break ? normal : signal;
}

export function compileWhile({ locals, condition, body }: BoundWhile, scope: Scope): Execute {
  const enter = scope.enter(locals);
  const test = compileExpression(condition, scope);
  const round = compileStatement(body, scope);
  return (frame) => {
    for (;;) {
      frame.environment.spend();
      enter?.(frame);
      if (!test(frame)) return normal;
      const signal = round(frame);
      if (leaves(signal)) return after(signal);
    }
  };
}

export function compileDo({ locals, condition, body }: BoundDo, scope: Scope): Execute {
  const enter = scope.enter(locals);
  const test = compileExpression(condition, scope);
  const round = compileStatement(body, scope);
  return (frame) => {
    do {
      frame.environment.spend();
      enter?.(frame);
      const signal = round(frame);
      if (leaves(signal)) return after(signal);
    } while (test(frame));
    return normal;
  };
}

export function compileFor(node: BoundFor, scope: Scope): Execute {
  const enter = scope.enter(node.locals);
  const enterRound = scope.enter(node.roundLocals);
  const start = node.initializers.map((each) => compileStatement(each, scope));
  const test = node.condition ? compileExpression(node.condition, scope) : () => true;
  const step = node.iterators.map((each) => compileExpression(each, scope));
  const round = compileStatement(node.body, scope);
  return (frame) => {
    enter?.(frame);
    for (const each of start) each(frame);
    for (;;) {
      frame.environment.spend();
      enterRound?.(frame);
      if (!test(frame)) return normal;
      const signal = round(frame);
      if (leaves(signal)) return after(signal);
      for (const each of step) each(frame);
    }
  };
}

export function compileForEach(node: BoundForEach, scope: Scope): Execute {
  const source = compileExpression(node.source, scope);
  const enter = scope.enter(node.locals);
  const take = compileTake(node, scope);
  const body = compileStatement(node.body, scope);
  const round = (frame: Frame, element: unknown): Signal => {
    frame.environment.spend();
    enter?.(frame);
    take(frame, element);
    return body(frame);
  };
  const { enumeration } = node;
  if (enumeration.by === 'pattern') return byPattern(node, enumeration, scope, round);
  const elementType = scope.typeAt(enumeration.element);
  return (frame) => {
    const value = source(frame);
    if (value === null) throw new NullReferenceException();
    for (const element of iterate(value, elementType(frame))) {
      const signal = round(frame, element);
      if (leaves(signal)) return after(signal);
    }
    return normal;
  };
}

/** Gives an element to the loop variable, or takes it apart. */
function compileTake(
  { into, element }: BoundForEach,
  scope: Scope,
): (frame: Frame, element: unknown) => void {
  if ('items' in into) {
    const locate = compileParts(into, scope);
    return (frame, value) => locate(frame)(value);
  }
  const enter = scope.enter([element]);
  const hold = scope.write(element);
  const convert = compileExpression(into.value, scope);
  const write = scope.write(into.variable);
  return (frame, value) => {
    enter?.(frame);
    hold(frame, value);
    write(frame, convert(frame));
  };
}

/** By the methods of an enumerator, which is disposed of however the loop ends. */
function byPattern(
  { source, sourceVariable }: BoundForEach,
  { enumerator, ...steps }: Extract<Enumeration, { by: 'pattern' }>,
  scope: Scope,
  round: (frame: Frame, element: unknown) => Signal,
): Execute {
  const evaluate = compileExpression(source, scope);
  const enter = scope.enter([sourceVariable, enumerator]);
  const holdSource = scope.write(sourceVariable);
  const holdEnumerator = scope.write(enumerator);
  const getEnumerator = compileExpression(steps.getEnumerator, scope);
  const moveNext = compileExpression(steps.moveNext, scope);
  const current = compileExpression(steps.current, scope);
  const dispose = steps.dispose && compileExpression(steps.dispose, scope);
  const walk: Execute = (frame) => {
    while (moveNext(frame)) {
      const signal = round(frame, current(frame));
      if (leaves(signal)) return after(signal);
    }
    return normal;
  };
  const guarded = dispose ? finishing(walk, dispose, scope.hasFilters) : walk;
  return (frame) => {
    const value = evaluate(frame);
    enter?.(frame);
    holdSource(frame, value);
    holdEnumerator(frame, getEnumerator(frame));
    return guarded(frame);
  };
}
