/**
 * The bound tree: what the checker makes of a syntax tree. Every value has a type, every conversion
 * is a node, every call names its member with arguments in the order of its parameters (params arrays
 * built, defaults filled in, type arguments inferred). The compiler turns it into closures.
 */
import type { Span } from '../../lib/source/SourceText.ts';
import type { ConstructorMember, ConversionMember, MethodMember } from '../typeSystem/Member.ts';
import type { OperatorMember, PropertyMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType, TypeParameter } from '../typeSystem/NetType.ts';
import type { BoundPattern } from './boundPatterns.ts';
import type { BoundStatement } from './boundStatements.ts';

/** Whose variables a variable lives among: the whole expression, a lambda or a local function. */
export interface FunctionSymbol {
  readonly name: string;
  readonly outer: FunctionSymbol | undefined;
  /** Of a generic local function. */
  readonly typeParameters: readonly TypeParameter[];
}

/** A local variable, parameter or temporary. */
export interface Variable {
  readonly name: string;
  readonly type: NetType;
  readonly kind:
    | 'local'
    | 'parameter'
    | 'ref'
    | 'out'
    | 'foreach'
    | 'using'
    | 'range'
    | 'temporary';
  readonly owner: FunctionSymbol;
  readonly span: Span;
  /** Of a `const`, in the static representation of its type. */
  readonly constant?: { readonly value: unknown } | undefined;
}

/** A lambda's or local function's parameters and body. */
export interface BoundFunction {
  readonly symbol: FunctionSymbol;
  readonly parameters: readonly Variable[];
  /** Variables of the body's outermost scope. */
  readonly locals: readonly Variable[];
  readonly returns: NetType;
  readonly body: BoundStatement;
}

/** A local function; the body is bound after everything around it has been declared. */
export interface LocalFunctionSymbol extends FunctionSymbol {
  readonly parameters: readonly LocalParameter[];
  readonly returns: NetType;
  readonly span: Span;
  bound: BoundFunction | undefined;
}

export interface LocalParameter {
  readonly name: string;
  readonly type: NetType;
  readonly passing: 'value' | 'ref' | 'out' | 'params';
  readonly acceptsNull: boolean;
  readonly defaultValue?: { readonly value: unknown } | undefined;
}

interface Bound {
  readonly type: NetType;
  readonly span: Span;
}

/** Values in the static representation of `type`. */
export type BoundExpression =
  | BoundConstant
  | BoundLocal
  | BoundContext
  | BoundProperty
  | BoundElement
  | BoundTupleItem
  | BoundCall
  | BoundNew
  | BoundInvoke
  | BoundLocalCall
  | BoundConvert
  | BoundUnary
  | BoundBinary
  | BoundUserOperator
  | BoundLogical
  | BoundConcat
  | BoundInterpolation
  | BoundCoalesce
  | BoundConditional
  | BoundAssign
  | BoundUpdate
  | BoundConditionalAccess
  | BoundIs
  | BoundAs
  | BoundIsPattern
  | BoundLambda
  | BoundTuple
  | BoundAnonymous
  | BoundNewArray
  | BoundLet
  | BoundSequence
  | BoundDeconstruct
  | BoundThrow
  | BoundTypeOf
  | BoundDefault
  | BoundRef
  | BoundBad;

/** Where a value can be stored. */
export type BoundTarget = BoundLocal | BoundProperty | BoundElement | BoundTupleItem;

export interface BoundConstant extends Bound {
  readonly kind: 'Constant';
  readonly value: unknown;
}

export interface BoundLocal extends Bound {
  readonly kind: 'Local';
  readonly variable: Variable;
}

/** `context` */
export interface BoundContext extends Bound {
  readonly kind: 'Context';
}

/** A property, field or indexer. */
export interface BoundProperty extends Bound {
  readonly kind: 'Property';
  readonly member: PropertyMember;
  /** The constructed type that has the member. */
  readonly container: NamedType;
  /** Undefined of a static member. */
  readonly receiver: BoundExpression | undefined;
  readonly indexes: readonly BoundExpression[];
}

/** An element of an array; long indexes have been converted to int. */
export interface BoundElement extends Bound {
  readonly kind: 'Element';
  readonly array: BoundExpression;
  readonly indexes: readonly BoundExpression[];
}

