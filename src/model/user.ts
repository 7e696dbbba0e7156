import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { dateTime, list, object, oneOf, optional, text, withDefault } from './schema.ts';

/** A developer: owns subscriptions, belongs to groups. */
export const user = defineNoun({
  type: 'Microsoft.ApiManagement/service/users',
  singular: 'user',
  properties: {
    firstName: withDefault(text({ max: 100 }), ''),
    lastName: withDefault(text({ max: 100 }), ''),
    email: withDefault(text({ max: 254 }), ''),
    state: withDefault(oneOf('active', 'blocked', 'pending', 'deleted'), 'active'),
    note: optional(text()),
    registrationDate: optional(dateTime()),
    identities: withDefault(list(object({ provider: text(), id: text() })), []),
    /** Ids of groups; Azure keeps this relation under the group, a directory keeps it here. */
    groups: withDefault(list(text()), []),
  },
});

export type UserProperties = PropertiesOf<typeof user>;
