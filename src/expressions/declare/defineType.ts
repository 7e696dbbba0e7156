import { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import type { TypeKind } from '../typeSystem/TypeDefinition.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { Culture } from '../runtime/Culture.ts';
import type { MemberDeclaration } from './MemberDeclaration.ts';
import type { ImplementationOf } from './typed.ts';

export type Constructor = (abstract new (...args: never[]) => unknown) | BigIntConstructor;

/**
 * What every object can do in .NET, for values in their static representation. What is absent is
 * inherited from `object`: the type's name as text, equality by identity, no order.
 */
export interface Behaviour<Value> {
  /** `ToString(format, culture)`; a null format is the plain `ToString()`. */
  text?(value: Value, format: string | null, culture: Culture): string;
  /** `Equals(object)`; `other` is boxed and not null. */
  equals?(value: Value, other: NonNullable<unknown>): boolean;
  /**
   * A JavaScript primitive that two values of this type share exactly when they are equal: the key
   * of dictionaries, sets, grouping and `Distinct`.
   */
  key?(value: Value): string | number | bigint | boolean;
  /** `CompareTo`: negative, zero or positive. */
  compare?(value: Value, other: Value): number;
  /** `default(T)` of a struct whose values are objects. */
  zero?(typeArguments: readonly NetType[]): unknown;
}

/** How an author describes a .NET type. */
export interface TypeDeclaration {
  /** Full name; type parameters as C# writes them: `System.Collections.Generic.List<T>`. */
  readonly name: string;
  /** What a type argument must be. */
  readonly where?: 'struct';
  /** The C# keyword for it, such as `string`. */
  readonly keyword?: string;
  readonly kind: TypeKind;
  /** Base class by C# name; `object` when absent. */
  readonly base?: string;
  /** Implemented interfaces by C# name. */
  readonly implements?: readonly string[];
  /** The JavaScript classes whose instances are values of this type, for run-time type tests. */
  readonly represents?: Constructor | readonly Constructor[];
  /** Names and numbers of an enum. */
  readonly values?: Readonly<Record<string, number>>;
  /** Whether an enum is a set of flags. */
  readonly flags?: boolean;
  /** Of a delegate: `TResult Invoke(T arg)`. */
  readonly invoke?: string;
  /** Of a type that the checker makes for `new { … }`: names of properties, one a type parameter. */
  readonly anonymous?: readonly string[];
  readonly behaviour?: Behaviour<never>;
  readonly members?: readonly MemberDeclaration[];
}

/** Declares a .NET type; the table in `types/index.ts` makes it known to expressions. */
export function defineType(declaration: TypeDeclaration): TypeDefinition {
  return new TypeDefinition(declaration);
}

type MemberWriter<Self> = <const Signature extends string>(
  signature: Signature,
  implementation: ImplementationOf<Signature, Self>,
  ...examples: readonly string[]
) => MemberDeclaration;

/**
 * The word that declares members of a type whose values are `Self` in TypeScript.
 * `const member = membersOf<string>();` then
 * `member('int Length { get; }', (self) => self.length, '"echo".Length // 4')`.
 */
export function membersOf<Self>(): MemberWriter<Self> {
  return (signature, implementation, ...examples) => ({ signature, implementation, examples });
}
