import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { PolicyDocument } from '../../model/resources.ts';
import type { Scope, Section } from '../declaration/definePolicy.ts';
import { bindDocument } from '../compile/bindDocument.ts';
import type { BoundDocument } from '../compile/bindDocument.ts';
import type { BoundStatement } from '../compile/bindStatements.ts';
import type { Toolbox } from '../compile/Binding.ts';
import { instantiate } from '../compile/instantiate.ts';
import { readPolicy } from '../document/readPolicy.ts';
import type { Plan } from '../run/runPlan.ts';
import type { Step } from '../run/Step.ts';

/** A policy document with the scope it belongs to. */
export interface ScopedDocument {
  readonly scope: Scope;
  /** Tells it from all others, such as `apis/orders`. */
  readonly name: string;
  readonly document: PolicyDocument;
}

const passOn: Step = () => undefined;

/** The plan of a service without any policy: the call is not even sent. */
export const emptyPlan: Plan = {
  inbound: passOn,
  backend: passOn,
  outbound: passOn,
  onError: passOn,
  preflight: passOn,
};

/**
 * Builds effective policies. Each document is bound once, and compiled once for each chain of
 * broader scopes that it inherits from.
 */
export class PlanBuilder {
  readonly #toolbox: Toolbox;
  readonly #bound = new Map<PolicyDocument, BoundDocument>();
  readonly #plans = new Map<PolicyDocument, Map<Plan, Plan>>();

  constructor(toolbox: Toolbox) {
    this.#toolbox = toolbox;
  }

  /** The effective policy of a scope: `scoped` in front of what the broader scopes say. */
  extend(base: Plan, scoped: ScopedDocument | undefined): Plan {
    if (!scoped) return base;
    let plans = this.#plans.get(scoped.document);
    if (!plans) this.#plans.set(scoped.document, (plans = new Map()));
    let plan = plans.get(base);
    if (!plan) plans.set(base, (plan = this.#compile(base, scoped)));
    return plan;
  }

  #compile(base: Plan, scoped: ScopedDocument): Plan {
    const bound = this.#bind(scoped);
    if (hasErrors(this.#toolbox.textOf(scoped.document).diagnostics)) return base;
    // A section that a document does not have is inherited as if it were one `<base />`.
    const section = (name: Section, inherited: Step): Step => {
      const statements = bound.get(name);
      return statements ? instantiate(statements, inherited) : inherited;
    };
    const inbound = bound.get('inbound');
    return {
      inbound: section('inbound', base.inbound),
      backend: section('backend', base.backend),
      outbound: section('outbound', base.outbound),
      onError: section('on-error', base.onError),
      preflight: inbound
        ? instantiate(inbound.filter(isAskedInPreflight), base.preflight)
        : base.preflight,
    };
  }

  #bind({ scope, name, document }: ScopedDocument): BoundDocument {
    const known = this.#bound.get(document);
    if (known) return known;
    const text = this.#toolbox.textOf(document);
    const root = readPolicy(text, document.format);
    const bound: BoundDocument = root
      ? bindDocument(root, { toolbox: this.#toolbox, text, scope, document: name })
      : new Map();
    this.#bound.set(document, bound);
    return bound;
  }
}

// The cors page: "only the cors policy is evaluated on the OPTIONS request during preflight".
function isAskedInPreflight(statement: BoundStatement): boolean {
  return statement.kind === 'base' || statement.declaration.name === 'cors';
}
