import type { MemberDeclaration } from '../declare/MemberDeclaration.ts';
import type { NetType, TypeParameter } from './NetType.ts';
import type { TypeDefinition } from './TypeDefinition.ts';

/** How an argument reaches its parameter; `out` and `ref` arrive as a `Ref`. */
export type Passing = 'value' | 'out' | 'ref' | 'params' | 'this';

export interface Parameter {
  readonly name: string;
  readonly type: NetType;
  readonly passing: Passing;
  /** Whether the signature says `T?` for a reference type: null is a legal argument. */
  readonly acceptsNull: boolean;
  /** The value of an optional parameter in its static representation. */
  readonly defaultValue?: { readonly value: unknown } | undefined;
}

/** Behaviour of a member: `(self?, ...args, typeArguments, environment) => result`. */
export type Implementation = (...args: never[]) => unknown;

interface MemberBase {
  readonly owner: TypeDefinition;
  readonly name: string;
  readonly isStatic: boolean;
  readonly declaration: MemberDeclaration;
}

export interface MethodMember extends MemberBase {
  readonly kind: 'method';
  /** The first parameter has `this`: callable as if it were an instance method. */
  readonly isExtension: boolean;
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returns: NetType;
  readonly implementation: Implementation;
}

export interface ConstructorMember extends MemberBase {
  readonly kind: 'constructor';
  readonly parameters: readonly Parameter[];
  readonly implementation: Implementation;
}

/** A property, field, constant or (with parameters) indexer. */
export interface PropertyMember extends MemberBase {
  readonly kind: 'property';
  readonly type: NetType;
  /** Of an indexer; empty otherwise. */
  readonly parameters: readonly Parameter[];
  readonly get?: Implementation | undefined;
  /** `(self?, ...indexes, value)`. */
  readonly set?: Implementation | undefined;
  /** A value that never changes: that of a `const`, or of a `static readonly` field. */
  readonly constant?: { readonly value: unknown } | undefined;
  /** A field that nothing can be assigned to; a `const` is part of the language's constants. */
  readonly field?: 'const' | 'readonly' | undefined;
}

export interface OperatorMember extends MemberBase {
  readonly kind: 'operator';
  /** The token: `+`, `==`, `!` … */
  readonly operator: string;
  readonly parameters: readonly Parameter[];
  readonly returns: NetType;
  readonly implementation: Implementation;
}

export interface ConversionMember extends MemberBase {
  readonly kind: 'conversion';
  readonly isImplicit: boolean;
  readonly from: NetType;
  readonly to: NetType;
  readonly parameters: readonly Parameter[];
  readonly implementation: Implementation;
}

export type Member =
  | MethodMember
  | ConstructorMember
  | PropertyMember
  | OperatorMember
  | ConversionMember;
