import { definePolicy, allScopes } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const setMethod = definePolicy({
  name: 'set-method',
  doc: 'Changes the HTTP method of the request.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-method-policy',
  sections: ['inbound', 'on-error'],
  scopes: allScopes,
  content: text('The new method.', { required: true, expressions: true }),
  examples: ['<set-method>POST</set-method>'],
  compile: (method) => (context) => {
    context.request.method = method(context);
  },
});
