import type { BoundTarget, BoundUpdate, Variable } from '../check/bound.ts';
import { defaultOf } from '../runtime/defaultOf.ts';
import {
  ArgumentException,
  IndexOutOfRangeException,
  NullReferenceException,
} from '../runtime/exceptions.ts';
import { storeItem } from '../runtime/collections/storeItem.ts';
import type { NetArray } from '../runtime/NetArray.ts';
import type { ValueTuple } from '../runtime/ValueTuple.ts';
import { countingText } from './textWork.ts';
import { isNullable } from '../typeSystem/kinds.ts';
import { canBeNullReceiver } from './natives.ts';
import { compileExpression } from './expressions.ts';
import type { Evaluate, Frame } from './Frame.ts';
import type { Scope } from './Scope.ts';

type Native = (...args: unknown[]) => unknown;

/** A place that was found: its receiver and indexes are evaluated once. */
export interface Place {
  get(): unknown;
  set(value: unknown): void;
}

export interface CompiledTarget {
  /** Finds the place and stores a value there. */
  readonly write: (frame: Frame, value: unknown) => void;
  /** Finds the place, to be read and written. */
  readonly locate: (frame: Frame) => Place;
}

export function compileTarget(target: BoundTarget, scope: Scope): CompiledTarget {
  if (target.kind === 'Local') return localTarget(target.variable, scope);
  const locate = locator(target, scope);
  return { locate, write: (frame, value) => locate(frame).set(value) };
}

function localTarget(variable: Variable, scope: Scope): CompiledTarget {
  const read = scope.read(variable);
  const write = scope.write(variable);
  return {
    write,
    locate: (frame) => ({ get: () => read(frame), set: (value) => write(frame, value) }),
  };
}

function locator(
  target: Exclude<BoundTarget, { kind: 'Local' }>,
  scope: Scope,
): (frame: Frame) => Place {
  switch (target.kind) {
    case 'Property':
      return propertyLocator(target, scope);
    case 'Element':
      return elementLocator(target, scope);
    case 'TupleItem':
      return tupleLocator(target, scope);
  }
}

function propertyLocator(
  { member, container, receiver, indexes }: Extract<BoundTarget, { kind: 'Property' }>,
  scope: Scope,
): (frame: Frame) => Place {
  const get = countingText(member, member.get as Native);
  const set = countingText(member, member.set as Native, true);
  const operands: Evaluate[] = indexes.map((index) => compileExpression(index, scope));
  if (receiver) operands.unshift(compileExpression(receiver, scope));
  const isChecked = receiver !== undefined && canBeNullReceiver(receiver);
  const own = member.isStatic || isNullable(container) ? container.args : [];
  const generic = scope.typesAt(own);
  return (frame) => {
    const values = operands.map((operand) => operand(frame));
    const { environment } = frame;
    // A null receiver is found when it is used: the value to be stored is evaluated before.
    const check = (): void => {
      if (isChecked && values[0] === null) throw new NullReferenceException();
    };
    return {
      get() {
        check();
        return get(...values, generic(frame), environment);
      },
      set(value) {
        check();
        set(...values, value, generic(frame), environment);
      },
    };
  };
}

function elementLocator(
  { array, indexes, type }: Extract<BoundTarget, { kind: 'Element' }>,
  scope: Scope,
): (frame: Frame) => Place {
  const find = compileExpression(array, scope);
  const at = indexes.map((index) => compileExpression(index, scope));
  return (frame) => {
    const found = find(frame) as NetArray | null;
    const positions = at.map((index) => index(frame) as number);
    return {
      get: () => existing(found).at(offsetIn(existing(found), positions)),
      set(value) {
        const offset = offsetIn(existing(found), positions);
        storeItem(existing(found), offset, value, type);
      },
    };
  };
}

function existing(array: NetArray | null): NetArray {
  if (array === null) throw new NullReferenceException();
  return array;
}

/** Row by row. @throws IndexOutOfRangeException */
export function offsetIn({ lengths }: NetArray, positions: readonly number[]): number {
  if (positions.length !== lengths.length) throw new ArgumentException();
  let offset = 0;
  for (const [dimension, position] of positions.entries()) {
    const length = lengths[dimension]!;
    if (position < 0 || position >= length) throw new IndexOutOfRangeException();
    offset = offset * length + position;
  }
  return offset;
}

/**
 * Tuples are values: assigning to an item stores a new tuple where the old one was. A variable whose
 * items get their values one by one has none before the first of them.
 */
function tupleLocator(
  { tuple, index }: Extract<BoundTarget, { kind: 'TupleItem' }>,
  scope: Scope,
): (frame: Frame) => Place {
  if (!isTarget(tuple)) throw new Error('an item of a tuple that is no variable is assigned to');
  const { locate } = compileTarget(tuple, scope);
  const type = scope.typeAt(tuple.type);
  return (frame) => {
    const place = locate(frame);
    const current = (): ValueTuple => (place.get() ?? defaultOf(type(frame))) as ValueTuple;
    return {
      get: () => current().items[index],
      set: (value) => place.set(current().with(index, value)),
    };
  };
}

function isTarget(node: { readonly kind: string }): node is BoundTarget {
  return ['Local', 'Property', 'Element', 'TupleItem'].includes(node.kind);
}

/** `x += 1`, `x++`. */
export function compileUpdate(
  { target, current, next, result }: BoundUpdate,
  scope: Scope,
): Evaluate {
  const { locate } = compileTarget(target, scope);
  const enter = scope.enter([current]);
  const hold = scope.write(current);
  const compute = compileExpression(next, scope);
  return (frame) => {
    const place = locate(frame);
    const old = place.get();
    enter?.(frame);
    hold(frame, old);
    const value = compute(frame);
    place.set(value);
    return result === 'old' ? old : value;
  };
}
