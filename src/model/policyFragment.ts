import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { oneOf, optional, text, withDefault } from './schema.ts';

/** Policies under one id, for `include-fragment`. */
export const policyFragment = defineNoun({
  type: 'Microsoft.ApiManagement/service/policyFragments',
  singular: 'policyFragment',
  properties: {
    description: optional(text({ max: 1000 })),
    format: withDefault(oneOf('xml', 'rawxml'), 'xml'),
    value: optional(text()),
  },
});

export type PolicyFragmentProperties = PropertiesOf<typeof policyFragment>;
