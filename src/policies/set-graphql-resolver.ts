import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { once } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { httpDataSourceElement } from './http-data-source.ts';

export const setGraphqlResolver = definePolicy({
  name: 'set-graphql-resolver',
  doc: 'Resolves a field of a GraphQL schema by an HTTP request; of the preview, before resolvers were documents of their own.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-graphql-resolver-policy',
  sections: ['backend'],
  scopes: ['global', 'product', 'api', 'operation'],
  attributes: {
    'parent-type': text('The object type.', { required: true }),
    field: text('The field of that type.', { required: true }),
  },
  children: { 'http-data-source': once(httpDataSourceElement) },
  examples: [
    '<set-graphql-resolver parent-type="Query" field="users"><http-data-source><http-request><set-method>GET</set-method><set-url>https://data.contoso.example/users</set-url></http-request></http-data-source></set-graphql-resolver>',
    '<set-graphql-resolver parent-type="User" field="orders"><http-data-source><http-request><set-method>GET</set-method><set-url>https://data.contoso.example/orders</set-url></http-request><http-response><find-and-replace from="colour" to="color" /></http-response></http-data-source></set-graphql-resolver>',
  ],
});
