/**
 * The syntax tree of the expression language: the expressions and statements of C# 7.3, without type
 * declarations, async, unsafe code and dynamic binding.
 *
 * - Every node has `kind` and `span`; spans are UTF-16 offsets into the C# text, and a child's span
 *   lies within its parent's.
 * - Nodes are plain and immutable, without links to their parents; what is absent is `undefined`.
 * - A tree is at most `maxTreeHeight` nodes high (see limits.ts), not counting left operands of
 *   `Binary`: `a + b + …` leans left and may be thousands of nodes deep, so walk it in a loop.
 * - A tree made from wrong text holds `Missing` expressions and identifiers with empty text; each
 *   has been reported, so a checker gives them the error type and says nothing more.
 */
import type { Span } from '../../lib/source/SourceText.ts';

interface NodeBase {
  readonly span: Span;
}

/** A name; `text` is what it means: without the `@` of a verbatim name, unicode escapes resolved. */
export interface Identifier extends NodeBase {
  readonly kind: 'Identifier';
  readonly text: string;
}

// ── Types ────────────────────────────────────────────────────────────────────────────────────────

export type TypeSyntax = PredefinedType | NamedType | ArrayType | NullableType | TupleType;

/** What stands before the name of a local: a type, or `var`, for which the value decides. */
export type DeclaredType = TypeSyntax | VarType;

export type PredefinedTypeName =
  | 'bool'
  | 'byte'
  | 'sbyte'
  | 'short'
  | 'ushort'
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'char'
  | 'float'
  | 'double'
  | 'decimal'
  | 'string'
  | 'object'
  | 'void';

/** A type with a keyword of its own. It is also an expression: `int.Parse(s)`. `void` is a return type only. */
export interface PredefinedType extends NodeBase {
  readonly kind: 'PredefinedType';
  readonly name: PredefinedTypeName;
}

/** `List<int>`, `System.Text.Encoding`, `global::System.Guid`; `parts` has at least one element. */
export interface NamedType extends NodeBase {
  readonly kind: 'NamedType';
  /** What stands before `::`. */
  readonly alias?: Identifier | undefined;
  readonly parts: readonly NamePart[];
}

/** One part between the dots of a type's name. */
export interface NamePart extends NodeBase {
  readonly kind: 'NamePart';
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
  /** The number of type parameters left open: 2 for `Dictionary<,>`. Only `typeof` may leave them open. */
  readonly openArity?: number | undefined;
}

/** `int[]`, `int[,]`. In `int[][,]` the outer node has rank 1 and its element is `int[,]`. */
export interface ArrayType extends NodeBase {
  readonly kind: 'ArrayType';
  readonly element: TypeSyntax;
  /** The number of dimensions, from 1. */
  readonly rank: number;
}

/** `int?` */
export interface NullableType extends NodeBase {
  readonly kind: 'NullableType';
  readonly element: TypeSyntax;
}

/** `(int count, string name)`; at least two elements. */
export interface TupleType extends NodeBase {
  readonly kind: 'TupleType';
  readonly elements: readonly TupleTypeElement[];
}

export interface TupleTypeElement extends NodeBase {
  readonly kind: 'TupleTypeElement';
  readonly type: TypeSyntax;
  readonly name?: Identifier | undefined;
}

export interface VarType extends NodeBase {
  readonly kind: 'VarType';
}

// ── Expressions ──────────────────────────────────────────────────────────────────────────────────

export type Expression =
  | Literal
  | InterpolatedString
  | SimpleName
  | AliasQualifiedName
  | PredefinedType
  | Parenthesized
  | Tuple
  | MemberAccess
  | ElementAccess
  | Invocation
  | ConditionalAccess
  | MemberBinding
  | ElementBinding
  | ObjectCreation
  | ArrayCreation
  | ImplicitArrayCreation
  | AnonymousObject
  | TypeOf
  | SizeOf
  | Default
  | CheckedExpression
  | Unary
  | Increment
  | Cast
  | Binary
  | Coalesce
  | Is
  | IsPattern
  | As
  | Conditional
  | Assignment
  | ThrowExpression
  | Lambda
  | AnonymousMethod
  | Query
  | DeclarationExpression
  | Missing;

