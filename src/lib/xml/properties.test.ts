import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { SourceText } from '../source/SourceText.ts';
import { resolveNamespaces } from './namespaces.ts';
import type { XmlOptions } from './options.ts';
import { parseXml } from './parse.ts';
import { printXml } from './print.ts';
import { mutated, noise, scraps, wellFormed } from './testing/documents.ts';
import { assertPlaced } from './testing/placement.ts';

const anyText = fc.oneof(wellFormed, mutated, scraps, noise);

const anyOptions: fc.Arbitrary<XmlOptions> = fc.record({
  fragment: fc.boolean(),
  normalize: fc.boolean(),
  doctype: fc.constantFrom('keep', 'refuse'),
  verbatim: fc.constantFrom(
    () => undefined,
    (text: string, offset: number) => text.indexOf(')', offset) + 1 || undefined,
    (_: string, offset: number) => offset + 3,
  ),
});

test('no text makes the reader throw, and all spans lie where they should', () => {
  fc.assert(
    fc.property(anyText, anyOptions, (text, options) => {
      const { document, problems } = parseXml(new SourceText('any.xml', text), options);
      assert.ok(document !== undefined);
      assertPlaced(document);
      for (const { span } of [...problems, ...resolveNamespaces(document).problems]) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a text without problems prints as it was', () => {
  fc.assert(
    fc.property(anyText, anyOptions, (text, options) => {
      const { document, problems } = parseXml(new SourceText('any.xml', text), options);
      fc.pre(problems.length === 0);
      assert.ok(document !== undefined);
      assert.equal(printXml(document), text);
    }),
    { numRuns: 2000 },
  );
});

test('each decoded character maps to itself or to the reference that stands for it', () => {
  fc.assert(
    fc.property(wellFormed, (text) => {
      const { document } = parseXml(new SourceText('any.xml', text));
      for (const { value, valueSpan } of document?.root?.attributes ?? []) {
        assert.equal(value.sourceOffset(0), valueSpan.start);
        assert.equal(value.sourceOffset(value.text.length), valueSpan.end);
        for (let at = 0; at < value.text.length; at++) {
          const written = text[value.sourceOffset(at)];
          assert.ok(written === value.text[at] || written === '&');
        }
      }
    }),
    { numRuns: 300 },
  );
});
