import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const jsonp = definePolicy({
  name: 'jsonp',
  doc: 'Wraps the response into a call of the function that the caller names in the query.',
  reference: 'https://learn.microsoft.com/azure/api-management/jsonp-policy',
  sections: ['outbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'callback-parameter-name': text('The query parameter that names the function.', {
      required: true,
      expressions: true,
    }),
  },
  examples: [
    '<jsonp callback-parameter-name="cb" />',
    '<jsonp callback-parameter-name="@(context.Request.Headers.ContainsKey("x-legacy") ? "jsonp" : "cb")" />',
  ],
});
