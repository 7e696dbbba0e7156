import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { boolean, dateTime, oneOf, optional, secret, text, withDefault } from './schema.ts';

/** Two keys that open a product, an API, all APIs or the whole service. */
export const subscription = defineNoun({
  type: 'Microsoft.ApiManagement/service/subscriptions',
  singular: 'subscription',
  named: 'displayName',
  properties: {
    displayName: text({ max: 100 }),
    scope: text({ min: 1 }),
    ownerId: optional(text()),
    // A subscription that is created without a state waits for approval.
    state: withDefault(
      oneOf('suspended', 'active', 'expired', 'submitted', 'rejected', 'cancelled'),
      'submitted',
    ),
    stateComment: optional(text()),
    primaryKey: optional(secret({ min: 1, max: 256 })),
    secondaryKey: optional(secret({ min: 1, max: 256 })),
    allowTracing: withDefault(boolean(), false),
    createdDate: optional(dateTime()),
    startDate: optional(dateTime()),
    endDate: optional(dateTime()),
    expirationDate: optional(dateTime()),
    notificationDate: optional(dateTime()),
  },
});

export type SubscriptionProperties = PropertiesOf<typeof subscription>;
