import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { boolean, list, object, optional, secret, text, withDefault } from './schema.ts';

/** A text that policies refer to by its display name: `{{display-name}}`. */
export const namedValue = defineNoun({
  type: 'Microsoft.ApiManagement/service/namedValues',
  singular: 'namedValue',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 256, pattern: /^[A-Za-z0-9\-._]+$/ }),
    value: optional(secret({ max: 4096 })),
    secret: withDefault(boolean(), false),
    tags: withDefault(list(text(), { max: 32 }), []),
    keyVault: optional(
      object({ secretIdentifier: optional(text()), identityClientId: optional(text()) }),
    ),
  },
});

export type NamedValueProperties = PropertiesOf<typeof namedValue>;
