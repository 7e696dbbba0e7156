import type { Context, Values, XPathType } from '../Context.ts';

/** What an argument is converted to; `object` takes any value as it is. */
type Kind = XPathType | 'object';

/** `?` may be left out, `*` may be given any number of times. */
export type Parameter = Kind | `${Kind}?` | 'string*';

type ValueOf<K, N extends object> = K extends XPathType
  ? Values<N>[K]
  : K extends 'object'
    ? Values<N>[XPathType]
    : never;

type ArgumentsOf<P extends readonly Parameter[], N extends object> = P extends readonly [
  infer First,
  ...infer Rest extends readonly Parameter[],
]
  ? First extends 'string*'
    ? string[]
    : First extends `${infer Optional}?`
      ? [value?: ValueOf<Optional, N>, ...ArgumentsOf<Rest, N>]
      : [value: ValueOf<First, N>, ...ArgumentsOf<Rest, N>]
  : [];

/** A function of the core library (§4). */
export interface FunctionDeclaration<Returns extends XPathType = XPathType> {
  readonly returns: Returns;
  readonly parameters: readonly Parameter[];
  readonly call: <N extends object>(context: Context<N>, ...args: never[]) => Values<N>[Returns];
  /** Whether it tells where a node stands among others. */
  readonly isPositional?: boolean;
}

/** Declares a function; TypeScript checks the implementation against the parameters. */
export function declare<Returns extends XPathType, const P extends readonly Parameter[]>(
  returns: Returns,
  parameters: P,
  call: <N extends object>(context: Context<N>, ...args: ArgumentsOf<P, N>) => Values<N>[Returns],
): FunctionDeclaration<Returns> {
  // TypeScript cannot see through `ArgumentsOf` while it is generic.
  return { returns, parameters, call: call as FunctionDeclaration<Returns>['call'] };
}

/** The number of arguments that a call can have. */
export function arityOf({
  parameters,
}: FunctionDeclaration): readonly [least: number, most: number] {
  const required = parameters.filter((each) => !each.endsWith('?') && !each.endsWith('*'));
  return [required.length, parameters.includes('string*') ? Infinity : parameters.length];
}
