import type { Span } from '../../lib/source/SourceText.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { BoundExpression, DeconstructInto, LocalFunctionSymbol, Variable } from './bound.ts';
import type { BoundPattern } from './boundPatterns.ts';

interface Bound {
  readonly span: Span;
}

/** `locals` of a node are the variables of its scope: each entry into the scope makes them anew. */
export type BoundStatement =
  | BoundBlock
  | BoundDeclaration
  | BoundExpressionStatement
  | BoundIf
  | BoundWhile
  | BoundDo
  | BoundFor
  | BoundForEach
  | BoundReturn
  | BoundBreak
  | BoundContinue
  | BoundSwitch
  | BoundGoto
  | BoundLabeled
  | BoundThrowStatement
  | BoundTry
  | BoundUsing
  | BoundLocalFunction
  | BoundEmpty;

export interface BoundBlock extends Bound {
  readonly kind: 'Block';
  readonly locals: readonly Variable[];
  readonly functions: readonly LocalFunctionSymbol[];
  readonly statements: readonly BoundStatement[];
}

export interface BoundDeclaration extends Bound {
  readonly kind: 'Declaration';
  readonly variable: Variable;
  /** Undefined of `int x;` */
  readonly value: BoundExpression | undefined;
}

export interface BoundExpressionStatement extends Bound {
  readonly kind: 'ExpressionStatement';
  readonly expression: BoundExpression;
}

export interface BoundIf extends Bound {
  readonly kind: 'If';
  readonly condition: BoundExpression;
  readonly whenTrue: BoundStatement;
  readonly whenFalse: BoundStatement | undefined;
}

export interface BoundWhile extends Bound {
  readonly kind: 'While';
  readonly locals: readonly Variable[];
  readonly condition: BoundExpression;
  readonly body: BoundStatement;
}

export interface BoundDo extends Bound {
  readonly kind: 'Do';
  readonly locals: readonly Variable[];
  readonly body: BoundStatement;
  readonly condition: BoundExpression;
}

export interface BoundFor extends Bound {
  readonly kind: 'For';
  /** Made once: variables of the initializer. */
  readonly locals: readonly Variable[];
  readonly initializers: readonly BoundStatement[];
  /** Made each round: variables that the condition declares. */
  readonly roundLocals: readonly Variable[];
  readonly condition: BoundExpression | undefined;
  readonly iterators: readonly BoundExpression[];
  readonly body: BoundStatement;
}

/** How `foreach` gets its elements. */
export type Enumeration =
  /** By the `iterate` protocol, elements in the static representation of `element`. */
  | { readonly by: 'iterate'; readonly element: NetType }
  /** By the methods of an enumerator that the source's type declares. */
  | {
      readonly by: 'pattern';
      readonly enumerator: Variable;
      readonly getEnumerator: BoundExpression;
      readonly moveNext: BoundExpression;
      readonly current: BoundExpression;
      readonly dispose: BoundExpression | undefined;
    };

export interface BoundForEach extends Bound {
  readonly kind: 'ForEach';
  readonly source: BoundExpression;
  /** Holds the source while it is enumerated by a pattern. */
  readonly sourceVariable: Variable;
  readonly enumeration: Enumeration;
  /** Holds an element before it is converted. */
  readonly element: Variable;
  readonly locals: readonly Variable[];
  /** What becomes of an element: the loop variable's value, or a deconstruction. */
  readonly into: { readonly variable: Variable; readonly value: BoundExpression } | DeconstructInto;
  readonly body: BoundStatement;
}

export interface BoundReturn extends Bound {
  readonly kind: 'Return';
  /** In a lambda it is converted only when the lambda's type is known. */
  value: BoundExpression | undefined;
}

export interface BoundBreak extends Bound {
  readonly kind: 'Break';
}

export interface BoundContinue extends Bound {
  readonly kind: 'Continue';
}

export interface BoundSwitch extends Bound {
  readonly kind: 'Switch';
  /** Boxed. */
  readonly value: BoundExpression;
  /** Whether some section runs whatever the value is. */
  readonly isExhaustive: boolean;
  readonly locals: readonly Variable[];
  readonly functions: readonly LocalFunctionSymbol[];
  readonly sections: readonly BoundSection[];
}

export interface BoundSection extends Bound {
  /** Where `goto case` leads. */
  readonly target: JumpTarget;
  readonly locals: readonly Variable[];
  readonly labels: readonly BoundCase[];
  readonly isDefault: boolean;
  readonly statements: readonly BoundStatement[];
}

export interface BoundCase extends Bound {
  readonly pattern: BoundPattern;
  readonly when: BoundExpression | undefined;
}

/** A place that `goto` leads to: a label, or a section of a switch. */
export interface JumpTarget {
  readonly name: string;
}

export interface BoundGoto extends Bound {
  readonly kind: 'Goto';
  readonly target: JumpTarget;
}

export interface BoundLabeled extends Bound {
  readonly kind: 'Labeled';
  readonly target: JumpTarget;
  readonly statement: BoundStatement;
}

export interface BoundThrowStatement extends Bound {
  readonly kind: 'ThrowStatement';
  /** Undefined: the caught exception again. */
  readonly value: BoundExpression | undefined;
}

export interface BoundCatch extends Bound {
  readonly locals: readonly Variable[];
  /** Undefined: everything. */
  readonly type: NetType | undefined;
  readonly variable: Variable | undefined;
  readonly filter: BoundExpression | undefined;
  readonly block: BoundStatement;
}

export interface BoundTry extends Bound {
  readonly kind: 'Try';
  readonly block: BoundStatement;
  readonly catches: readonly BoundCatch[];
  readonly finally: BoundStatement | undefined;
}

export interface BoundUsing extends Bound {
  readonly kind: 'Using';
  readonly locals: readonly Variable[];
  readonly resource: Variable;
  readonly value: BoundExpression;
  /** Calls Dispose on the resource, which is not null. */
  readonly dispose: BoundExpression;
  readonly body: BoundStatement;
}

/** Where a local function stands; nothing happens there. */
export interface BoundLocalFunction extends Bound {
  readonly kind: 'LocalFunction';
  readonly symbol: LocalFunctionSymbol;
}

export interface BoundEmpty extends Bound {
  readonly kind: 'Empty';
}
