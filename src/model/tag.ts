import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { text } from './schema.ts';

/** A label on APIs, operations and products. The gateway does not look at it. */
export const tag = defineNoun({
  type: 'Microsoft.ApiManagement/service/tags',
  singular: 'tag',
  named: 'displayName',
  properties: { displayName: text({ min: 1, max: 160 }) },
});

export type TagProperties = PropertiesOf<typeof tag>;
