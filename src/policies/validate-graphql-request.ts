import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { integer, oneOf, text } from '../engine/declaration/valueKinds.ts';

export const validateGraphqlRequest = definePolicy({
  name: 'validate-graphql-request',
  doc: 'Compares a GraphQL request with its schema and decides which fields the caller may ask for.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-graphql-request-policy',
  sections: ['inbound'],
  scopes: ['global', 'workspace', 'product', 'api'],
  oncePerSection: true,
  attributes: {
    'error-variable-name': text('The variable for the errors that are found.', {
      expressions: true,
    }),
    'max-size': integer('How many bytes a request may have, 102400 at most.', {
      required: true,
      expressions: true,
    }),
    'max-depth': integer('How deep a query may go.', { default: 6, expressions: true }),
    // These two are on no page; Microsoft's policy toolkit knows them.
    'max-total-depth': integer('How deep all queries together may go.', { expressions: true }),
    'max-complexity': integer('How complex a query may be.', { expressions: true }),
  },
  children: {
    authorize: optional({
      children: {
        rule: some({
          attributes: {
            path: text('`/type/field`, or `/__*` for introspection.', { required: true }),
            action: oneOf(
              ['allow', 'remove', 'reject', 'ignore'],
              'Whether the field is passed on, taken out, refuses the request, or is left to the next rule.',
              { default: 'allow', expressions: true },
            ),
          },
        }),
      },
    }),
  },
  examples: [
    '<validate-graphql-request error-variable-name="errors" max-size="102400" max-depth="4"><authorize><rule path="/__*" action="reject" /><rule path="/Missions/name" action="@(context.Request.Headers.Count > 2 ? "remove" : "allow")" /></authorize></validate-graphql-request>',
    '<validate-graphql-request max-size="10240" />',
  ],
});
