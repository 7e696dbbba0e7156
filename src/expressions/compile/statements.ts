import type { BoundDeclaration, BoundIf } from '../check/boundStatements.ts';
import type { BoundBlock, BoundStatement } from '../check/boundStatements.ts';
import { NetException, NullReferenceException } from '../runtime/exceptions.ts';
import { compileExpression } from './expressions.ts';
import { signals } from './Frame.ts';
import type { Evaluate, Execute, Signal } from './Frame.ts';
import { compileLocalFunctions } from './functions.ts';
import { compileDo, compileFor, compileForEach, compileWhile } from './loops.ts';
import type { Scope } from './Scope.ts';
import { compileSwitch } from './switches.ts';
import { compileTry, compileUsing } from './tries.ts';

type Kind = BoundStatement['kind'];
type Compilers = {
  readonly [K in Kind]: (node: Extract<BoundStatement, { kind: K }>, scope: Scope) => Execute;
};

const { normal } = signals;

/** How each kind of statement is compiled; adding a kind is adding a line. */
const compilers: Compilers = {
  Block: compileBlock,
  Declaration: compileDeclaration,
  ExpressionStatement: ({ expression }, scope) => {
    const evaluate = compileExpression(expression, scope);
    return (frame) => {
      evaluate(frame);
      return normal;
    };
  },
  If: compileIf,
  While: compileWhile,
  Do: compileDo,
  For: compileFor,
  ForEach: compileForEach,
  Return: ({ value }, scope) => {
    const evaluate = value && compileExpression(value, scope);
    return (frame) => {
      frame.result = evaluate ? evaluate(frame) : null;
      return signals.return;
    };
  },
  Break: () => () => signals.break,
  Continue: () => () => signals.continue,
  Switch: compileSwitch,
  Goto:
    ({ target }) =>
    (frame) => {
      frame.jump = target;
      return signals.goto;
    },
  Labeled: ({ statement }, scope) => compileStatement(statement, scope),
  ThrowStatement: ({ value }, scope) => {
    const evaluate = value && compileExpression(value, scope);
    return (frame) => {
      const exception = evaluate ? evaluate(frame) : frame.caught;
      throw exception instanceof NetException ? exception : new NullReferenceException();
    };
  },
  Try: compileTry,
  Using: compileUsing,
  LocalFunction: () => () => normal,
  Empty: () => () => normal,
};

export function compileStatement(node: BoundStatement, scope: Scope): Execute {
  const compile = compilers[node.kind] as (node: BoundStatement, scope: Scope) => Execute;
  return compile(node, scope);
}

/** The body of a function: gives the value that it returns. */
export function compileBody(body: BoundStatement, scope: Scope): Evaluate {
  const only = body.kind === 'Block' && isPlain(body) ? body.statements[0]! : body;
  if (only.kind === 'Return' && only.value) return compileExpression(only.value, scope);
  const execute = compileStatement(body, scope);
  return (frame) => {
    execute(frame);
    return frame.result;
  };
}

function isPlain({ statements, locals, functions }: BoundBlock): boolean {
  return statements.length === 1 && locals.length === 0 && functions.length === 0;
}

function compileBlock({ locals, functions, statements }: BoundBlock, scope: Scope): Execute {
  const enter = scope.enter(locals);
  const declare = compileLocalFunctions(functions, scope);
  const run = compileStatements(statements, scope);
  if (!enter && !declare) return run;
  return (frame) => {
    enter?.(frame);
    declare?.(frame);
    return run(frame);
  };
}

/** Statements in a row, among which `goto` may jump. */
export function compileStatements(statements: readonly BoundStatement[], scope: Scope): Execute {
  const each = statements.map((statement) => compileStatement(statement, scope));
  const labels = new Map<unknown, number>();
  for (const [index, statement] of statements.entries()) {
    for (let at = statement; at.kind === 'Labeled'; at = at.statement) labels.set(at.target, index);
  }
  const [only] = each;
  if (only && each.length === 1 && labels.size === 0) return only;
  return (frame) => {
    for (let at = 0; at < each.length; at++) {
      const signal: Signal = each[at]!(frame);
      if (signal === normal) continue;
      const target = signal === signals.goto ? labels.get(frame.jump) : undefined;
      if (target === undefined) return signal;
      frame.environment.spend();
      at = target - 1;
    }
    return normal;
  };
}

function compileDeclaration({ variable, value }: BoundDeclaration, scope: Scope): Execute {
  const write = scope.write(variable);
  const evaluate = value && compileExpression(value, scope);
  if (!evaluate) return () => normal;
  return (frame) => {
    write(frame, evaluate(frame));
    return normal;
  };
}

function compileIf({ condition, whenTrue, whenFalse }: BoundIf, scope: Scope): Execute {
  const test = compileExpression(condition, scope);
  const yes = compileStatement(whenTrue, scope);
  const no = whenFalse ? compileStatement(whenFalse, scope) : () => normal;
  return (frame) => (test(frame) ? yes(frame) : no(frame));
}
