/**
 * Variables have a value before they are read: C# 7.3 §definite assignment. Works on the finished
 * bound tree; also finds reads of properties that cannot be read.
 */
import type {
  BoundExpression,
  BoundFunction,
  BoundTarget,
  DeconstructInto,
  LocalFunctionSymbol,
  Variable,
} from '../bound.ts';
import type { Span } from '../../../lib/source/SourceText.ts';
import type { BoundStatement, JumpTarget } from '../boundStatements.ts';
import type { Session } from '../Session.ts';
import { nothingAssigned } from './AssignedState.ts';
import type { AssignedState } from './AssignedState.ts';
import { constantTruth } from './reachability.ts';
import { VariableParts } from './VariableParts.ts';

export function checkAssignments(root: BoundFunction, session: Session): void {
  let jumps = new Map<JumpTarget, AssignedState>();
  const parts = new VariableParts();
  // A jump back to a label may bring less than was known when its statements were walked.
  for (let pass = 1; ; pass++) {
    const flow = new Flow(session, jumps, parts);
    const { diagnostics } = session.capture(() => flow.run(root));
    if (flow.isSettled || pass === maxPasses) {
      session.accept(diagnostics);
      return;
    }
    jumps = flow.jumps;
  }
}

/** Each pass makes states smaller; code that needs more of them jumps back and forth on purpose. */
const maxPasses = 10;

/** What a local function needs to have been assigned, and assigns. */
interface Effects {
  readonly reads: ReadonlySet<Variable>;
  readonly writes: ReadonlySet<Variable>;
}

const noEffects: Effects = { reads: new Set(), writes: new Set() };

interface Branches {
  readonly whenTrue: AssignedState;
  readonly whenFalse: AssignedState;
}

/** Whether a statement does anything itself. */
function doesSomething(node: BoundStatement): boolean {
  if (node.kind === 'Declaration') return node.value !== undefined;
  return !['Block', 'Empty', 'Labeled', 'LocalFunction'].includes(node.kind);
}

class Flow {
  readonly #session: Session;
  readonly #variableParts: VariableParts;
  readonly #reported = new Set<Variable>();
  readonly #effects = new Map<LocalFunctionSymbol, Effects>();
  /** What the jumps to each target bring. */
  readonly jumps: Map<JumpTarget, AssignedState>;
  /** Labels that were walked, with the state they were entered with. */
  readonly #labels = new Map<JumpTarget, AssignedState>();
  readonly #places = new Map<JumpTarget, Span>();
  /** Targets that a statement of this text jumps to. */
  readonly #used = new Set<JumpTarget>();
  /** Whether no jump back brought less than its label was walked with. */
  isSettled = true;
  /** Whether it was told that the code here cannot be reached. */
  #isToldUnreachable = false;
  #state: AssignedState = nothingAssigned;
  /** Where reads of variables without value go while a local function is looked at by itself. */
  #missing: Set<Variable> | undefined;
  #breaks: AssignedState = nothingAssigned.unreachable;
  #continues: AssignedState = nothingAssigned.unreachable;
  /** The states at the returns of the function. */
  #returns: AssignedState = nothingAssigned.unreachable;

  constructor(session: Session, jumps: Map<JumpTarget, AssignedState>, parts: VariableParts) {
    this.#session = session;
    this.jumps = jumps;
    this.#variableParts = parts;
  }

