import type { Span } from '../../lib/source/SourceText.ts';
import type { NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { BoundExpression, FunctionSymbol, LocalFunctionSymbol, Variable } from './bound.ts';
import type { BoundCase, BoundReturn, JumpTarget } from './boundStatements.ts';
import type { Operand } from './operands.ts';
import type { Session } from './Session.ts';

/** A range variable of a query that lives in a property of the lambda's parameter. */
export interface Alias {
  readonly kind: 'alias';
  readonly read: (span: Span) => BoundExpression;
}

export type ScopeEntry =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'function'; readonly symbol: LocalFunctionSymbol }
  | { readonly kind: 'typeParameter'; readonly parameter: TypeParameter }
  /** `out var x` whose type is not known before the call is. */
  | { readonly kind: 'untyped' }
  | Alias;

/** The function whose body is being bound. */
export interface FunctionContext {
  readonly symbol: FunctionSymbol;
  readonly kind: 'root' | 'lambda' | 'local';
  /** Undefined while it is to be found from what is returned. */
  readonly returns: NetType | undefined;
  /** What `return` statements gave, in order, where `returns` is not known. */
  readonly returned: Returned[];
}

/** A `return` whose value waits for the type of its function. */
export interface Returned {
  readonly node: BoundReturn;
  /** Undefined of `return;`. */
  readonly operand: Operand | undefined;
}

/** The switch around a statement. */
export interface SwitchContext {
  readonly governing: NetType;
  readonly cases: readonly { readonly labels: readonly BoundCase[]; readonly target: JumpTarget }[];
  readonly defaultTarget: JumpTarget | undefined;
}

/** What holds for a part of the text and is inherited by the parts within. */
interface Surroundings {
  readonly function: FunctionContext;
  /** What `checked` or `unchecked` around says of overflow; undefined outside of both. */
  readonly overflow: 'checked' | 'unchecked' | undefined;
  readonly canBreak: boolean;
  readonly canContinue: boolean;
  readonly switch: SwitchContext | undefined;
  /** The innermost handler around, within this function: where `throw;` may stand. */
  readonly handler: 'catch' | 'finally' | undefined;
  /** How many finally blocks of this function are around, which nothing may leave. */
  readonly finallies: number;
  /** Where declarations of this statement list go instead: the sections of a switch share one scope. */
  readonly localsIn: Scope | undefined;
  /** What `.name` and `[…]` after `?` mean. */
  readonly conditionalReceiver: BoundExpression | undefined;
}

/** The names that can be used at a place, and what surrounds it. */
export class Scope {
  readonly session: Session;
  readonly outer: Scope | undefined;
  readonly surroundings: Surroundings;
  /** Variables declared here. */
  readonly locals: Variable[];
  readonly functions: LocalFunctionSymbol[];
  readonly labels: Map<string, JumpTarget>;
  /** Names that later statements of this block declare. */
  readonly pending: Set<string>;
  readonly #names: Map<string, ScopeEntry>;

  private constructor(
    session: Session,
    outer: Scope | undefined,
    surroundings: Surroundings,
    sharing?: Scope,
  ) {
    this.session = session;
    this.outer = outer;
    this.surroundings = surroundings;
    this.locals = sharing?.locals ?? [];
    this.functions = sharing?.functions ?? [];
    this.labels = sharing?.labels ?? new Map<string, JumpTarget>();
    this.pending = sharing?.pending ?? new Set<string>();
    this.#names = sharing ? sharing.#names : new Map<string, ScopeEntry>();
  }

  static root(session: Session, context: FunctionContext): Scope {
    return new Scope(session, undefined, {
      function: context,
      overflow: undefined,
      canBreak: false,
      canContinue: false,
      switch: undefined,
      handler: undefined,
      finallies: 0,
      localsIn: undefined,
      conditionalReceiver: undefined,
    });
  }

  /** A scope of its own within this one. */
  child(change: Partial<Surroundings> = {}): Scope {
    return new Scope(this.session, this, { ...this.surroundings, localsIn: undefined, ...change });
  }

  /** The same names under other surroundings. */
  with(change: Partial<Surroundings>): Scope {
    return new Scope(this.session, this.outer, { ...this.surroundings, ...change }, this);
  }

  /** The scope of a function's body within this one. */
  functionBody(context: FunctionContext): Scope {
    return this.child({
      function: context,
      canBreak: false,
      canContinue: false,
      switch: undefined,
      handler: undefined,
      finallies: 0,
      conditionalReceiver: undefined,
    });
  }

  get function(): FunctionContext {
    return this.surroundings.function;
  }

  /** Whether arithmetic that is not constant throws on overflow (C# 7.3: not by default). */
  get isChecked(): boolean {
    return this.surroundings.overflow === 'checked';
  }

  /** What a name means here: the innermost declaration of it, or that it is declared later. */
  find(name: string): ScopeEntry | 'pending' | undefined {
    const entry = this.#names.get(name);
    if (entry) return entry;
    return this.pending.has(name) ? 'pending' : this.outer?.find(name);
  }

  /** All names of variables and functions in sight. */
  *names(): Generator<string> {
    yield* this.#names.keys();
    if (this.outer) yield* this.outer.names();
  }

  label(name: string): JumpTarget | undefined {
    return this.labelScope(name)?.labels.get(name);
  }

  /** The scope whose statements have a label of that name. */
  labelScope(name: string): Scope | undefined {
    if (this.labels.has(name)) return this;
    const { outer } = this;
    if (!outer || outer.function !== this.function) return undefined;
    return outer.labelScope(name);
  }

  /** Enters a name; reports CS0128 or CS0136 when it is taken. */
  enter(name: string, entry: ScopeEntry, span: Span): void {
    this.pending.delete(name);
    if (name === '') return;
    if (this.#names.has(name)) {
      this.session.report('CS0128', span, [name]);
      return;
    }
    if (this.outer?.find(name) !== undefined) this.session.report('CS0136', span, [name]);
    this.#names.set(name, entry);
  }

  /** Replaces the entry of a variable whose type has become known. */
  settle(name: string, entry: ScopeEntry): void {
    if (entry.kind === 'variable') this.session.observer?.variable?.(entry.variable);
    this.#names.set(name, entry);
  }

  /** Declares a variable of this scope. */
  declare(
    name: string,
    type: NetType,
    kind: Variable['kind'],
    span: Span,
    constant?: Variable['constant'],
  ): Variable {
    const variable = { name, type, kind, span, constant, owner: this.function.symbol };
    this.session.observer?.variable?.(variable);
    this.enter(name, { kind: 'variable', variable }, span);
    if (kind === 'local') this.locals.push(variable);
    return variable;
  }

  /** A variable that only the bound tree sees. */
  temporary(type: NetType, span: Span): Variable {
    const name = this.session.nextTemporary();
    return { name, type, kind: 'temporary', span, owner: this.function.symbol };
  }
}
