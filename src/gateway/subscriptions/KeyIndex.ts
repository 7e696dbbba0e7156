import { hash } from 'node:crypto';
import { TextNumbers } from '../../lib/collections/TextNumbers.ts';
import type { HostSubscription, HostUser } from '../../expressions/context/host.ts';
import { ById, resolveReference, resolveScope } from '../../model/references.ts';
import type { SubscriptionScope } from '../../model/references.ts';
import type { ApiResource, ServiceResources } from '../../model/resources.ts';
import { hostSubscription, hostUser } from '../hosts.ts';

/** A subscription that can open something: it is active, and so is its owner. */
export interface KeyedSubscription {
  readonly scope: SubscriptionScope;
  /** As the `context` of expressions shows them; made once, not for each call. */
  readonly host: HostSubscription;
  readonly user: HostUser | null;
}

/**
 * Subscriptions by their keys. Keys are looked up as digests, so that nothing compares a secret
 * character by character with what a stranger sends, unless it has the very hash, of a random seed,
 * of a key that was used.
 */
export class KeyIndex {
  readonly #byDigest = new Map<string, KeyedSubscription>();
  /** Keys that opened something: a digest costs more than the rest of the check. */
  readonly #used = new TextNumbers();
  /** What they opened, by their numbers. */
  readonly #opened: KeyedSubscription[] = [];

  constructor(resources: ServiceResources) {
    const { subscriptions } = resources;
    const owners = new ById(resources.users);
    const groups = new ById(resources.groups);
    const apis = new ById(resources.apis);
    for (const resource of subscriptions) {
      const { state, scope, ownerId, primaryKey, secondaryKey } = resource.properties;
      const resolved = asSpelledBy(apis, resolveScope(scope));
      const owner = ownerId ? owners.get(resolveReference(ownerId, 'users') ?? ownerId) : undefined;
      // Only active subscriptions of users who are not blocked open anything.
      if (state !== 'active' || !resolved || owner?.properties.state === 'blocked') continue;
      const user = hostUser(owner, groups);
      for (const key of [primaryKey, secondaryKey]) {
        if (!key) continue;
        const host = hostSubscription(resource, key);
        this.#byDigest.set(digest(key), { scope: resolved, host, user });
      }
    }
  }

  find(key: string): KeyedSubscription | undefined {
    if (this.#byDigest.size === 0) return undefined;
    const used = this.#used.get(key);
    if (used !== undefined) return this.#opened[used];
    const found = this.#byDigest.get(digest(key));
    // Under the text that the configuration holds anyway: what was sent is a slice of a whole head.
    if (found) this.#opened[this.#used.add(found.host.key)] = found;
    return found;
  }
}

function digest(key: string): string {
  return hash('sha256', key, 'latin1');
}

/** With the very text of the API's own id, so that it is seen to be the same without being read. */
function asSpelledBy(
  apis: ById<ApiResource>,
  scope: SubscriptionScope | undefined,
): SubscriptionScope | undefined {
  if (scope?.kind !== 'api') return scope;
  return { kind: 'api', apiId: apis.get(scope.apiId)?.id ?? scope.apiId };
}
