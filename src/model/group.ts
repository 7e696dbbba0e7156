import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { oneOf, optional, text, withDefault } from './schema.ts';

/** Users who see and subscribe to the same products. */
export const group = defineNoun({
  type: 'Microsoft.ApiManagement/service/groups',
  singular: 'group',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 300 }),
    description: optional(text({ max: 1000 })),
    type: withDefault(oneOf('custom', 'system', 'external'), 'custom'),
    externalId: optional(text()),
  },
});

export type GroupProperties = PropertiesOf<typeof group>;
