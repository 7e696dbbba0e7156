/**
 * What an expression may be before it is clear what it is wanted for: a value, or something that
 * becomes one only by conversion (a lambda, a method group, `default`), or no value at all (a type).
 */
import type { Span } from '../../lib/source/SourceText.ts';
import type { AnonymousMethod, Argument, DeclarationExpression, Lambda } from '../syntax/ast.ts';
import type { MethodMember } from '../typeSystem/Member.ts';
import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { KnownTypes } from './KnownTypes.ts';
import type { BoundBad, BoundConstant, BoundExpression, LocalFunctionSymbol } from './bound.ts';
import type { LambdaBindings } from './lambdaBindings.ts';
import type { Scope } from './Scope.ts';
import { errorType, nullType, voidType } from '../typeSystem/NetType.ts';

export type Operand =
  | BoundExpression
  | DefaultLiteral
  | UnboundLambda
  | MethodGroup
  | TupleLiteral
  | ThrowValue
  | OutDeclaration
  | Discard
  | TypeOperand
  | NamespaceOperand;

/** `default` without a type. */
export interface DefaultLiteral {
  readonly kind: 'DefaultLiteral';
  readonly span: Span;
}

export interface UnboundLambda {
  readonly kind: 'UnboundLambda';
  readonly span: Span;
  readonly node: Lambda | AnonymousMethod;
  readonly scope: Scope;
  readonly bindings: LambdaBindings;
}

/** A method of a type with the constructed type it was found in. */
export interface FoundMethod {
  readonly member: MethodMember;
  readonly container: NamedType;
}

export interface MethodGroup {
  readonly kind: 'MethodGroup';
  /** Of the name, where problems of the call are reported. */
  readonly span: Span;
  /** Of everything that was written, the receiver too. */
  readonly whole: Span;
  readonly name: string;
  /** By inheritance, most derived first. */
  readonly methods: readonly FoundMethod[];
  readonly local: LocalFunctionSymbol | undefined;
  /** The object before the dot; undefined after a type and of local functions. */
  readonly receiver: BoundExpression | undefined;
  /** When `name.` may mean an object or its type (the "Color Color" rule, C# 7.3). */
  readonly receiverType: NetType | undefined;
  readonly typeArguments: readonly NetType[];
  readonly scope: Scope;
}

export interface TupleLiteral {
  readonly kind: 'TupleLiteral';
  readonly span: Span;
  readonly items: readonly Operand[];
  readonly names: readonly (string | undefined)[];
}

/** `throw e` as a value. */
export interface ThrowValue {
  readonly kind: 'ThrowValue';
  readonly span: Span;
  readonly value: BoundExpression;
}

/** `out var x`, `out int x`: declared when the parameter is known. */
export interface OutDeclaration {
  readonly kind: 'OutDeclaration';
  readonly span: Span;
  /** Undefined of `var`. */
  readonly type: NetType | undefined;
  readonly node: DeclarationExpression;
}

/** `_` where something is stored. */
export interface Discard {
  readonly kind: 'Discard';
  readonly span: Span;
}

export interface TypeOperand {
  readonly kind: 'TypeOperand';
  readonly span: Span;
  readonly type: NetType;
}

export interface NamespaceOperand {
  readonly kind: 'NamespaceOperand';
  readonly span: Span;
  readonly name: string;
}

/** An argument as written, its value bound as far as it can be without a parameter. */
export interface BoundArgument {
  readonly node: Argument | undefined;
  readonly operand: Operand;
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  readonly mode: 'value' | 'ref' | 'out' | 'in';
}

export type NotAValue = Exclude<Operand, BoundExpression>;

const pseudoKinds: ReadonlySet<string> = new Set<NotAValue['kind']>([
  'DefaultLiteral',
  'UnboundLambda',
  'MethodGroup',
  'TupleLiteral',
  'ThrowValue',
  'OutDeclaration',
  'Discard',
  'TypeOperand',
  'NamespaceOperand',
]);

/** Whether an operand is a value of a type, null and void calls included. */
export function isBound(operand: Operand): operand is BoundExpression {
  return !pseudoKinds.has(operand.kind);
}

export function isBad(operand: Operand): boolean {
  return isBound(operand) && operand.type === errorType;
}

export function bad(span: Span): BoundBad {
  return { kind: 'Bad', type: errorType, span };
}

export function constant(value: unknown, type: NetType, span: Span): BoundConstant {
  return { kind: 'Constant', type, value, span };
}

export function isNullLiteral(operand: Operand): boolean {
  return operand.kind === 'Constant' && operand.type === nullType;
}

/** The type that an operand has by itself; undefined of lambdas, `null` and the like. */
export function naturalType(operand: Operand, types: KnownTypes): NetType | undefined {
  if (operand.kind === 'TupleLiteral') return naturalTuple(operand, types);
  if (!isBound(operand) || operand.type === nullType) return undefined;
  return operand.type;
}

function naturalTuple({ items, names }: TupleLiteral, types: KnownTypes): NetType | undefined {
  const elements: NetType[] = [];
  for (const item of items) {
    const type = naturalType(item, types);
    if (type === undefined || type === voidType) return undefined;
    if (type === errorType) return errorType;
    elements.push(type);
  }
  return types.tuple(elements, names);
}

/** What an operand is called in a message that expects a type. */
export function describeOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'UnboundLambda':
      return 'lambda expression';
    case 'MethodGroup':
      return 'method group';
    case 'DefaultLiteral':
      return 'default';
    case 'TypeOperand':
      return 'type';
    case 'NamespaceOperand':
      return 'namespace';
    case 'TupleLiteral':
      return 'tuple';
    case 'ThrowValue':
      return '<throw expression>';
    default:
      if (isBound(operand) && operand.type === voidType) return 'void';
      return isNullLiteral(operand) ? '<null>' : 'this value';
  }
}
