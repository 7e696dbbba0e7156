import type { HostApi, HostOperation, HostProduct } from '../../expressions/context/host.ts';
import type {
  ApiResource,
  OperationResource,
  ProductResource,
  ServiceResources,
} from '../../model/resources.ts';
import type { HttpVersion } from '../../lib/http/exchange.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import type { PolicyContext } from '../run/PolicyContext.ts';
import type { Plan } from '../run/runPlan.ts';

/** A whole configuration, compiled. Nobody changes it; calls see one from first byte to last. */
export interface Snapshot {
  readonly resources: ServiceResources;
  readonly apis: readonly CompiledApi[];
  /** Of the widest scope alone: for calls that match no API. */
  readonly globalPlan: Plan;
}

export interface CompiledApi {
  readonly resource: ApiResource;
  readonly host: HostApi;
  /** Where calls go unless a policy says otherwise. */
  readonly target: BackendTarget | undefined;
  /** What is spoken there unless a policy says otherwise. */
  readonly httpVersion: HttpVersion;
  /** Products that hold this API. */
  readonly products: readonly CompiledProduct[];
  readonly operations: readonly CompiledOperation[];
  /** For calls that match the API but none of its operations. */
  readonly plan: Plan;
}

export interface CompiledProduct {
  readonly resource: ProductResource;
  readonly host: HostProduct;
}

export interface CompiledOperation {
  readonly resource: OperationResource;
  readonly host: HostOperation;
  /** The effective policy without a product, and in the context of each product by its id. */
  readonly plan: Plan;
  readonly productPlans: ReadonlyMap<string, Plan>;
  readonly sampleResponse: PolicyContext['sampleResponse'];
}
