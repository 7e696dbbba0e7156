/**
 * Reads a C# signature at the type level, so that TypeScript checks an implementation against the
 * signature in front of it. What it cannot read (generics, types without an entry) is `any`:
 * the conformance of those rests on the examples, which run.
 */
import type { Environment } from '../runtime/Environment.ts';
import type { NetArray } from '../runtime/NetArray.ts';
import type { Ref } from '../runtime/Ref.ts';
import type { NetType } from '../typeSystem/NetType.ts';

/** C# type name → TypeScript type of its static representation. A type's file adds its own line. */
export interface Representations {
  int: number;
  uint: number;
  short: number;
  ushort: number;
  byte: number;
  sbyte: number;
  long: bigint;
  ulong: bigint;
  float: number;
  double: number;
  char: number;
  bool: boolean;
  string: string;
  object: NonNullable<unknown>;
  void: void;
}

type Any = any;

type TypeOf<T extends string> = T extends keyof Representations
  ? Representations[T]
  : T extends `${infer Inner}?`
    ? Inner extends keyof Representations
      ? Representations[Inner] | null
      : Any
    : T extends `${string}[]`
      ? NetArray
      : Any;

type TrimStart<T extends string> = T extends ` ${infer Rest}` ? TrimStart<Rest> : T;

/** Number of `letter` in a text, as a tuple, to see whether angle brackets are balanced. */
type Count<
  T extends string,
  Letter extends string,
  Seen extends 0[] = [],
> = T extends `${string}${Letter}${infer Rest}` ? Count<Rest, Letter, [...Seen, 0]> : Seen;

type IsBalanced<T extends string> = Count<T, '<'> extends Count<T, '>'> ? true : false;

type SplitParameters<T extends string, Held extends string = ''> = T extends ''
  ? []
  : T extends `${infer Head},${infer Rest}`
    ? IsBalanced<`${Held}${Head}`> extends true
      ? [TrimStart<`${Held}${Head}`>, ...SplitParameters<Rest>]
      : SplitParameters<Rest, `${Held}${Head},`>
    : [TrimStart<`${Held}${T}`>];

type ParameterType<T extends string> = T extends `this ${infer Rest}`
  ? ParameterType<Rest>
  : T extends `params ${string}`
    ? NetArray
    : T extends `out ${infer Type} ${string}` | `ref ${infer Type} ${string}`
      ? Ref<TypeOf<Type>>
      : T extends `${infer Type} ${string}`
        ? TypeOf<Type>
        : Any;

type ParameterTypes<T extends readonly string[]> = {
  [Index in keyof T]: T[Index] extends string ? ParameterType<T[Index]> : never;
};

type Unmodified<T extends string> = T extends `static ${infer Rest}` | `const ${infer Rest}`
  ? Unmodified<Rest>
  : T extends `readonly ${infer Rest}` | `implicit ${infer Rest}` | `explicit ${infer Rest}`
    ? Unmodified<Rest>
    : T;

/** The type in front of the name; a constructor has none. */
type ReturnType<Head extends string> =
  Unmodified<Head> extends `operator ${infer Target}`
    ? TypeOf<Target>
    : Unmodified<Head> extends `${infer Type} ${string}`
      ? TypeOf<Type>
      : Any;

type SelfPart<Self, Head extends string> = Head extends `static ${string}` | `const ${string}`
  ? []
  : Head extends `${string} ${string}`
    ? [self: Self]
    : [];

type Rest = [typeArguments: readonly NetType[], environment: Environment];

type Method<Self, Head extends string, Parameters extends string> = (
  ...args: [...SelfPart<Self, Head>, ...ParameterTypes<SplitParameters<Parameters>>, ...Rest]
) => ReturnType<Head>;

type Getter<Self, Head extends string, Indexes extends readonly unknown[]> = (
  ...args: [...SelfPart<Self, Head>, ...Indexes, ...Rest]
) => ReturnType<Head>;

type Setter<Self, Head extends string, Indexes extends readonly unknown[]> = (
  ...args: [...SelfPart<Self, Head>, ...Indexes, value: ReturnType<Head>, ...Rest]
) => void;

type Accessors<
  Self,
  Head extends string,
  Access extends string,
  Indexes extends readonly unknown[],
> = Access extends `${string}set;${string}`
  ? { get: Getter<Self, Head, Indexes>; set: Setter<Self, Head, Indexes> }
  : Getter<Self, Head, Indexes>;

/** The behaviour that a signature asks for. */
export type ImplementationOf<
  Signature extends string,
  Self,
> = Signature extends `${infer Unconstrained} where ${string}`
  ? ImplementationOf<Unconstrained, Self>
  : Signature extends `${infer Head} this[${infer Indexes}] {${infer Access}}`
    ? Accessors<Self, `${Head} this`, Access, ParameterTypes<SplitParameters<Indexes>>>
    : Signature extends `${infer Head} {${infer Access}}`
      ? Accessors<Self, Head, Access, []>
      : Signature extends `${infer Head}(${infer Parameters})`
        ? Method<Self, Head, Parameters>
        : Signature extends `${infer Head} = ${string}`
          ? ReturnType<Head>
          : ReturnType<Signature>;
