import { beginsExpression, ExpressionEnds } from '../../expressions/syntax/skip.ts';
import type { XmlElement, XmlNode } from '../../lib/xml/nodes.ts';
import { parseXml } from '../../lib/xml/parse.ts';
import { likelyEnd } from './likelyEnd.ts';
import type { PolicyText } from './PolicyText.ts';
import { refuseAround } from './refuseAround.ts';

/** Characters of one document: the service limits page says 256 KiB, and 512 KB for a fragment. */
const maxLength = 512 * 1024;

export type PolicyFormat = 'xml' | 'rawxml';

/** Reads the text of a document or fragment; undefined after its faults were reported. */
export function readPolicy(text: PolicyText, format: PolicyFormat): XmlElement | undefined {
  const nodes = readNodes(text, format);
  const root = nodes?.find((node) => node.kind === 'element');
  if (nodes) refuseAround(nodes, root, text);
  return root;
}

/** All nodes at the top of a text, of which a document has one element and a snippet several. */
export function readNodes(text: PolicyText, format: PolicyFormat): readonly XmlNode[] | undefined {
  const source = text.filled;
  if (source.text.length > maxLength) {
    text.report('APIM1029', { start: 0, end: 0 }, [String(maxLength)]);
    return undefined;
  }
  const { document, problems } = parseXml(source, {
    fragment: true,
    ...(format === 'rawxml' ? { verbatim: endsOfHoles() } : {}),
  });
  for (const problem of problems) text.adopt(problem);
  return document?.children;
}

/** APIM's raw format: within `@(…)` and `@{…}` no character is markup. */
function endsOfHoles(): (text: string, offset: number) => number | undefined {
  const ends = new ExpressionEnds();
  return (text, offset) => {
    if (!beginsExpression(text, offset) || ends.hasGivenUp) return undefined;
    return ends.of(text, offset) ?? likelyEnd(text, offset);
  };
}
