import type { TypeRegistry } from '../../expressions/typeSystem/TypeRegistry.ts';
import type { PolicyDocument } from '../../model/resources.ts';
import type { Toolbox } from '../compile/Binding.ts';
import type { References } from '../compile/References.ts';
import type { PolicyDeclaration } from '../declaration/definePolicy.ts';
import { PolicyText } from '../document/PolicyText.ts';
import type { OpenIdProviders } from '../ports/OpenIdProviders.ts';

/** What policy documents are compiled with. */
export interface CompileOptions {
  readonly policies: readonly PolicyDeclaration[];
  readonly types: TypeRegistry;
  readonly openIdProviders: OpenIdProviders;
  /** What is not defined stands for something unknown; the result can only be looked at. */
  readonly assumeReferences?: boolean;
  /** Whether words count only as Azure's schema writes them, which takes no other case. */
  readonly strict?: boolean;
  /** Whether the result is to run (the default), or only to be checked. */
  readonly publishes?: boolean;
}

/** `texts` collects the text of every document that is opened, with its diagnostics. */
export function toolboxOf(
  references: References,
  { policies, types, openIdProviders, strict = false, publishes = true }: CompileOptions,
  texts: Map<PolicyDocument, PolicyText>,
): Toolbox {
  return {
    policies: policyTable(policies),
    types,
    references,
    openIdProviders,
    strict,
    publishes,
    textOf(document) {
      let text = texts.get(document);
      if (!text)
        texts.set(document, (text = new PolicyText(document.source, references.namedValues)));
      return text;
    },
  };
}

/** Policies by the names of their elements. */
function policyTable(policies: readonly PolicyDeclaration[]): Map<string, PolicyDeclaration> {
  return new Map(
    policies.flatMap((policy) =>
      [policy.name, ...(policy.aliases ?? [])].map((name) => [name, policy] as const),
    ),
  );
}
