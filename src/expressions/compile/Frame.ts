import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { Environment } from '../runtime/Environment.ts';
import type { NetException } from '../runtime/exceptions.ts';

/** A variable that outlives its scope in a closure. It is also how `ref` and `out` pass variables. */
export interface Cell {
  value: unknown;
}

/** What one call of an expression, lambda or local function works on. */
export class Frame {
  readonly slots: unknown[];
  readonly context: unknown;
  readonly environment: Environment;
  /** What the type parameters of generic local functions stand for here. */
  readonly types: ReadonlyMap<TypeParameter, NetType> | undefined;
  /** The value of the `return` that ends the call. */
  result: unknown = null;
  /** Where the `goto` leads that is under way. */
  jump: unknown = undefined;
  /** What the innermost `catch` caught, for `throw;`. */
  caught: NetException | undefined = undefined;

  constructor(
    slots: unknown[],
    context: unknown,
    environment: Environment,
    types?: ReadonlyMap<TypeParameter, NetType>,
  ) {
    this.slots = slots;
    this.context = context;
    this.environment = environment;
    this.types = types;
  }
}

/** A compiled expression: gives the value in the static representation of its type. */
export type Evaluate = (frame: Frame) => unknown;

/** How a statement ended. Anything but `normal` leaves the statements around it. */
export const signals = { normal: 0, break: 1, continue: 2, return: 3, goto: 4 } as const;
export type Signal = (typeof signals)[keyof typeof signals];

/** A compiled statement. */
export type Execute = (frame: Frame) => Signal;
