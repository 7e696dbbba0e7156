import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const proxy = definePolicy({
  name: 'proxy',
  doc: 'Sends the request to the backend through an HTTP proxy.',
  reference: 'https://learn.microsoft.com/azure/api-management/proxy-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    url: text('`http://host:port` of the proxy.', { required: true, expressions: true }),
    username: text('The user name for the proxy.', { expressions: true }),
    password: text('The password for the proxy.', { expressions: true }),
  },
  examples: [
    '<proxy url="http://proxy.contoso.example:3128" />',
    '<proxy url="http://proxy.contoso.example:3128" username="orders" password="@((string)context.Variables["proxy-password"])" />',
  ],
});
