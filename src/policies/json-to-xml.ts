import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { charsetIn, decode } from '../expressions/context/bodyReaders.ts';
import { JsonReadError } from '../lib/newtonsoft/JsonReadError.ts';
import { changesBody, unreadable } from './bodyChange.ts';
import { convertsFrom } from './conversion.ts';
import { jsonAsXml, NoXmlCharacter } from './jsonAsXml.ts';
import type { JsonAsXmlOptions } from './jsonAsXml.ts';

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
  compile(policy, build) {
    return changesBody(
      build,
      (bytes, { headers }, context) => {
        const contentType = headers.get('Content-Type');
        const xml = converted(
          decode(bytes, charsetIn(contentType)),
          {
            dates: policy.parseDate,
            separator: policy.namespaceSeparator(context) || '_',
            namespacePrefix: policy.namespacePrefix?.(context),
            attributeBlock: policy.attributeBlockName?.(context),
          },
          build.section === 'inbound' ? 'request' : 'response',
        );
        headers.set('Content-Type', 'application/xml');
        return new TextEncoder().encode(xml);
      },
      convertsFrom('JSON', policy),
    );
  },
});

/** @throws GatewayError */
function converted(json: string, options: JsonAsXmlOptions, side: 'request' | 'response'): string {
  try {
    return jsonAsXml(json, options);
  } catch (error) {
    if (!(error instanceof JsonReadError || error instanceof NoXmlCharacter)) throw error;
    throw unreadable(`The ${side} body cannot be converted to XML. ${error.message}`, side, error);
  }
}
