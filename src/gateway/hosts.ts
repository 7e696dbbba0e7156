/** Who calls, as the `context` of expressions shows it. */
import type { HostSubscription, HostUser } from '../expressions/context/host.ts';
import { ById } from '../model/references.ts';
import type { Located, ServiceResources } from '../model/resources.ts';
import type { UserProperties } from '../model/user.ts';
import type { Access } from './subscriptions/checkSubscription.ts';

export function hostSubscription({ subscription, key }: Access): HostSubscription | null {
  if (!subscription) return null;
  const { id, properties } = subscription.resource;
  return {
    id,
    name: properties.displayName,
    key,
    primaryKey: properties.primaryKey ?? '',
    secondaryKey: properties.secondaryKey ?? '',
    createdDate: properties.createdDate ?? null,
    startDate: properties.startDate ?? null,
    endDate: properties.endDate ?? null,
  };
}

export function hostUser(
  owner: Located<UserProperties> | undefined,
  resources: ServiceResources,
): HostUser | null {
  if (!owner) return null;
  const { id, properties } = owner;
  const groups = new ById(resources.groups);
  return {
    id,
    email: properties.email,
    firstName: properties.firstName,
    lastName: properties.lastName,
    note: properties.note ?? null,
    registrationDate: properties.registrationDate ?? null,
    groups: properties.groups.map((groupId) => ({
      id: groupId,
      name: groups.get(groupId)?.properties.displayName ?? groupId,
    })),
    identities: properties.identities,
  };
}