  run(root: BoundFunction): void {
    this.runFunction(root, nothingAssigned);
    for (const [target, { start }] of this.#places) {
      if (this.#used.has(target)) continue;
      const span = { start, end: start + target.name.length };
      this.#session.warn('CS0164', span, [target.name], 'Remove it.');
    }
  }

  /** The state after a function's body, entered with `start`. */
  runFunction(fn: BoundFunction, start: AssignedState): AssignedState {
    const outer = [this.#state, this.#breaks, this.#continues, this.#returns] as const;
    const nowhere = nothingAssigned.unreachable;
    this.#state = start.reachable;
    for (const each of fn.parameters) if (each.kind === 'out') this.#variableParts.split(each);
    [this.#breaks, this.#continues, this.#returns] = [nowhere, nowhere, nowhere];
    this.#statement(fn.body);
    const end = this.#state.join(this.#returns);
    for (const parameter of fn.parameters) {
      if (parameter.kind !== 'out' || this.#isAssigned(parameter, end) || this.#missing) continue;
      this.#session.report('CS0177', parameter.span, [parameter.name]);
    }
    [this.#state, this.#breaks, this.#continues, this.#returns] = outer;
    return end;
  }

  // ── Statements ─────────────────────────────────────────────────────────────────────────────────

  #statement(node: BoundStatement): void {
    this.#warnIfUnreachable(node);
    switch (node.kind) {
      case 'Block':
        this.#enter(node.locals);
        for (const each of node.statements) this.#statement(each);
        break;
      case 'Declaration':
        if (node.value) {
          this.#expression(node.value);
          this.#assign(node.variable);
        } else {
          this.#variableParts.split(node.variable);
          this.#enter([node.variable]);
        }
        break;
      case 'ExpressionStatement':
        this.#expression(node.expression);
        break;
      case 'If': {
        const { whenTrue, whenFalse } = this.#condition(node.condition);
        this.#state = whenTrue;
        this.#statement(node.whenTrue);
        const yes = this.#state;
        this.#state = whenFalse;
        if (node.whenFalse) this.#statement(node.whenFalse);
        this.#state = this.#state.join(yes);
        break;
      }
      case 'While':
        this.#enter(node.locals);
        this.#loop(node.condition, node.body, []);
        break;
      case 'For':
        this.#enter(node.locals);
        for (const each of node.initializers) this.#statement(each);
        this.#enter(node.roundLocals);
        this.#loop(node.condition, node.body, node.iterators);
        break;
      case 'Do':
        this.#doLoop(node);
        break;
      case 'ForEach':
        this.#forEach(node);
        break;
      case 'Return':
        if (node.value) this.#expression(node.value);
        this.#returns = this.#returns.join(this.#state);
        this.#leave();
        break;
      case 'Break':
        this.#breaks = this.#breaks.join(this.#state);
        this.#leave();
        break;
      case 'Continue':
        this.#continues = this.#continues.join(this.#state);
        this.#leave();
        break;
      case 'Goto':
        this.#jumpTo(node.target);
        break;
      case 'Labeled':
        this.#state = this.#state.join(this.jumps.get(node.target) ?? this.#state);
        this.#labels.set(node.target, this.#state);
        this.#places.set(node.target, node.span);
        this.#statement(node.statement);
        break;
      case 'ThrowStatement':
        if (node.value) this.#expression(node.value);
        this.#leave();
        break;
      case 'Switch':
        this.#switch(node);
        break;
      case 'Try':
        this.#try(node);
        break;
      case 'Using':
        this.#expression(node.value);
        this.#assign(node.resource);
        this.#statement(node.body);
        break;
      case 'LocalFunction':
        this.#checkLocalFunction(node.symbol);
        break;
      case 'Empty':
    }
  }

  #enter(variables: readonly Variable[]): void {
    this.#state = this.#state.without(this.#leaves(variables));
  }

  #leave(): void {
    this.#state = this.#state.unreachable;
  }

  #jumpTo(target: JumpTarget): void {
    const known = this.jumps.get(target);
    const brought = known ? known.join(this.#state) : this.#state;
    this.jumps.set(target, brought);
    this.#used.add(target);
    const walked = this.#labels.get(target);
    if (walked && !brought.bringsAll(walked)) this.isSettled = false;
    this.#leave();
  }

  /** CS0162, for the first of the statements that nothing leads to. */
  #warnIfUnreachable(node: BoundStatement): void {
    if (this.#state.isReachable) this.#isToldUnreachable = false;
    else if (!this.#isToldUnreachable && doesSomething(node)) {
      this.#isToldUnreachable = true;
      this.#session.warn('CS0162', node.span, [], 'Remove it, or the jump in front of it.');
    }
  }

  /** A backward jump never has less assigned than the way in, so one pass is enough. */
  #loop(
    condition: BoundExpression | undefined,
    body: BoundStatement,
    iterators: readonly BoundExpression[],
  ): void {
    const { whenTrue, whenFalse } = condition
      ? this.#condition(condition)
      : { whenTrue: this.#state, whenFalse: this.#state.unreachable };
    this.#state = whenTrue;
    const breaks = this.#round(body);
    for (const each of iterators) this.#expression(each);
    this.#state = whenFalse.join(breaks);
  }

  /** Leaves the state at the end of the round; gives that at the breaks. */
  #round(body: BoundStatement): AssignedState {
    const [breaks, continues] = [this.#breaks, this.#continues];
    const nowhere = nothingAssigned.unreachable;
    [this.#breaks, this.#continues] = [nowhere, nowhere];
    this.#statement(body);
    this.#state = this.#state.join(this.#continues);
    const left = this.#breaks;
    [this.#breaks, this.#continues] = [breaks, continues];
    return left;
  }

  #doLoop(node: Extract<BoundStatement, { kind: 'Do' }>): void {
    this.#enter(node.locals);
    const breaks = this.#round(node.body);
    const { whenFalse } = this.#condition(node.condition);
    this.#state = whenFalse.join(breaks);
  }

  #forEach(node: Extract<BoundStatement, { kind: 'ForEach' }>): void {
    this.#expression(node.source);
    const before = this.#state;
    if ('items' in node.into) this.#parts(node.into);
    else {
      this.#expression(node.into.value);
      this.#assign(node.into.variable);
    }
    const breaks = this.#round(node.body);
    this.#state = before.join(breaks);
  }

  #switch(node: Extract<BoundStatement, { kind: 'Switch' }>): void {
    this.#expression(node.value);
    this.#enter(node.locals);
    const [start, breaks] = [this.#state, this.#breaks];
    this.#breaks = start.unreachable;
    let end = node.isExhaustive ? start.unreachable : start;
    for (const section of node.sections) {
      const entries = section.labels.map(({ pattern, when }) => {
        const variable = pattern.kind === 'ConstantPattern' ? undefined : pattern.variable;
        this.#state = variable ? start.with([variable]) : start;
        return when ? this.#condition(when).whenTrue : this.#state;
      });
      if (section.isDefault) entries.push(start);
      const jumped = this.jumps.get(section.target);
      if (jumped) entries.push(jumped);
      this.#state = entries.reduce((all, each) => all.join(each), start.unreachable);
      for (const each of section.statements) this.#statement(each);
      end = end.join(this.#state);
    }
    this.#state = end.join(this.#breaks);
    this.#breaks = breaks;
  }

  #try(node: Extract<BoundStatement, { kind: 'Try' }>): void {
    const start = this.#state;
    this.#statement(node.block);
    let end = this.#state;
    for (const { variable, filter, block } of node.catches) {
      this.#state = variable ? start.with([variable]) : start;
      if (filter) this.#state = this.#condition(filter).whenTrue;
      this.#statement(block);
      end = end.join(this.#state);
    }
    this.#state = end;
    if (!node.finally) return;
    this.#state = start;
    this.#statement(node.finally);
    const { isReachable, assigned } = this.#state;
    this.#state = isReachable ? end.with(assigned) : end.unreachable;
  }

  // ── Functions within ───────────────────────────────────────────────────────────────────────────

  /** A lambda may run at any time later: it sees what is assigned where it is made. */
  #lambda(fn: BoundFunction): void {
    this.runFunction(fn, this.#state);
  }

  /** Reports what is wrong in a local function by itself; what it captures is judged at its uses. */
  #checkLocalFunction(symbol: LocalFunctionSymbol): void {
    if (!symbol.bound || this.#missing) return;
    const captured = this.#effectsOf(symbol).reads;
    this.runFunction(
      symbol.bound,
      nothingAssigned.with([...this.#state.assigned, ...this.#leaves([...captured])]),
    );
  }

  #effectsOf(symbol: LocalFunctionSymbol): Effects {
    const known = this.#effects.get(symbol);
    if (known) return known;
    // While it is being found out, a call of itself adds nothing.
    this.#effects.set(symbol, noEffects);
    if (!symbol.bound) return noEffects;
    const outer = this.#missing;
    const reads = (this.#missing = new Set<Variable>());
    const end = this.runFunction(symbol.bound, nothingAssigned);
    this.#missing = outer;
    const isOuter = (variable: Variable): boolean => variable.owner !== symbol;
    const effects: Effects = {
      reads: new Set([...reads].filter(isOuter)),
      writes: new Set([...end.assigned].filter(isOuter)),
    };
    this.#effects.set(symbol, effects);
    return effects;
  }

  #callLocal(symbol: LocalFunctionSymbol, span: Span): void {
    const { reads, writes } = this.#effectsOf(symbol);
    for (const variable of reads) this.#read(variable, span);
    this.#state = this.#state.with(writes);
  }

  // ── Expressions ────────────────────────────────────────────────────────────────────────────────

  #read(variable: Variable, span: Span): void {
    const isTracked = variable.kind === 'local' || variable.kind === 'out';
    if (!isTracked || this.#isAssigned(variable, this.#state)) return;
    if (this.#missing) {
      this.#missing.add(variable);
      return;
    }
    if (this.#reported.has(variable)) return;
    this.#reported.add(variable);
    this.#session.report(this.#unassigned(variable), span, [variable.name]);
  }

  #unassigned(variable: Variable): 'CS0165' | 'CS0170' | 'CS0269' {
    if (this.#variableParts.isItem(variable)) return 'CS0170';
    return variable.kind === 'out' ? 'CS0269' : 'CS0165';
  }

  #assign(variable: Variable): void {
    this.#state = this.#state.with(this.#leaves([variable]));
  }

  #isAssigned(variable: Variable, state: AssignedState): boolean {
    return this.#leaves([variable]).every((leaf) => state.has(leaf));
  }

  #leaves(variables: readonly Variable[]): readonly Variable[] {
    return variables.flatMap((each) => this.#variableParts.leavesOf(each));
  }

  #all(nodes: readonly (BoundExpression | undefined)[]): void {
    for (const node of nodes) if (node) this.#expression(node);
  }

  #expression(node: BoundExpression): void {
    switch (node.kind) {
      case 'Local':
        this.#read(node.variable, node.span);
        break;
      case 'Property':
        this.#all([node.receiver, ...node.indexes]);
        if (!node.member.get && !node.member.constant) {
          this.#session.report('CS0154', node.span, [node.member.name]);
        }
        break;
      case 'Element':
        this.#all([node.array, ...node.indexes]);
        break;
      case 'TupleItem': {
        const part = this.#variableParts.partAt(node);
        if (part) this.#read(part, node.span);
        else this.#expression(node.tuple);
        break;
      }
      case 'Call':
        this.#all([node.receiver, ...node.args]);
        this.#outs(node.args);
        break;
      case 'New':
        this.#all(node.args);
        this.#outs(node.args);
        break;
      case 'Invoke':
        this.#all([node.delegate, ...node.args]);
        this.#outs(node.args);
        break;
      case 'LocalCall':
        this.#all(node.args);
        this.#callLocal(node.callee, node.span);
        this.#outs(node.args);
        break;
      case 'UserOperator':
        this.#all(node.args);
        break;
      case 'Binary':
        this.#all([node.left, node.right]);
        break;
      case 'Concat':
        this.#all(node.parts);
        break;
      case 'Interpolation':
        this.#all(node.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.value])));
        break;
      case 'Convert':
      case 'Is':
      case 'As':
        this.#expression(node.operand);
        break;
      case 'Logical':
      case 'Conditional':
      case 'Unary':
      case 'IsPattern': {
        const { whenTrue, whenFalse } = this.#condition(node);
        this.#state = whenTrue.join(whenFalse);
        break;
      }
      case 'Coalesce': {
        this.#expression(node.left);
        const after = this.#state;
        this.#expression(node.whenNotNull);
        const notNull = this.#state;
        this.#state = after;
        this.#expression(node.right);
        this.#state = notNull.join(this.#state);
        break;
      }
      case 'ConditionalAccess': {
        this.#expression(node.receiver);
        const after = this.#state;
        this.#expression(node.whenNotNull);
        this.#state = after;
        break;
      }
      case 'Assign':
        this.#place(node.target);
        this.#expression(node.value);
        this.#store(node.target);
        break;
      case 'Update':
        this.#expression(node.target);
        this.#expression(node.next);
        this.#store(node.target);
        break;
      case 'Lambda':
        this.#lambda(node.function);
        break;
      case 'Tuple':
      case 'Anonymous':
        this.#all(node.items);
        break;
      case 'NewArray':
        this.#all([...node.sizes, ...(node.items ?? [])]);
        break;
      case 'Let':
        this.#all([node.value, node.body]);
        break;
      case 'Sequence':
        this.#all([...node.effects, node.value]);
        break;
      case 'Deconstruct':
        this.#expression(node.value);
        this.#parts(node.parts);
        break;
      case 'Throw':
        this.#expression(node.value);
        this.#leave();
        break;
      case 'Ref':
        if (node.target) {
          if (node.mode === 'ref') this.#expression(node.target);
          else this.#place(node.target);
        }
        break;
      default:
    }
  }

  /** What is evaluated to find a place, without reading it. */
  #place(target: BoundTarget): void {
    switch (target.kind) {
      case 'Property':
        this.#all([target.receiver, ...target.indexes]);
        break;
      case 'Element':
        this.#all([target.array, ...target.indexes]);
        break;
      case 'TupleItem':
        if (!this.#variableParts.partAt(target)) this.#expression(target.tuple);
        break;
      case 'Local':
    }
  }

  #store(target: BoundTarget): void {
    const variable = target.kind === 'Local' ? target.variable : this.#variableParts.partAt(target);
    if (variable) this.#assign(variable);
  }

