import { hash } from 'node:crypto';
import { RecentMap } from '../../lib/collections/RecentMap.ts';
import type { HostSubscription, HostUser } from '../../expressions/context/host.ts';
import { ById, resolveReference, resolveScope } from '../../model/references.ts';
import type { SubscriptionScope } from '../../model/references.ts';
import type { Located, ServiceResources } from '../../model/resources.ts';
import type { SubscriptionProperties } from '../../model/subscription.ts';
import { hostSubscription, hostUser } from '../hosts.ts';

/** A subscription that can open something: it is active, and so is its owner. */
export interface KeyedSubscription {
  readonly resource: Located<SubscriptionProperties>;
  readonly scope: SubscriptionScope;
  /** As the `context` of expressions shows them; made once, not for each call. */
  readonly host: HostSubscription;
  readonly user: HostUser | null;
}

/**
 * Subscriptions by their keys. Keys are looked up as digests, so that nothing compares a secret
 * character by character with what a stranger sends, unless it has the very hash, of a random seed,
 * of a key that was just used.
 */
export class KeyIndex {
  readonly #byDigest = new Map<string, KeyedSubscription>();
  /** Keys that opened something, as they were sent: a digest costs more than the rest of the check. */
  readonly #recent = new RecentMap<KeyedSubscription>(2_000);

  constructor({ subscriptions, users, groups: all }: ServiceResources) {
    const owners = new ById(users);
    const groups = new ById(all);
    for (const resource of subscriptions) {
      const { state, scope, ownerId, primaryKey, secondaryKey } = resource.properties;
      const resolved = resolveScope(scope);
      const owner = ownerId ? owners.get(resolveReference(ownerId, 'users') ?? ownerId) : undefined;
      // Only active subscriptions of users who are not blocked open anything.
      if (state !== 'active' || !resolved || owner?.properties.state === 'blocked') continue;
      const user = hostUser(owner, groups);
      for (const key of [primaryKey, secondaryKey]) {
        if (!key) continue;
        const host = hostSubscription(resource, key);
        this.#byDigest.set(digest(key), { resource, scope: resolved, host, user });
      }
    }
  }

  find(key: string): KeyedSubscription | undefined {
    if (this.#byDigest.size === 0) return undefined;
    const recent = this.#recent.get(key);
    if (recent) return recent;
    const found = this.#byDigest.get(digest(key));
    if (found) this.#recent.set(key, found);
    return found;
  }
}

function digest(key: string): string {
  return hash('sha256', key, 'latin1');
}
