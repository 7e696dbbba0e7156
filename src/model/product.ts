import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { boolean, integer, oneOf, optional, text, withDefault } from './schema.ts';

/** A set of APIs that are offered together. Without `subscriptionRequired` it is an open product. */
export const product = defineNoun({
  type: 'Microsoft.ApiManagement/service/products',
  singular: 'product',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 300 }),
    description: optional(text()),
    terms: optional(text()),
    subscriptionRequired: withDefault(boolean(), true),
    approvalRequired: withDefault(boolean(), false),
    subscriptionsLimit: optional(integer({ min: 0 })),
    state: withDefault(oneOf('notPublished', 'published'), 'notPublished'),
  },
});

export type ProductProperties = PropertiesOf<typeof product>;
