import type { Step } from '../run/Step.ts';
import type { BuildContext } from './BuildContext.ts';
import type { Compiled, ElementSpec } from './element.ts';

export type Section = 'inbound' | 'backend' | 'outbound' | 'on-error';
export type Scope = 'global' | 'workspace' | 'product' | 'api' | 'operation';

export const allSections: readonly Section[] = ['inbound', 'backend', 'outbound', 'on-error'];
export const allScopes: readonly Scope[] = ['global', 'workspace', 'product', 'api', 'operation'];

/** A policy as a whole: what it is called, where it may stand, what it takes and what it does. */
export interface PolicyDeclaration<A = any, C = any, V = any, S = any> {
  /** The XML element; also the name of the file that declares it. */
  readonly name: string;
  /** Other elements for the same policy, such as a preview's name. */
  readonly aliases?: readonly string[];
  readonly doc: string;
  /** Microsoft's page. */
  readonly reference: string;
  /** None: it belongs into a GraphQL resolver, which is a document of its own. */
  readonly sections: readonly Section[];
  readonly scopes: readonly Scope[];
  /** Whether a section may hold it only once. */
  readonly oncePerSection?: boolean;
  readonly attributes?: A;
  /** Children stand in the order in which they are declared. */
  readonly children?: C;
  readonly content?: V;
  /** Whether its text may be XML: elements in it are part of the text, as they stand. */
  readonly markup?: boolean;
  /** Whether policies stand in it: it is a block. */
  readonly statements?: S;
  /** The only policies that may stand in the block. */
  readonly policies?: readonly string[];
  /** Whether its children stand in any order: where Azure's schema or Microsoft's pages say so. */
  readonly anyOrder?: boolean;
  /** Complete elements, each checked, compiled and shown in the reference. */
  readonly examples: readonly string[];
  /** Absent: known and checked, but not run here; a configuration that uses it is refused. */
  readonly compile?: (policy: Compiled<A, C, V, S>, build: BuildContext) => Step;
}

/** Declares a policy; the types of what `compile` receives follow from its attributes and children. */
export function definePolicy<
  const A extends ElementSpec['attributes'] = undefined,
  const C extends ElementSpec['children'] = undefined,
  const V extends ElementSpec['content'] = undefined,
  const S extends true | undefined = undefined,
>(declaration: PolicyDeclaration<A, C, V, S>): PolicyDeclaration<A, C, V, S> {
  return declaration;
}
