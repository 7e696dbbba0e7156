import type { TypeRegistry } from '../../expressions/typeSystem/TypeRegistry.ts';
import type { PolicyDocument } from '../../model/resources.ts';
import type { PolicyDeclaration, Scope, Section } from '../declaration/definePolicy.ts';
import type { PolicyText } from '../document/PolicyText.ts';
import type { OpenIdProviders } from '../ports/OpenIdProviders.ts';
import type { References } from './References.ts';

/** What the compilation of every document of one snapshot shares. */
export interface Toolbox {
  /** Policies by element name, aliases included. */
  readonly policies: ReadonlyMap<string, PolicyDeclaration>;
  readonly types: TypeRegistry;
  readonly references: References;
  readonly openIdProviders: OpenIdProviders;
  /** Whether words count only as Azure's schema writes them. */
  readonly strict: boolean;
  /** Whether what is compiled is to run; otherwise a policy that cannot run yet is only noted. */
  readonly publishes: boolean;
  /** The text of a document, the same object for the same document. */
  textOf(document: PolicyDocument): PolicyText;
}

/** Where something stands while a document is bound. */
export interface Binding {
  readonly toolbox: Toolbox;
  readonly text: PolicyText;
  /** Undefined while a file is checked on its own: it may belong anywhere. */
  readonly scope: Scope | undefined;
  /** Undefined in a snippet or fragment that is checked on its own. */
  readonly section: Section | undefined;
  /** Tells the document from all others of the snapshot, such as `apis/orders`. */
  readonly document: string;
  /** Nesting so far, counted from 1: `choose[3]/when[2]`; empty at the top of a section. */
  readonly path: string;
  /** Whether this is the content of a policy fragment. */
  readonly inFragment: boolean;
}