  #outs(args: readonly BoundExpression[]): void {
    for (const arg of args) if (arg.kind === 'Ref' && arg.target) this.#store(arg.target);
  }

  #parts({ prepare, items }: DeconstructInto): void {
    if (prepare) this.#expression(prepare);
    for (const { value, into } of items) {
      this.#expression(value);
      if (!into) continue;
      if ('kind' in into) {
        this.#place(into);
        this.#store(into);
      } else this.#parts(into);
    }
  }

  /** The states after a condition came out true, and false. */
  #condition(node: BoundExpression): Branches {
    const truth = node.kind === 'Constant' ? constantTruth(node) : undefined;
    if (truth !== undefined) {
      const [here, nowhere] = [this.#state, this.#state.unreachable];
      return truth
        ? { whenTrue: here, whenFalse: nowhere }
        : { whenTrue: nowhere, whenFalse: here };
    }
    switch (node.kind) {
      case 'Logical':
        return this.#logical(node);
      case 'Unary': {
        if (node.operator !== '!') break;
        const { whenTrue, whenFalse } = this.#condition(node.operand);
        return { whenTrue: whenFalse, whenFalse: whenTrue };
      }
      case 'Conditional':
        return this.#conditional(node);
      case 'IsPattern': {
        this.#expression(node.operand);
        const { pattern } = node;
        const variable = pattern.kind === 'ConstantPattern' ? undefined : pattern.variable;
        const whenTrue = variable ? this.#state.with([variable]) : this.#state;
        const always = pattern.kind === 'VarPattern';
        return { whenTrue, whenFalse: always ? whenTrue : this.#state };
      }
      default:
    }
    if (node.kind === 'Unary') this.#expression(node.operand);
    else this.#expression(node);
    return { whenTrue: this.#state, whenFalse: this.#state };
  }

  #logical(node: Extract<BoundExpression, { kind: 'Logical' }>): Branches {
    const { whenTrue, whenFalse } = this.#condition(node.left);
    if (node.operator === '&&') {
      this.#state = whenTrue;
      const right = this.#condition(node.right);
      return { whenTrue: right.whenTrue, whenFalse: whenFalse.join(right.whenFalse) };
    }
    this.#state = whenFalse;
    const right = this.#condition(node.right);
    return { whenTrue: whenTrue.join(right.whenTrue), whenFalse: right.whenFalse };
  }

  #conditional(node: Extract<BoundExpression, { kind: 'Conditional' }>): Branches {
    const { whenTrue, whenFalse } = this.#condition(node.condition);
    this.#state = whenTrue;
    const yes = this.#condition(node.whenTrue);
    this.#state = whenFalse;
    const no = this.#condition(node.whenFalse);
    return {
      whenTrue: yes.whenTrue.join(no.whenTrue),
      whenFalse: yes.whenFalse.join(no.whenFalse),
    };
  }
}