export interface BoundTupleItem extends Bound {
  readonly kind: 'TupleItem';
  readonly tuple: BoundExpression;
  readonly index: number;
}

export interface BoundCall extends Bound {
  readonly kind: 'Call';
  readonly member: MethodMember;
  readonly container: NamedType;
  readonly receiver: BoundExpression | undefined;
  readonly args: readonly BoundExpression[];
  readonly typeArguments: readonly NetType[];
}

export interface BoundNew extends Bound {
  readonly kind: 'New';
  readonly member: ConstructorMember;
  readonly type: NamedType;
  readonly args: readonly BoundExpression[];
}

/** A call of a delegate. */
export interface BoundInvoke extends Bound {
  readonly kind: 'Invoke';
  readonly delegate: BoundExpression;
  readonly args: readonly BoundExpression[];
}

export interface BoundLocalCall extends Bound {
  readonly kind: 'LocalCall';
  readonly callee: LocalFunctionSymbol;
  readonly args: readonly BoundExpression[];
  readonly typeArguments: readonly NetType[];
}

/** How a conversion is carried out, the types being those of the operand and of the node. */
export type ConvertBy =
  /** Nothing happens: identity, upcast, wrapping in a nullable, anything of a static type null. */
  | 'nothing'
  /** Between numbers, characters and enums. */
  | 'number'
  | 'box'
  | 'unbox'
  /** A downcast: tested, null passes. */
  | 'cast'
  /** Out of a nullable: null throws. */
  | 'unwrap';

export interface BoundConvert extends Bound {
  readonly kind: 'Convert';
  readonly by: ConvertBy;
  readonly operand: BoundExpression;
  /** Whether an overflow throws. */
  readonly checked: boolean;
  /** Whether null passes through, for conversions between nullables. */
  readonly lifted: boolean;
}

/** Types whose operators the language itself defines; enums count as their number. */
export type OperandKind =
  | 'int'
  | 'uint'
  | 'long'
  | 'ulong'
  | 'float'
  | 'double'
  | 'decimal'
  | 'bool';

export interface BoundUnary extends Bound {
  readonly kind: 'Unary';
  readonly operator: '-' | '~' | '!';
  readonly on: OperandKind;
  readonly operand: BoundExpression;
  readonly checked: boolean;
  readonly lifted: boolean;
}

export type BinaryToken =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<<'
  | '>>'
  | '&'
  | '|'
  | '^'
  | '=='
  | '!='
  | '<'
  | '>'
  | '<='
  | '>=';

export interface BoundBinary extends Bound {
  readonly kind: 'Binary';
  readonly operator: BinaryToken;
  /** What both operands are; of a shift the left one. */
  readonly on: OperandKind | 'string' | 'reference' | 'delegate' | 'nullTest';
  readonly left: BoundExpression;
  readonly right: BoundExpression;
  readonly checked: boolean;
  readonly lifted: boolean;
}

/** An operator or conversion that a type declares. */
export interface BoundUserOperator extends Bound {
  readonly kind: 'UserOperator';
  readonly member: OperatorMember | ConversionMember;
  readonly container: NamedType;
  readonly args: readonly BoundExpression[];
  /** Over nullables: null operands give null, or a comparison's answer. */
  readonly lifted: boolean;
}

/** `&&`, `||` of bool. */
export interface BoundLogical extends Bound {
  readonly kind: 'Logical';
  readonly operator: '&&' | '||';
  readonly left: BoundExpression;
  readonly right: BoundExpression;
}

/** `+` of strings: the texts of all parts after each other. */
export interface BoundConcat extends Bound {
  readonly kind: 'Concat';
  readonly parts: readonly BoundExpression[];
}

export interface BoundInterpolation extends Bound {
  readonly kind: 'Interpolation';
  readonly parts: readonly (string | InterpolatedValue)[];
}

export interface InterpolatedValue {
  /** Any static representation; printed by its type. */
  readonly value: BoundExpression;
  /** Least width; negative is left-aligned. */
  readonly alignment: number;
  readonly format: string | null;
}

export interface BoundCoalesce extends Bound {
  readonly kind: 'Coalesce';
  readonly left: BoundExpression;
  /** What becomes of a left value that is not null, over `placeholder`. */
  readonly placeholder: Variable;
  readonly whenNotNull: BoundExpression;
  readonly right: BoundExpression;
}

