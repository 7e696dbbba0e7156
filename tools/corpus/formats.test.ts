import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfExpression } from '../../src/expressions/syntax/skip.ts';
import type { XmlNode } from '../../src/lib/xml/nodes.ts';
import { parseXml } from '../../src/lib/xml/parse.ts';
import { escapeHoles, printXml } from '../../src/lib/xml/print.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { corpusDocuments, readKnown, skip } from './documents.ts';
import { fillPlaceholders } from './placeholders.ts';

const { fillings } = readKnown();

test(
  'documents print in both formats without losing a comment, an expression or white space',
  { skip },
  () => {
    let printed = 0;
    for (const { id, text: found } of corpusDocuments()) {
      const text = fillPlaceholders(found, fillings[id] ?? []);
      const raw = parseXml(new SourceText(id, text), { fragment: true, verbatim: endOfExpression });
      if (raw.problems.length > 0 || !raw.document) continue;
      printed++;
      assert.equal(printXml(raw.document), text, `${id} as rawxml`);
      const xml = printXml(raw.document, escapeHoles);
      const read = parseXml(new SourceText(id, xml), { fragment: true });
      assert.deepEqual(read.problems, [], `${id} as xml`);
      assert.deepEqual(
        meaningOf(read.document?.children ?? []),
        meaningOf(raw.document.children),
        id,
      );
      assert.equal(read.document && printXml(read.document), xml, `${id} as xml again`);
    }
    assert.ok(printed > 1_900, `${printed} documents`);
  },
);

/** What a reader of the document gets, however it is written. */
function meaningOf(nodes: readonly XmlNode[]): unknown[] {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'element':
        return [
          node.name,
          ...node.attributes.map(({ name, value }) => `${name}=${value.text}`),
          ...meaningOf(node.children),
        ];
      case 'text':
        return node.value.text;
      default:
        return node.raw;
    }
  });
}
