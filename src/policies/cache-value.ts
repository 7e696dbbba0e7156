import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { once } from '../engine/declaration/element.ts';
import { anything, integer, text } from '../engine/declaration/valueKinds.ts';
import { cachingType } from './cache-lookup-value.ts';

export const cacheValue = definePolicy({
  name: 'cache-value',
  doc: 'Puts the value that the cache keeps under a key into a variable; when there is none, runs the policies that make it, once for all who wait, and keeps what they made.',
  // It is on no page of its own; its attributes are those that Microsoft's policy toolkit knows.
  reference: 'https://learn.microsoft.com/azure/api-management/api-management-policies',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    key: text('The key.', { required: true, expressions: true }),
    'variable-name': text('The variable.', { required: true }),
    'expires-after': integer('Seconds after which the value is forgotten.', { expressions: true }),
    'refresh-after': integer(
      'Seconds after which the value is made anew, before it is forgotten.',
      {
        expressions: true,
      },
    ),
    'default-value': anything('What the variable becomes when no value was made.', {
      expressions: true,
    }),
    'caching-type': cachingType,
  },
  children: {
    value: once({ doc: 'The policies that make the value.', statements: true }),
  },
  examples: [
    '<cache-value key="rates" variable-name="rates" expires-after="3600"><value><set-variable name="rates" value="1.08" /></value></cache-value>',
    '<cache-value key="@("rates-" + context.Api.Id)" variable-name="rates" expires-after="3600" refresh-after="1800" default-value="none"><value><set-variable name="rates" value="1.08" /></value></cache-value>',
  ],
});
