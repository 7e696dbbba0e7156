/** What a subscription's keys open; `service` is the scope of the built-in master subscription. */
export type SubscriptionScope =
  | { readonly kind: 'service' }
  | { readonly kind: 'allApis' }
  | { readonly kind: 'api'; readonly apiId: string }
  | { readonly kind: 'product'; readonly productId: string };

const servicePath =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.ApiManagement\/service\/[^/]+/i;

/**
 * The segments of a resource id after the service: `/apis/orders` and the full ARM id of the same
 * API both give `['apis', 'orders']`. A name alone gives one segment.
 */
export function segmentsOf(resourceId: string): string[] {
  const relative = resourceId
    .trim()
    .replace(/^https:\/\/[^/]+/i, '')
    .replace(servicePath, '');
  return relative.split('/').filter((segment) => segment !== '');
}

/**
 * The id that a reference to a resource of `collection` names: from `/apis/orders`, from the full
 * ARM id, or from `orders` alone. Undefined when the reference names something else.
 */
export function resolveReference(reference: string, collection: string): string | undefined {
  const segments = segmentsOf(reference);
  if (segments.length === 1) return segments[0];
  const [named, id, ...rest] = segments;
  if (named?.toLowerCase() !== collection.toLowerCase() || rest.length > 0) return undefined;
  return id;
}

/** What a subscription's `scope` opens; undefined when it is none of the forms that Azure knows. */
export function resolveScope(scope: string): SubscriptionScope | undefined {
  const [collection, id, ...rest] = segmentsOf(scope);
  if (rest.length > 0) return undefined;
  switch (collection?.toLowerCase()) {
    case undefined:
      // The master subscription's scope is the service's own id, with a slash behind it. A scope
      // that names nothing at all must not open everything.
      return servicePath.test(scope.trim()) ? { kind: 'service' } : undefined;
    case 'apis':
      return id === undefined ? { kind: 'allApis' } : { kind: 'api', apiId: id };
    case 'products':
      return id === undefined ? undefined : { kind: 'product', productId: id };
    default:
      return undefined;
  }
}

/** An API's id without its revision, and the revision when the id carries one (`orders;rev=2`). */
export function revisionOf(apiId: string): {
  readonly name: string;
  readonly revision: string | undefined;
} {
  const parts = /^(.*);rev=([^;]+)$/i.exec(apiId);
  return parts === null
    ? { name: apiId, revision: undefined }
    : { name: parts[1]!, revision: parts[2] };
}

/** Resources by id. Ids of Azure Resource Manager are compared without regard to case. */
export class ById<T extends { readonly id: string }> {
  readonly #byId: ReadonlyMap<string, T>;

  constructor(resources: readonly T[]) {
    this.#byId = new Map(resources.map((resource) => [resource.id.toLowerCase(), resource]));
  }

  get(id: string): T | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  has(id: string): boolean {
    return this.#byId.has(id.toLowerCase());
  }
}