/**
 * A constant written out, with the type that C# gives it. `-2147483648` and `-9223372036854775808`
 * are one literal, as the language defines them (C# 6.4.5.3); other minus signs are `Unary`.
 */
export type Literal = NodeBase & { readonly kind: 'Literal' } & LiteralValue;

export type LiteralValue =
  | { readonly type: 'int' | 'uint'; readonly value: number }
  | { readonly type: 'long' | 'ulong'; readonly value: bigint }
  /** `float` is already rounded to single precision. */
  | { readonly type: 'float' | 'double'; readonly value: number }
  /** Exact: digits, perhaps with a point and an exponent, without suffix and separators: `1.50`, `1e3`. */
  | { readonly type: 'decimal'; readonly value: string }
  /** A UTF-16 code unit. */
  | { readonly type: 'char'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null };

/** `$"…"`; neighbouring texts are one part and empty texts are left out. */
export interface InterpolatedString extends NodeBase {
  readonly kind: 'InterpolatedString';
  readonly parts: readonly (InterpolatedText | Interpolation)[];
}

export interface InterpolatedText extends NodeBase {
  readonly kind: 'InterpolatedText';
  /** What the text means: escapes resolved, `{{` as `{`. */
  readonly text: string;
}

/** `{value,alignment:format}` */
export interface Interpolation extends NodeBase {
  readonly kind: 'Interpolation';
  readonly value: Expression;
  readonly alignment?: Expression | undefined;
  /** The text after the colon, escapes resolved. */
  readonly format?: string | undefined;
}

/** `name`, `Name<T>`; `_` too, of which the checker decides whether it is a discard. */
export interface SimpleName extends NodeBase {
  readonly kind: 'SimpleName';
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
}

/** `global::System` */
export interface AliasQualifiedName extends NodeBase {
  readonly kind: 'AliasQualifiedName';
  readonly alias: Identifier;
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
}

export interface Parenthesized extends NodeBase {
  readonly kind: 'Parenthesized';
  readonly expression: Expression;
}

/** `(1, name: "x")`, also as the target of a deconstruction; at least two elements. */
export interface Tuple extends NodeBase {
  readonly kind: 'Tuple';
  readonly elements: readonly TupleElement[];
}

export interface TupleElement extends NodeBase {
  readonly kind: 'TupleElement';
  readonly name?: Identifier | undefined;
  readonly value: Expression;
}

export interface MemberAccess extends NodeBase {
  readonly kind: 'MemberAccess';
  readonly target: Expression;
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
}

export interface ElementAccess extends NodeBase {
  readonly kind: 'ElementAccess';
  readonly target: Expression;
  readonly arguments: readonly Argument[];
}

/** A call; `nameof(x)` too. */
export interface Invocation extends NodeBase {
  readonly kind: 'Invocation';
  readonly callee: Expression;
  readonly arguments: readonly Argument[];
}

/** `ref`, `out` or `in` before an argument or a parameter. */
export type PassingMode = 'ref' | 'out' | 'in';

export interface Argument extends NodeBase {
  readonly kind: 'Argument';
  readonly name?: Identifier | undefined;
  readonly mode?: PassingMode | undefined;
  /** After `out` it may be a `DeclarationExpression`. */
  readonly value: Expression;
}

/**
 * `target?.…` and `target?[…]`: `whenNotNull` is the whole rest of the chain, at whose innermost left
 * stands the `MemberBinding` or `ElementBinding` that means the target's value. `a?.b.c?[0]` is
 * `a ?. ((.b).c ?. [0])`: skipping a null skips everything after it.
 */
export interface ConditionalAccess extends NodeBase {
  readonly kind: 'ConditionalAccess';
  readonly target: Expression;
  readonly whenNotNull: Expression;
}

/** The `.name` right after `?` */
export interface MemberBinding extends NodeBase {
  readonly kind: 'MemberBinding';
  readonly name: Identifier;
  readonly typeArguments: readonly TypeSyntax[];
}

/** The `[…]` right after `?` */
export interface ElementBinding extends NodeBase {
  readonly kind: 'ElementBinding';
  readonly arguments: readonly Argument[];
}

