import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, oneOf } from '../engine/declaration/valueKinds.ts';
import { charsetIn, decode } from '../expressions/context/bodyReaders.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import type { XmlDocument } from '../lib/xml/nodes.ts';
import { parseXml } from '../lib/xml/parse.ts';
import { changesBody, unreadable } from './bodyChange.ts';
import { convertsFrom } from './conversion.ts';
import { xmlAsJson } from './xmlAsJson.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const xmlToJsonElement = {
  attributes: {
    kind: oneOf(
      ['javascript-friendly', 'direct'],
      'What the JSON looks like: easy to use from JavaScript, or true to the XML.',
      { required: true, expressions: true },
    ),
    apply: oneOf(
      ['always', 'content-type-xml'],
      'Whether every body is converted, or only one that its Content-Type calls XML.',
      { required: true, expressions: true },
    ),
    'consider-accept-header': boolean(
      'Whether a body is only converted when Accept asks for JSON.',
      { default: true, expressions: true },
    ),
    'always-array-child-elements': boolean('Whether a single child is an array, too.', {
      default: false,
      expressions: true,
    }),
  },
} as const;

export const xmlToJson = definePolicy({
  name: 'xml-to-json',
  doc: 'Converts the body of the request (inbound) or of the response (outbound, on-error) from XML to JSON.',
  reference: 'https://learn.microsoft.com/azure/api-management/xml-to-json-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: allScopes,
  ...xmlToJsonElement,
  examples: [
    '<xml-to-json kind="direct" apply="always" consider-accept-header="false" />',
    '<xml-to-json kind="javascript-friendly" apply="content-type-xml" always-array-child-elements="true" />',
  ],
  compile(policy, build) {
    const { kind, alwaysArrayChildElements } = policy;
    const side = build.section === 'inbound' ? 'request' : 'response';
    return changesBody(
      build,
      (bytes, { headers }, context) => {
        const contentType = headers.get('Content-Type');
        const document = parsed(decode(bytes, charsetIn(contentType)), side);
        const isFriendly = kind(context) === 'javascript-friendly';
        const json = xmlAsJson(document, { isFriendly, arrays: alwaysArrayChildElements(context) });
        headers.set('Content-Type', 'application/json');
        return new TextEncoder().encode(json);
      },
      convertsFrom('XML', policy),
    );
  },
});

/** A document type is refused: nothing of it would be in the JSON. @throws GatewayError */
function parsed(xml: string, side: 'request' | 'response'): XmlDocument {
  const { document, problems } = parseXml(new SourceText('body', xml), { normalize: true });
  const [problem] = problems;
  if (document && !problem) return document;
  const message = `The ${side} body is no XML document. ${problem?.message ?? ''}`;
  throw unreadable(message.trimEnd(), side, undefined);
}
