import { createHash } from 'node:crypto';
import { ById, resolveReference, resolveScope } from '../../model/references.ts';
import type { SubscriptionScope } from '../../model/references.ts';
import type { Located, ServiceResources } from '../../model/resources.ts';
import type { SubscriptionProperties } from '../../model/subscription.ts';
import type { UserProperties } from '../../model/user.ts';

/** A subscription that can open something: it is active, and so is its owner. */
export interface KeyedSubscription {
  readonly resource: Located<SubscriptionProperties>;
  readonly scope: SubscriptionScope;
  readonly owner: Located<UserProperties> | undefined;
}

/**
 * Subscriptions by their keys. Keys are kept as digests: looking one up compares no secret
 * character by character, and memory does not hold them in clear.
 */
export class KeyIndex {
  readonly #byDigest = new Map<string, KeyedSubscription>();

  constructor({ subscriptions, users }: ServiceResources) {
    const owners = new ById(users);
    for (const resource of subscriptions) {
      const { state, scope, ownerId, primaryKey, secondaryKey } = resource.properties;
      const resolved = resolveScope(scope);
      const owner = ownerId ? owners.get(resolveReference(ownerId, 'users') ?? ownerId) : undefined;
      // Only active subscriptions of users who are not blocked open anything.
      if (state !== 'active' || !resolved || owner?.properties.state === 'blocked') continue;
      for (const key of [primaryKey, secondaryKey]) {
        if (key) this.#byDigest.set(digest(key), { resource, scope: resolved, owner });
      }
    }
  }

  find(key: string): KeyedSubscription | undefined {
    return this.#byDigest.get(digest(key));
  }
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('latin1');
}