/** `new T(…) { … }`; without brackets `arguments` is empty. */
export interface ObjectCreation extends NodeBase {
  readonly kind: 'ObjectCreation';
  readonly type: TypeSyntax;
  readonly arguments: readonly Argument[];
  readonly initializer?: ObjectInitializer | CollectionInitializer | undefined;
}

/** `{ Name = value, ["key"] = value }`; `{ }` is one without members. */
export interface ObjectInitializer extends NodeBase {
  readonly kind: 'ObjectInitializer';
  readonly members: readonly MemberInitializer[];
}

export interface MemberInitializer extends NodeBase {
  readonly kind: 'MemberInitializer';
  /** The member's name, or the arguments of its indexer. */
  readonly target: Identifier | ElementBinding;
  /** An initializer (`Items = { 1, 2 }`) fills the member's present value. */
  readonly value: Expression | ObjectInitializer | CollectionInitializer;
}

/** `{ 1, 2 }`, `{ { "key", value }, … }` */
export interface CollectionInitializer extends NodeBase {
  readonly kind: 'CollectionInitializer';
  readonly elements: readonly ElementInitializer[];
}

/** The arguments of one call of `Add`; at least one. */
export interface ElementInitializer extends NodeBase {
  readonly kind: 'ElementInitializer';
  readonly values: readonly Expression[];
}

/** `new int[2, 3]`, `new int[2][]`, `new int[] { 1, 2 }` */
export interface ArrayCreation extends NodeBase {
  readonly kind: 'ArrayCreation';
  /** The type of the whole array. */
  readonly type: ArrayType;
  /** The lengths of the outer array's dimensions: `type.rank` of them, or none. */
  readonly sizes: readonly Expression[];
  readonly initializer?: ArrayInitializer | undefined;
}

/** `new[] { 1, 2 }`, `new[,] { { 1 }, { 2 } }` */
export interface ImplicitArrayCreation extends NodeBase {
  readonly kind: 'ImplicitArrayCreation';
  readonly rank: number;
  readonly initializer: ArrayInitializer;
}

export interface ArrayInitializer extends NodeBase {
  readonly kind: 'ArrayInitializer';
  readonly elements: readonly (Expression | ArrayInitializer)[];
}

/** `new { Name = 1, user.Id }` */
export interface AnonymousObject extends NodeBase {
  readonly kind: 'AnonymousObject';
  readonly members: readonly AnonymousMember[];
}

export interface AnonymousMember extends NodeBase {
  readonly kind: 'AnonymousMember';
  /** Written, or taken from the value: `user.Id` is named `Id`. */
  readonly name: Identifier;
  readonly value: Expression;
}

export interface TypeOf extends NodeBase {
  readonly kind: 'TypeOf';
  readonly type: TypeSyntax;
}

export interface SizeOf extends NodeBase {
  readonly kind: 'SizeOf';
  readonly type: TypeSyntax;
}

/** `default(T)`; without a type the literal `default`. */
export interface Default extends NodeBase {
  readonly kind: 'Default';
  readonly type?: TypeSyntax | undefined;
}

/** `checked(…)`, `unchecked(…)` */
export interface CheckedExpression extends NodeBase {
  readonly kind: 'CheckedExpression';
  readonly checked: boolean;
  readonly expression: Expression;
}

export interface Unary extends NodeBase {
  readonly kind: 'Unary';
  readonly operator: '+' | '-' | '!' | '~';
  readonly operand: Expression;
}

export interface Increment extends NodeBase {
  readonly kind: 'Increment';
  readonly operator: '++' | '--';
  readonly prefix: boolean;
  readonly operand: Expression;
}

export interface Cast extends NodeBase {
  readonly kind: 'Cast';
  readonly type: TypeSyntax;
  readonly operand: Expression;
}

export type ArithmeticOperator = '*' | '/' | '%' | '+' | '-' | '<<' | '>>' | '&' | '^' | '|';

export type BinaryOperator =
  | ArithmeticOperator
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '&&'
  | '||';

