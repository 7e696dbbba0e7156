import { LiquidLimitExceeded } from './LiquidError.ts';
import { defaultLiquidLimits } from './limits.ts';
import type { LiquidLimits } from './limits.ts';
import type { LiquidValue } from './values.ts';

/** What the host gives a template to work with. */
export interface LiquidHost {
  /** A variable of the host, asked for when the template first uses it; undefined when there is none. */
  global(name: string): LiquidValue | undefined;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** How a node ended, when not normally. */
export type Interrupt = 'break' | 'continue' | undefined;

/** A compiled part of a template. */
export type Node = (run: Rendering) => Interrupt;

/** One rendering of a template: its variables, its output, and what is left of its allowance. */
export class Rendering {
  readonly host: LiquidHost;
  readonly limits: LiquidLimits;
  /** Variables of loops, the innermost last. */
  readonly #scopes: Map<string, LiquidValue>[] = [];
  /** What `assign` and `capture` set: DotLiquid has it in the outermost scope. */
  readonly #assigned = new Map<string, LiquidValue>();
  readonly #globals = new Map<string, LiquidValue | undefined>();
  /** Of `increment` and `decrement`. */
  readonly counters = new Map<string, bigint>();
  /** By name of the group: which value comes next. */
  readonly cycles = new Map<string, number>();
  /** By name of the loop: where `offset:continue` goes on. */
  readonly offsets = new Map<string, number>();
  /** What `ifchanged` wrote last. */
  lastChanged: string | undefined;
  #stepsLeft: number;
  #output = '';

  constructor(host: LiquidHost, limits: LiquidLimits = defaultLiquidLimits) {
    this.host = host;
    this.limits = limits;
    this.#stepsLeft = limits.maxSteps;
  }

  get output(): string {
    return this.#output;
  }

  /** Counts work. @throws LiquidLimitExceeded */
  spend(steps = 1): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) throw new LiquidLimitExceeded('steps', this.limits.maxSteps);
  }

  /** Counts work on a text of a length, which must not be too long. @throws LiquidLimitExceeded */
  allowText(length: number): void {
    if (length > this.limits.maxLength) {
      throw new LiquidLimitExceeded('text length', this.limits.maxLength);
    }
    this.spend(length >> 6);
  }

  /** @throws LiquidLimitExceeded */
  allowItems(count: number): void {
    if (count > this.limits.maxItems) {
      throw new LiquidLimitExceeded('items', this.limits.maxItems);
    }
  }

  write(text: string): void {
    this.allowText(
      this.#output.length + text.length > this.limits.maxLength ? Infinity : text.length,
    );
    this.#output += text;
  }

  /** What a node writes, which does not reach the output. */
  capture(node: Node): { readonly text: string; readonly interrupt: Interrupt } {
    const outer = this.#output;
    this.#output = '';
    try {
      const interrupt = node(this);
      return { text: this.#output, interrupt };
    } finally {
      this.#output = outer;
    }
  }

  /** Runs something with variables of its own. */
  inScope<Result>(run: (scope: Map<string, LiquidValue>) => Result): Result {
    const scope = new Map<string, LiquidValue>();
    this.#scopes.push(scope);
    try {
      return run(scope);
    } finally {
      this.#scopes.pop();
    }
  }

  assign(name: string, value: LiquidValue): void {
    this.#assigned.set(name, value);
  }

  /** Null when there is no such variable. */
  variable(name: string): LiquidValue {
    for (let at = this.#scopes.length - 1; at >= 0; at--) {
      const value = this.#scopes[at]!.get(name);
      if (value !== undefined) return value;
    }
    return this.#assigned.get(name) ?? this.counters.get(name) ?? this.#global(name) ?? null;
  }

  #global(name: string): LiquidValue | undefined {
    if (!this.#globals.has(name)) this.#globals.set(name, this.host.global(name));
    return this.#globals.get(name);
  }
}
