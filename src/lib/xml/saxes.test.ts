import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { SaxesParser } from 'saxes';
import { SourceText } from '../source/SourceText.ts';
import type { XmlDocument, XmlNode } from './nodes.ts';
import { parseXml } from './parse.ts';
import { mutated, scraps, wellFormed } from './testing/documents.ts';

type Event = readonly [kind: string, ...values: unknown[]];

/** What saxes, another reader of XML 1.0, says of a text; undefined when it refuses it. */
function saxesEvents(text: string): Event[] | undefined {
  const events: Event[] = [];
  let depth = 0;
  let refused = false;
  const parser = new SaxesParser({ defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', () => (refused = true));
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    events.push(['open', name, Object.entries(attributes)]);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.push(['close', name]);
  });
  parser.on('text', (value) => depth > 0 && events.push(['text', value]));
  parser.on('cdata', (value) => events.push(['cdata', value]));
  parser.on('comment', (value) => events.push(['comment', value]));
  parser.on('processinginstruction', ({ target, body }) => events.push(['pi', target, body]));
  parser.write(text).close();
  return refused ? undefined : events;
}

function ourEvents(text: string): Event[] | undefined {
  const options = { normalize: true, doctype: 'keep' } as const;
  const { document, problems } = parseXml(new SourceText('any.xml', text), options);
  return document === undefined || problems.length > 0 ? undefined : eventsOf(document);
}

function eventsOf({ children }: XmlDocument): Event[] {
  // Around the root element saxes tells of no text.
  return children.filter(({ kind }) => kind !== 'text').flatMap(nodeEvents);
}

function nodeEvents(node: XmlNode): Event[] {
  switch (node.kind) {
    case 'element': {
      const attributes = node.attributes.map(({ name, value }) => [name, value.text]);
      const content = node.children.flatMap(nodeEvents);
      return [['open', node.name, attributes], ...content, ['close', node.name]];
    }
    case 'text':
    case 'cdata':
      return [[node.kind, node.value.text]];
    case 'comment':
      return [['comment', node.value]];
    case 'instruction':
      return [['pi', node.target, node.value]];
    default:
      return [];
  }
}

test('well-formed documents are read as saxes reads them', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const events = ourEvents(text);
      assert.ok(events !== undefined);
      assert.deepEqual(events, saxesEvents(text));
    }),
    { numRuns: 2000 },
  );
});

// saxes looks for the end of a document type declaration, and at nothing else in it; and it lets a
// question mark directly follow the target of a processing instruction.
const laxInSaxes = /<!DOCTYPE|<\?[^\s?]+\?(?!>)/;

test('damaged documents are refused when saxes refuses them, and otherwise read alike', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, scraps), (text) => {
      // saxes joins a lone surrogate with whatever follows it.
      fc.pre(text.isWellFormed());
      const events = ourEvents(text);
      fc.pre(events !== undefined || !laxInSaxes.test(text));
      assert.deepEqual(events, saxesEvents(text));
    }),
    { numRuns: 2000 },
  );
});