export interface Binary extends NodeBase {
  readonly kind: 'Binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `left ?? right` */
export interface Coalesce extends NodeBase {
  readonly kind: 'Coalesce';
  readonly left: Expression;
  readonly right: Expression;
}

/**
 * `operand is Type`. A dotted name may instead turn out to be a constant (`x is Limits.Max`):
 * `typeAsExpression` in names.ts gives that reading.
 */
export interface Is extends NodeBase {
  readonly kind: 'Is';
  readonly operand: Expression;
  readonly type: TypeSyntax;
}

/** `operand is pattern` */
export interface IsPattern extends NodeBase {
  readonly kind: 'IsPattern';
  readonly operand: Expression;
  readonly pattern: Pattern;
}

export interface As extends NodeBase {
  readonly kind: 'As';
  readonly operand: Expression;
  readonly type: TypeSyntax;
}

export interface Conditional extends NodeBase {
  readonly kind: 'Conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `target = value`, `target += value`; a deconstruction has a `Tuple` or `DeclarationExpression` as target. */
export interface Assignment extends NodeBase {
  readonly kind: 'Assignment';
  /** The operator before the equals sign; absent for plain `=`. */
  readonly operator?: ArithmeticOperator | undefined;
  readonly target: Expression;
  readonly value: Expression;
}

export interface ThrowExpression extends NodeBase {
  readonly kind: 'ThrowExpression';
  readonly value: Expression;
}

export interface Lambda extends NodeBase {
  readonly kind: 'Lambda';
  /** All of them have a type or none has. */
  readonly parameters: readonly Parameter[];
  readonly body: Expression | Block;
}

/** `delegate (int x) { … }`; without brackets it fits any parameters and `parameters` is absent. */
export interface AnonymousMethod extends NodeBase {
  readonly kind: 'AnonymousMethod';
  readonly parameters?: readonly Parameter[] | undefined;
  readonly body: Block;
}

/** A parameter of a lambda, an anonymous method or a local function. */
export interface Parameter extends NodeBase {
  readonly kind: 'Parameter';
  readonly mode?: PassingMode | 'params' | undefined;
  /** Absent only in lambdas. */
  readonly type?: TypeSyntax | undefined;
  readonly name: Identifier;
  /** Only in local functions. */
  readonly defaultValue?: Expression | undefined;
}

/** `var x`, `int x`, `var (a, b)`: after `out`, in a tuple that is deconstructed, or as its whole target. */
export interface DeclarationExpression extends NodeBase {
  readonly kind: 'DeclarationExpression';
  readonly type: DeclaredType;
  readonly designation: Designation;
}

export type Designation = SingleDesignation | DiscardDesignation | TupleDesignation;

export interface SingleDesignation extends NodeBase {
  readonly kind: 'SingleDesignation';
  readonly name: Identifier;
}

/** `_` */
export interface DiscardDesignation extends NodeBase {
  readonly kind: 'DiscardDesignation';
}

export interface TupleDesignation extends NodeBase {
  readonly kind: 'TupleDesignation';
  readonly elements: readonly Designation[];
}

/** Stands where an expression should have been; already reported. */
export interface Missing extends NodeBase {
  readonly kind: 'Missing';
}

// ── Query expressions ────────────────────────────────────────────────────────────────────────────

export interface Query extends NodeBase {
  readonly kind: 'Query';
  readonly from: FromClause;
  readonly body: QueryBody;
}

export interface QueryBody extends NodeBase {
  readonly kind: 'QueryBody';
  readonly clauses: readonly (FromClause | LetClause | WhereClause | JoinClause | OrderByClause)[];
  readonly result: SelectClause | GroupClause;
  readonly continuation?: QueryContinuation | undefined;
}

/** `into name body`: a query over the result so far. */
export interface QueryContinuation extends NodeBase {
  readonly kind: 'QueryContinuation';
  readonly name: Identifier;
  readonly body: QueryBody;
}

export interface FromClause extends NodeBase {
  readonly kind: 'FromClause';
  readonly type?: TypeSyntax | undefined;
  readonly name: Identifier;
  readonly source: Expression;
}

export interface LetClause extends NodeBase {
  readonly kind: 'LetClause';
  readonly name: Identifier;
  readonly value: Expression;
}

export interface WhereClause extends NodeBase {
  readonly kind: 'WhereClause';
  readonly condition: Expression;
}

/** `join type name in source on left equals right into group` */
export interface JoinClause extends NodeBase {
  readonly kind: 'JoinClause';
  readonly type?: TypeSyntax | undefined;
  readonly name: Identifier;
  readonly source: Expression;
  readonly left: Expression;
  readonly right: Expression;
  readonly into?: Identifier | undefined;
}

export interface OrderByClause extends NodeBase {
  readonly kind: 'OrderByClause';
  readonly orderings: readonly Ordering[];
}

export interface Ordering extends NodeBase {
  readonly kind: 'Ordering';
  readonly key: Expression;
  readonly descending: boolean;
}

export interface SelectClause extends NodeBase {
  readonly kind: 'SelectClause';
  readonly value: Expression;
}

/** `group value by key` */
export interface GroupClause extends NodeBase {
  readonly kind: 'GroupClause';
  readonly value: Expression;
  readonly key: Expression;
}

// ── Patterns ─────────────────────────────────────────────────────────────────────────────────────

export type Pattern = ConstantPattern | DeclarationPattern | VarPattern;

export interface ConstantPattern extends NodeBase {
  readonly kind: 'ConstantPattern';
  readonly value: Expression;
}

/** `string s`, `string _` */
export interface DeclarationPattern extends NodeBase {
  readonly kind: 'DeclarationPattern';
  readonly type: TypeSyntax;
  readonly designation: SingleDesignation | DiscardDesignation;
}

/** `var x`, `var _` */
export interface VarPattern extends NodeBase {
  readonly kind: 'VarPattern';
  readonly designation: SingleDesignation | DiscardDesignation;
}

// ── Statements ───────────────────────────────────────────────────────────────────────────────────

export type Statement =
  | Block
  | LocalDeclaration
  | LocalFunction
  | ExpressionStatement
  | If
  | While
  | Do
  | For
  | ForEach
  | ForEachDeconstruction
  | Return
  | Break
  | Continue
  | Switch
  | Goto
  | GotoCase
  | GotoDefault
  | Labeled
  | Throw
  | Try
  | Using
  | Lock
  | CheckedStatement
  | Empty;

export interface Block extends NodeBase {
  readonly kind: 'Block';
  readonly statements: readonly Statement[];
}

/** `int a = 1, b;`, `var x = …;`, `const int max = 3;`. Deconstruction is an `Assignment`. */
export interface LocalDeclaration extends NodeBase {
  readonly kind: 'LocalDeclaration';
  readonly constant: boolean;
  readonly type: DeclaredType;
  readonly declarators: readonly Declarator[];
}

export interface Declarator extends NodeBase {
  readonly kind: 'Declarator';
  readonly name: Identifier;
  /** A bare `{ 1, 2 }` is allowed when the type is an array. */
  readonly value?: Expression | ArrayInitializer | undefined;
}

export interface LocalFunction extends NodeBase {
  readonly kind: 'LocalFunction';
  readonly returnType: TypeSyntax;
  readonly name: Identifier;
  readonly typeParameters: readonly Identifier[];
  readonly parameters: readonly Parameter[];
  readonly constraints: readonly TypeParameterConstraints[];
  /** An expression after `=>`. */
  readonly body: Block | Expression;
}

/** `where T : class, IComparable<T>, new()` */
export interface TypeParameterConstraints extends NodeBase {
  readonly kind: 'TypeParameterConstraints';
  readonly name: Identifier;
  readonly constraints: readonly (TypeSyntax | KeywordConstraint)[];
}

export interface KeywordConstraint extends NodeBase {
  readonly kind: 'KeywordConstraint';
  readonly keyword: 'class' | 'struct' | 'new';
}

export interface ExpressionStatement extends NodeBase {
  readonly kind: 'ExpressionStatement';
  readonly expression: Expression;
}

export interface If extends NodeBase {
  readonly kind: 'If';
  readonly condition: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse?: Statement | undefined;
}

export interface While extends NodeBase {
  readonly kind: 'While';
  readonly condition: Expression;
  readonly body: Statement;
}

export interface Do extends NodeBase {
  readonly kind: 'Do';
  readonly body: Statement;
  readonly condition: Expression;
}

export interface For extends NodeBase {
  readonly kind: 'For';
  readonly initializer: LocalDeclaration | readonly Expression[];
  readonly condition?: Expression | undefined;
  readonly iterators: readonly Expression[];
  readonly body: Statement;
}

export interface ForEach extends NodeBase {
  readonly kind: 'ForEach';
  readonly type: DeclaredType;
  readonly name: Identifier;
  readonly source: Expression;
  readonly body: Statement;
}

/** `foreach (var (key, value) in source)` */
export interface ForEachDeconstruction extends NodeBase {
  readonly kind: 'ForEachDeconstruction';
  readonly target: Tuple | DeclarationExpression;
  readonly source: Expression;
  readonly body: Statement;
}

export interface Return extends NodeBase {
  readonly kind: 'Return';
  readonly value?: Expression | undefined;
}

export interface Break extends NodeBase {
  readonly kind: 'Break';
}

export interface Continue extends NodeBase {
  readonly kind: 'Continue';
}

export interface Switch extends NodeBase {
  readonly kind: 'Switch';
  readonly value: Expression;
  readonly sections: readonly SwitchSection[];
}

export interface SwitchSection extends NodeBase {
  readonly kind: 'SwitchSection';
  readonly labels: readonly (CaseLabel | DefaultLabel)[];
  readonly statements: readonly Statement[];
}

export interface CaseLabel extends NodeBase {
  readonly kind: 'CaseLabel';
  readonly pattern: Pattern;
  readonly when?: Expression | undefined;
}

export interface DefaultLabel extends NodeBase {
  readonly kind: 'DefaultLabel';
}

export interface Goto extends NodeBase {
  readonly kind: 'Goto';
  readonly label: Identifier;
}

export interface GotoCase extends NodeBase {
  readonly kind: 'GotoCase';
  readonly value: Expression;
}

export interface GotoDefault extends NodeBase {
  readonly kind: 'GotoDefault';
}

export interface Labeled extends NodeBase {
  readonly kind: 'Labeled';
  readonly label: Identifier;
  readonly statement: Statement;
}

/** Without a value: throw the caught exception again. */
export interface Throw extends NodeBase {
  readonly kind: 'Throw';
  readonly value?: Expression | undefined;
}

/** At least one catch clause or a `finally`. */
export interface Try extends NodeBase {
  readonly kind: 'Try';
  readonly block: Block;
  readonly catches: readonly CatchClause[];
  readonly finallyBlock?: Block | undefined;
}

export interface CatchClause extends NodeBase {
  readonly kind: 'CatchClause';
  /** Absent: catches everything. */
  readonly type?: TypeSyntax | undefined;
  readonly name?: Identifier | undefined;
  /** The condition after `when`. */
  readonly filter?: Expression | undefined;
  readonly block: Block;
}

export interface Using extends NodeBase {
  readonly kind: 'Using';
  readonly resource: LocalDeclaration | Expression;
  readonly body: Statement;
}

export interface Lock extends NodeBase {
  readonly kind: 'Lock';
  readonly target: Expression;
  readonly body: Statement;
}

/** `checked { … }`, `unchecked { … }` */
export interface CheckedStatement extends NodeBase {
  readonly kind: 'CheckedStatement';
  readonly checked: boolean;
  readonly block: Block;
}

export interface Empty extends NodeBase {
  readonly kind: 'Empty';
}

/** Any node of a tree. */
export type Node =
  | Identifier
  | DeclaredType
  | NamePart
  | TupleTypeElement
  | Expression
  | InterpolatedText
  | Interpolation
  | TupleElement
  | Argument
  | ObjectInitializer
  | MemberInitializer
  | CollectionInitializer
  | ElementInitializer
  | ArrayInitializer
  | AnonymousMember
  | Parameter
  | Designation
  | QueryBody
  | QueryContinuation
  | FromClause
  | LetClause
  | WhereClause
  | JoinClause
  | OrderByClause
  | Ordering
  | SelectClause
  | GroupClause
  | Pattern
  | Statement
  | Declarator
  | TypeParameterConstraints
  | KeywordConstraint
  | SwitchSection
  | CaseLabel
  | DefaultLabel
  | CatchClause;
