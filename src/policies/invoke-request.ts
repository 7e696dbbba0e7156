import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const invokeRequest = definePolicy({
  name: 'invoke-request',
  doc: 'Sends a request to an address or a backend. Its response goes into a variable; without one it is the response of the call and ends the section.',
  // It is on no page of its own; its attributes are those that Microsoft's policy toolkit knows.
  reference: 'https://learn.microsoft.com/azure/api-management/api-management-policies',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    method: text('The method.', { expressions: true }),
    url: text('The address.', { expressions: true }),
    'backend-id': text('The backend.', { expressions: true }),
    'response-variable-name': text('The variable for the response.'),
  },
  children: {
    header: many({
      attributes: {
        name: text('A header.', { required: true, expressions: true }),
        value: text('Its value.', { required: true, expressions: true }),
      },
    }),
    body: optional({ content: text('The body.', { expressions: true }), markup: true }),
  },
  examples: [
    '<invoke-request url="https://contoso.example/orders" />',
    '<invoke-request method="POST" url="@(context.Request.Url.Path)" backend-id="orders" response-variable-name="answer"><header name="x-api" value="@(context.Api.Id)" /><body>@(context.Request.Url.QueryString)</body></invoke-request>',
  ],
});
