/** Resources as the `context` of expressions shows them. */
import type { HostApi, HostOperation, HostProduct } from '../../expressions/context/host.ts';
import { Url } from '../../lib/http/Url.ts';
import { ById, revisionOf } from '../../model/references.ts';
import type {
  ApiResource,
  OperationResource,
  ProductResource,
  ServiceResources,
} from '../../model/resources.ts';

export function hostApi({ id, properties }: ApiResource): HostApi {
  const { name, revision } = revisionOf(id);
  return {
    id: name,
    name: properties.displayName,
    path: properties.path,
    revision: properties.apiRevision ?? revision ?? '1',
    version: properties.apiVersion ?? null,
    isCurrentRevision: properties.isCurrent ?? revision === undefined,
    protocols: properties.protocols,
    serviceUrl:
      properties.serviceUrl === undefined ? null : (Url.parse(properties.serviceUrl) ?? null),
    subscriptionKeyParameterNames: properties.subscriptionKeyParameterNames,
  };
}

export function hostOperation({ id, properties }: OperationResource): HostOperation {
  const { displayName, method, urlTemplate } = properties;
  return { id, name: displayName, method, urlTemplate };
}

export function hostProduct(
  { id, properties, groups }: ProductResource,
  resources: ServiceResources,
): HostProduct {
  const known = new ById(resources.groups);
  return {
    id,
    name: properties.displayName,
    approvalRequired: properties.approvalRequired,
    subscriptionRequired: properties.subscriptionRequired,
    subscriptionsLimit: properties.subscriptionsLimit ?? null,
    state: properties.state === 'published' ? 'Published' : 'NotPublished',
    groups: groups.map((group) => ({
      id: group.id,
      name: known.get(group.id)?.properties.displayName ?? group.id,
    })),
  };
}