export interface BoundConditional extends Bound {
  readonly kind: 'Conditional';
  readonly condition: BoundExpression;
  readonly whenTrue: BoundExpression;
  readonly whenFalse: BoundExpression;
}

export interface BoundAssign extends Bound {
  readonly kind: 'Assign';
  readonly target: BoundTarget;
  readonly value: BoundExpression;
}

/** `x += 1`, `x++`: the target is found once, `next` computes the new value from `current`. */
export interface BoundUpdate extends Bound {
  readonly kind: 'Update';
  readonly target: BoundTarget;
  readonly current: Variable;
  readonly next: BoundExpression;
  readonly result: 'old' | 'new';
}

/** `receiver?.…`: null, or `whenNotNull` over the receiver's value. */
export interface BoundConditionalAccess extends Bound {
  readonly kind: 'ConditionalAccess';
  readonly receiver: BoundExpression;
  readonly placeholder: Variable;
  readonly whenNotNull: BoundExpression;
}

/** `operand is T`; the operand is boxed. */
export interface BoundIs extends Bound {
  readonly kind: 'Is';
  readonly operand: BoundExpression;
  readonly test: NetType;
}

/** `operand as T`; the operand is boxed. */
export interface BoundAs extends Bound {
  readonly kind: 'As';
  readonly operand: BoundExpression;
}

export interface BoundIsPattern extends Bound {
  readonly kind: 'IsPattern';
  readonly operand: BoundExpression;
  readonly pattern: BoundPattern;
}

export interface BoundLambda extends Bound {
  readonly kind: 'Lambda';
  readonly function: BoundFunction;
}

export interface BoundTuple extends Bound {
  readonly kind: 'Tuple';
  readonly type: NamedType;
  readonly items: readonly BoundExpression[];
}

export interface BoundAnonymous extends Bound {
  readonly kind: 'Anonymous';
  readonly type: NamedType;
  readonly items: readonly BoundExpression[];
}

/** `new T[sizes]` filled with defaults, or with `items` row by row when there are any. */
export interface BoundNewArray extends Bound {
  readonly kind: 'NewArray';
  readonly element: NetType;
  readonly sizes: readonly BoundExpression[];
  readonly items: readonly BoundExpression[] | undefined;
}

/** `body` with a variable of its own. */
export interface BoundLet extends Bound {
  readonly kind: 'Let';
  readonly variable: Variable;
  readonly value: BoundExpression;
  readonly body: BoundExpression;
}

/** Effects in order, then a value. */
export interface BoundSequence extends Bound {
  readonly kind: 'Sequence';
  readonly effects: readonly BoundExpression[];
  readonly value: BoundExpression;
}

/** `(a, b) = value`: targets are found first, then the value is taken apart, then stored. */
export interface BoundDeconstruct extends Bound {
  readonly kind: 'Deconstruct';
  readonly value: BoundExpression;
  readonly parts: DeconstructInto;
}

/** How one value is taken apart. */
export interface DeconstructInto {
  /** Holds the value while `items` is computed. */
  readonly source: Variable;
  /** Runs first: a `Deconstruct` method that fills variables. */
  readonly prepare: BoundExpression | undefined;
  readonly items: readonly DeconstructItem[];
}

export interface DeconstructItem {
  readonly value: BoundExpression;
  /** A place to store it, parts in turn, or nothing for a discard. */
  readonly into: BoundTarget | DeconstructInto | undefined;
}

export interface BoundThrow extends Bound {
  readonly kind: 'Throw';
  readonly value: BoundExpression;
}

export interface BoundTypeOf extends Bound {
  readonly kind: 'TypeOf';
  readonly of: NetType;
}

export interface BoundDefault extends Bound {
  readonly kind: 'Default';
}

/** An argument passed by `out` or `ref`. */
export interface BoundRef extends Bound {
  readonly kind: 'Ref';
  readonly mode: 'out' | 'ref';
  /** Undefined of `out _`. */
  readonly target: BoundTarget | undefined;
}

/** What is wrong and has been reported. */
export interface BoundBad extends Bound {
  readonly kind: 'Bad';
}
