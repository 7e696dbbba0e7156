import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { emptyWorkspace } from '../../server/readWorkspace.ts';
import { findingsIn } from './findings.ts';
import { Lines } from './Lines.ts';
import { namesIn } from './unknownReferences.ts';

const names = namesIn(emptyWorkspace);

test('findings are where the words stand, whatever stands before them', () => {
  const space = fc.constantFrom(' ', '\t', '\r\n', '\n', '\r', '/* 😀 */', '&#32;', '&#x9;');
  const string = fc.constantFrom('"a"', '&quot;é&quot;', '"😀\u{10400}"', '"&amp;&lt;"', '@"\t"');
  const around = fc.array(
    fc.oneof(
      space,
      string.map((each) => `${each} +`),
    ),
    { maxLength: 8 },
  );
  const start = fc.constantFrom('', '\uFEFF', '<?xml version="1.0"?>\r\n', '<!-- \u{1F600} -->\r');
  fc.assert(
    fc.property(start, around, fc.constantFrom('"', "'", ''), (before, code, quote) => {
      const hole = `@(${code.join(' ')} conText.Request)`;
      const text =
        quote === ''
          ? `${before}<policies>\r\n\t<inbound><set-body>${hole}</set-body></inbound></policies>`
          : `${before}<policies><inbound>\n<rewrite-uri\ttemplate=${quote}${hole}${quote} /></inbound></policies>`;
      const [found] = findingsIn(new SourceText('file:///policy.xml', text), names);
      assert.equal(found?.diagnostic.code, 'CS0103', text);
      // An editor that replaces the range replaces the word.
      const lines = new Lines(text);
      lines.replace(found.diagnostic.range, 'context');
      assert.equal(lines.toString(), text.replace('conText', 'context'));
      const fixed = new Lines(text);
      for (const { range, newText } of found.fix?.edits ?? []) fixed.replace(range, newText);
      assert.equal(fixed.toString(), lines.toString());
    }),
    { numRuns: 60 },
  );
});
