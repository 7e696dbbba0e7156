import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';

export const setQueryParameter = definePolicy({
  name: 'set-query-parameter',
  doc: 'Sets a query parameter of the request to the backend, adds to it or removes it.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-query-parameter-policy',
  sections: ['inbound', 'backend'],
  scopes: allScopes,
  attributes: {
    name: text('The parameter to set.', { required: true, expressions: true }),
    'exists-action': oneOf(
      ['override', 'skip', 'append', 'delete'],
      'What happens when the parameter is there already: `override` replaces it, `skip` leaves it, `append` adds to it, `delete` removes it.',
      { default: 'override', expressions: true },
    ),
  },
  children: {
    value: many({
      content: text('A value; the parameter stands once for each.', {
        required: true,
        expressions: true,
      }),
    }),
  },
  examples: [
    '<set-query-parameter name="api-key" exists-action="skip"><value>12345678901</value></set-query-parameter>',
    '<set-query-parameter name="user"><value>@(context.User?.Id ?? "anonymous")</value></set-query-parameter>',
    '<set-query-parameter name="debug" exists-action="delete" />',
  ],
  compile({ name, existsAction, value }, build) {
    if (value.length === 0 && existsAction.constant && existsAction.constant.value !== 'delete') {
      build.report({
        message: "'set-query-parameter' needs a 'value' unless it deletes.",
        hint: 'Add a value, or set exists-action="delete".',
      });
    }
    return (context) => {
      const { query } = context.request.url;
      const parameter = name(context);
      const action = existsAction(context);
      if (action === 'delete') query.delete(parameter);
      if (action === 'delete' || (action === 'skip' && query.has(parameter))) return;
      const values = value.map((each) => each(context));
      if (action !== 'append') query.set(parameter, ...values);
      else for (const each of values) query.append(parameter, each);
    };
  },
});
