/** Who calls, as the `context` of expressions shows it. */
import type { HostSubscription, HostUser } from '../expressions/context/host.ts';
import type { ById } from '../model/references.ts';
import type { Located } from '../model/resources.ts';
import type { UserProperties } from '../model/user.ts';
import type { SubscriptionProperties } from '../model/subscription.ts';
import type { GroupProperties } from '../model/group.ts';

export function hostSubscription(
  { id, properties }: Located<SubscriptionProperties>,
  key: string,
): HostSubscription {
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
  groups: ById<Located<GroupProperties>>,
): HostUser | null {
  if (!owner) return null;
  const { id, properties } = owner;
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
