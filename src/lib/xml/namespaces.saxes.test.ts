import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { SaxesParser } from 'saxes';
import { SourceText } from '../source/SourceText.ts';
import { resolveNamespaces, xmlNamespace, xmlnsNamespace } from './namespaces.ts';
import { parseXml } from './parse.ts';

const attribute = fc.tuple(
  fc.constantFrom(
    'p:y',
    'q:y',
    'y',
    'xml:y',
    'xmlns',
    'xmlns:p',
    'xmlns:q',
    'xmlns:xml',
    'p:x',
    'q:x',
    'x',
    'xml:x',
    'p:',
    ':',
  ),
  fc.constantFrom('u', 'u', 'v', '', xmlNamespace, xmlnsNamespace),
);

/** Small documents, well formed but for their namespaces, which are now right and now wrong. */
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom('a', 'b', 'p:a', 'p:b', 'q:a', 'xml:a', 'xmlns:a', 'p:a:b'),
      fc.uniqueArray(attribute, { maxLength: 3, selector: ([name]) => name }),
      fc.oneof({ depthSize: 'small' }, fc.constant(''), tie('element')),
      fc.oneof({ depthSize: 'small' }, fc.constant(''), tie('element')),
    )
    .map(([name, attributes, first, second]) => {
      const inner = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
      return `<${name}${inner}>${first}${second}</${name}>`;
    }),
}));

/** The namespace of each element and then of its attributes; undefined when saxes refuses any. */
function saxesNamespaces(text: string): string[] | undefined {
  const found: string[] = [];
  let refused = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => (refused = true));
  parser.on('opentag', ({ uri, attributes }) => {
    found.push(uri, ...Object.values(attributes).map((each) => each.uri));
  });
  parser.write(text).close();
  return refused ? undefined : found;
}

function ourNamespaces(text: string): string[] | undefined {
  const { document, problems } = parseXml(new SourceText('any.xml', text));
  assert.deepEqual(problems, []);
  assert.ok(document !== undefined);
  const resolved = resolveNamespaces(document);
  if (resolved.problems.length > 0) return undefined;
  return [...resolved.names.values()].map(({ namespace }) => namespace);
}

test('names get the namespaces that saxes gives them, and are refused when it refuses them', () => {
  fc.assert(
    fc.property(element, fc.boolean(), (inner, declare) => {
      const text = declare ? `<r xmlns:p="u" xmlns:q="v">${inner}</r>` : inner;
      assert.deepEqual(ourNamespaces(text), saxesNamespaces(text));
    }),
    { numRuns: 2000 },
  );
});
