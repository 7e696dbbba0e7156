import type { Block } from '../run/Step.ts';
import type { Value } from './Value.ts';
import type { ValueSpec } from './ValueKind.ts';

type AnyValueSpec = ValueSpec<any, any>;

/** How often a child element may stand. */
export type Occurs = 'once' | 'optional' | 'many' | 'some';

export interface ChildSpec<E extends ElementSpec = ElementSpec, O extends Occurs = Occurs> {
  readonly element: E;
  readonly occurs: O;
}

/** What may stand in and on an element. Children stand in the order in which they are declared. */
export interface ElementSpec {
  readonly doc?: string;
  readonly attributes?: Readonly<Record<string, AnyValueSpec>>;
  readonly children?: Readonly<Record<string, ChildSpec>>;
  /** The element's text. */
  readonly content?: AnyValueSpec;
  /** Whether its text may be XML: elements in it are part of the text, as they stand. */
  readonly markup?: boolean;
  /** Whether policies stand in it: it is a block. */
  readonly statements?: boolean;
  /** The only policies that may stand in the block. */
  readonly policies?: readonly string[];
  /** Whether its attributes belong to another vocabulary (XSLT …) and are not judged. */
  readonly anyAttributes?: boolean;
  /** Whether its children stand in any order: where Azure's schema or Microsoft's pages say so. */
  readonly anyOrder?: boolean;
  /** Known and checked, but not run here; a configuration that uses it is refused. */
  readonly notYet?: boolean;
}

/** Exactly once. */
export function once<const E extends ElementSpec>(element: E): ChildSpec<E, 'once'> {
  return { element, occurs: 'once' };
}

/** At most once. */
export function optional<const E extends ElementSpec>(element: E): ChildSpec<E, 'optional'> {
  return { element, occurs: 'optional' };
}

/** Any number of times. */
export function many<const E extends ElementSpec>(element: E): ChildSpec<E, 'many'> {
  return { element, occurs: 'many' };
}

/** At least once. */
export function some<const E extends ElementSpec>(element: E): ChildSpec<E, 'some'> {
  return { element, occurs: 'some' };
}

// ── What a declaration compiles to ────────────────────────────────────────────────────────────────

/** `failed-validation-httpcode` → `failedValidationHttpcode`. */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type Widen<T> = T extends string ? (string extends T ? string : T) : T;

type Read<T, Options> = Options extends { readonly expressions: true } ? Value<Widen<T>> : Widen<T>;

/** An attribute that is neither required nor has a default may be undefined. */
export type CompiledValue<Spec> =
  Spec extends ValueSpec<infer T, infer Options>
    ? Options extends { readonly required: true } | { readonly default: unknown }
      ? Read<T, Options>
      : Read<T, Options> | undefined
    : never;

type CompiledAttributes<A> = {
  readonly [K in keyof A & string as CamelCase<K>]: CompiledValue<A[K]>;
};

type CompiledChild<C> =
  C extends ChildSpec<infer E, infer O>
    ? O extends 'once'
      ? CompiledElement<E>
      : O extends 'optional'
        ? CompiledElement<E> | undefined
        : readonly CompiledElement<E>[]
    : never;

type CompiledChildren<C> = {
  readonly [K in keyof C & string as CamelCase<K>]: CompiledChild<C[K]>;
};

type Part<E, K extends keyof ElementSpec> = E extends { readonly [P in K]: infer V }
  ? V
  : undefined;

export type CompiledElement<E> = Compiled<
  Part<E, 'attributes'>,
  Part<E, 'children'>,
  Part<E, 'content'>,
  Part<E, 'statements'>
>;

/**
 * What `compile` of a policy receives. An element that has only text is that text; every other is
 * an object with its attributes and children under their camel-case names, its text as `content`
 * and its block as `statements`.
 */
export type Compiled<A, C, V, S> = [A, C, S] extends [undefined, undefined, undefined]
  ? CompiledValue<V>
  : (A extends undefined ? unknown : CompiledAttributes<A>) &
      (C extends undefined ? unknown : CompiledChildren<C>) &
      (V extends undefined ? unknown : { readonly content: CompiledValue<V> }) &
      (S extends true ? { readonly statements: Block } : unknown);
