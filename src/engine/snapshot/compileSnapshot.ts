import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { mockRepresentation } from '../../model/mockRepresentation.ts';
import type {
  ApiResource,
  OperationResource,
  PolicyDocument,
  ServiceResources,
} from '../../model/resources.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import { bindFragment } from '../compile/bindDocument.ts';
import type { Toolbox } from '../compile/Binding.ts';
import type { Scope } from '../declaration/definePolicy.ts';
import type { PolicyText } from '../document/PolicyText.ts';
import { readPolicy } from '../document/readPolicy.ts';
import type { Plan } from '../run/runPlan.ts';
import { targetAt } from './backendTargets.ts';
import { hostApi, hostOperation, hostProduct } from './hosts.ts';
import { emptyPlan, PlanBuilder } from './PlanBuilder.ts';
import type { ScopedDocument } from './PlanBuilder.ts';
import { referencesOf } from './referencesOf.ts';
import { toolboxOf } from './toolboxOf.ts';
import type { CompileOptions } from './toolboxOf.ts';
import type { CompiledApi, CompiledOperation, CompiledProduct, Snapshot } from './Snapshot.ts';

/**
 * Compiles a configuration. Every mistake of every document is reported; the snapshot is undefined
 * when one of them is an error, so that it can never replace one that works.
 */
export function compileSnapshot(
  resources: ServiceResources,
  options: CompileOptions,
): { readonly snapshot: Snapshot | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const texts = new Map<PolicyDocument, PolicyText>();
  const references = referencesOf(resources, options.assumeReferences);
  const toolbox = toolboxOf(references, options, texts);
  const snapshot = new SnapshotCompiler(resources, toolbox).compile();
  bindFragmentsAlone(resources, toolbox);
  const diagnostics = [...texts.values()].flatMap((text) => text.diagnostics);
  return { snapshot: hasErrors(diagnostics) ? undefined : snapshot, diagnostics };
}

/** A fragment that nobody includes is checked all the same. */
function bindFragmentsAlone({ policyFragments }: ServiceResources, toolbox: Toolbox): void {
  for (const { id, document } of policyFragments) {
    const text = toolbox.textOf(document);
    const root = readPolicy(text, document.format);
    const place = { toolbox, text, scope: undefined, section: undefined, path: '' };
    if (root) bindFragment(root, { ...place, document: `policyFragments/${id}` });
  }
}

/** What Azure gives a service that has no policy of its own at the widest scope. */
const defaultGlobalPolicy: PolicyDocument = {
  source: new SourceText(
    'default policy',
    '<policies><inbound /><backend><forward-request /></backend><outbound /></policies>',
  ),
  format: 'xml',
};

class SnapshotCompiler {
  readonly #resources: ServiceResources;
  readonly #plans: PlanBuilder;
  readonly #products: readonly CompiledProduct[];
  /** By the id of an API in lower case. */
  readonly #productsOf = new Map<string, CompiledProduct[]>();
  /** By address: APIs of one backend share what is known of it. */
  readonly #targets = new Map<string, BackendTarget>();

  constructor(resources: ServiceResources, toolbox: Toolbox) {
    this.#resources = resources;
    this.#plans = new PlanBuilder(toolbox);
    this.#products = resources.products.map((resource) => ({
      resource,
      host: hostProduct(resource, resources),
    }));
    for (const product of this.#products) {
      for (const id of new Set(product.resource.apis.map((api) => api.id.toLowerCase()))) {
        const known = this.#productsOf.get(id);
        if (known) known.push(product);
        else this.#productsOf.set(id, [product]);
      }
    }
  }

  compile(): Snapshot {
    const globalPlan = this.#plans.extend(
      emptyPlan,
      scoped('global', 'policy', this.#resources.policy ?? defaultGlobalPolicy),
    );
    const inProduct = new Map(
      this.#products.map(({ resource: { id, policy } }) => [
        id,
        this.#plans.extend(globalPlan, scoped('product', `products/${id}`, policy)),
      ]),
    );
    const apis = this.#resources.apis.map((api) => this.#api(api, globalPlan, inProduct));
    return { resources: this.#resources, apis, globalPlan };
  }

  #api(resource: ApiResource, globalPlan: Plan, inProduct: ReadonlyMap<string, Plan>): CompiledApi {
    const { id, policy, properties } = resource;
    const document = scoped('api', `apis/${id}`, policy);
    const host = hostApi(resource);
    const products = this.#productsOf.get(host.id.toLowerCase()) ?? [];
    const plan = this.#plans.extend(globalPlan, document);
    const productPlans = new Map(
      products.map(({ resource: { id: productId } }) => [
        productId,
        this.#plans.extend(inProduct.get(productId)!, document),
      ]),
    );
    return {
      resource,
      host,
      target: this.#targetAt(properties.serviceUrl),
      httpVersion: properties.type === 'grpc' ? '2' : '1',
      products,
      plan,
      operations: resource.operations.map((each) =>
        this.#operation(each, resource, plan, productPlans),
      ),
    };
  }

  #operation(
    resource: OperationResource,
    api: ApiResource,
    apiPlan: Plan,
    inProduct: ReadonlyMap<string, Plan>,
  ): CompiledOperation {
    const name = `apis/${api.id}/operations/${resource.id}`;
    const document = scoped('operation', name, resource.policy);
    return {
      resource,
      host: hostOperation(resource),
      plan: this.#plans.extend(apiPlan, document),
      productPlans: document
        ? new Map([...inProduct].map(([id, plan]) => [id, this.#plans.extend(plan, document)]))
        : inProduct,
      sampleResponse: (wanted) => mockRepresentation(api, resource.properties, wanted),
    };
  }

  #targetAt(address: string | undefined): BackendTarget | undefined {
    if (address === undefined) return undefined;
    const target = this.#targets.get(address) ?? targetAt(address);
    if (target) this.#targets.set(address, target);
    return target;
  }
}

function scoped(
  scope: Scope,
  name: string,
  document: PolicyDocument | undefined,
): ScopedDocument | undefined {
  return document && { scope, name, document };
}
