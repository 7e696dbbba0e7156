import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const jsonToXmlElement = {
  attributes: {
    apply: oneOf(
      ['always', 'content-type-json'],
      'Whether every body is converted, or only one that its Content-Type calls JSON.',
      { required: true, expressions: true },
    ),
    'consider-accept-header': boolean(
      'Whether a body is only converted when Accept asks for XML.',
      {
        default: true,
        expressions: true,
      },
    ),
    'parse-date': boolean('Whether dates are read as dates; otherwise they are copied.', {
      default: true,
    }),
    'namespace-separator': text('What stands between a prefix and a name.', {
      default: '_',
      expressions: true,
    }),
    'namespace-prefix': text('The prefix of members that declare namespaces, usually `xmlns`.', {
      expressions: true,
    }),
    'attribute-block-name': text('The member that holds the attributes of its element.', {
      expressions: true,
    }),
  },
} as const;

export const jsonToXml = definePolicy({
  name: 'json-to-xml',
  doc: 'Converts the body of the request (inbound) or of the response (outbound, on-error) from JSON to XML.',
  reference: 'https://learn.microsoft.com/azure/api-management/json-to-xml-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: allScopes,
  ...jsonToXmlElement,
  examples: [
    '<json-to-xml apply="always" consider-accept-header="false" />',
    '<json-to-xml apply="content-type-json" consider-accept-header="false" parse-date="false" namespace-separator=":" namespace-prefix="xmlns" attribute-block-name="#attrs" />',
  ],
});
