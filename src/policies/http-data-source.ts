import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, once, optional } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { certificateElement } from './authentication-certificate.ts';
import { findAndReplaceElement } from './find-and-replace.ts';
import { authorizationContextElement } from './get-authorization-context.ts';
import { fragmentElement } from './include-fragment.ts';
import { jsonToXmlElement } from './json-to-xml.ts';
import { publishEventElement } from './publish-event.ts';
import { backendServiceElement } from './set-backend-service.ts';
import { bodyElement } from './set-body.ts';
import { headerElement } from './set-header.ts';
import { methodElement } from './set-method.ts';
import { xmlToJsonElement } from './xml-to-json.ts';

/** The element as it stands on its own and in `set-graphql-resolver`. */
export const httpDataSourceElement = {
  children: {
    'http-request': once({
      doc: 'The request that fetches the data.',
      children: {
        'get-authorization-context': optional(authorizationContextElement),
        'set-backend-service': optional(backendServiceElement),
        'include-fragment': many(fragmentElement),
        'set-method': once(methodElement),
        'set-url': once({ content: text('The address.', { required: true, expressions: true }) }),
        'set-header': many(headerElement),
        'set-body': optional(bodyElement),
        'authentication-certificate': optional(certificateElement),
      },
      // The statement of the page has the fragments behind the address, its table before the method.
      anyOrder: true,
    }),
    backend: optional({ doc: 'How the request is sent: `forward-request`.', statements: true }),
    'http-response': optional({
      doc: 'What is made of the response; without it, it is passed on as it is.',
      children: {
        'set-body': optional(bodyElement),
        'json-to-xml': optional(jsonToXmlElement),
        'xml-to-json': optional(xmlToJsonElement),
        'find-and-replace': optional(findAndReplaceElement),
        'publish-event': optional(publishEventElement),
        'include-fragment': many(fragmentElement),
      },
    }),
  },
} as const;

export const httpDataSource = definePolicy({
  name: 'http-data-source',
  doc: 'Resolves a field of a GraphQL schema by an HTTP request.',
  reference: 'https://learn.microsoft.com/azure/api-management/http-data-source-policy',
  sections: [],
  scopes: [],
  ...httpDataSourceElement,
  examples: [
    '<http-data-source><http-request><set-method>GET</set-method><set-url>@($"https://data.contoso.example/users/{context.GraphQL.Arguments["id"]}")</set-url></http-request></http-data-source>',
    '<http-data-source><http-request><set-method>POST</set-method><set-url>https://data.contoso.example/users</set-url><set-header name="Content-Type" exists-action="override"><value>application/json</value></set-header><set-body>{"name": "Ada"}</set-body></http-request><http-response><publish-event><targets><graphql-subscription id="onUserCreated" /></targets></publish-event></http-response></http-data-source>',
  ],
});
