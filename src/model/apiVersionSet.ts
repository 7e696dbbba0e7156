import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { oneOf, optional, text } from './schema.ts';

/** Several APIs that are versions of one, and where a request says which version it wants. */
export const apiVersionSet = defineNoun({
  type: 'Microsoft.ApiManagement/service/apiVersionSets',
  singular: 'apiVersionSet',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 100 }),
    description: optional(text()),
    versioningScheme: oneOf('Segment', 'Query', 'Header'),
    versionQueryName: optional(text({ min: 1, max: 100 })),
    versionHeaderName: optional(text({ min: 1, max: 100 })),
  },
});

export type ApiVersionSetProperties = PropertiesOf<typeof apiVersionSet>;
