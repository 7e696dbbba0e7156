import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decoding } from './decode.ts';
import { decode, MappedText } from './decode.ts';

const cases: readonly (readonly [raw: string, decoded: string, decoding?: Decoding])[] = [
  ['plain', 'plain'],
  ['&lt;&gt;&amp;&quot;&apos;', `<>&"'`],
  ['&#65;&#x42;&#x1F600;', 'AB😀'],
  ['&amp;lt;', '&lt;'],
  ['a && b &c; &#0; &#xD800; &#x110000; &#; &lt', 'a && b &c; &#0; &#xD800; &#x110000; &#; &lt'],
  ['1\r\n2\r3\t4', '1\r\n2\r3\t4'],
  ['1\r\n2\r3\n4\t&#13;', '1\n2\n3\n4\t\r', 'text'],
  ['1\r\n2\r3\n4\t5&#13;&#10;&#9;', '1 2 3 4 5\r\n\t', 'attribute'],
  ['&lt;\r\n', '&lt;\n', 'cdata'],
];

for (const [raw, decoded, decoding] of cases) {
  test(`${JSON.stringify(raw)} decodes to ${JSON.stringify(decoded)} (${decoding ?? 'references'})`, () => {
    assert.equal(decode(raw, 0, decoding).text, decoded);
  });
}

test('each decoded character maps to where it was written', () => {
  const mapped = decode('a&lt;b&#x1F600;c', 100);
  assert.equal(mapped.text, 'a<b😀c');
  const offsets = Array.from({ length: 7 }, (_, offset) => mapped.sourceOffset(offset));
  assert.deepEqual(offsets, [100, 101, 105, 106, 106, 115, 116]);
});

test('a span of decoded text maps to the whole of the references in it', () => {
  const mapped = decode('x&amp;&amp;y', 10);
  assert.deepEqual(mapped.sourceSpan({ start: 1, end: 3 }), { start: 11, end: 21 });
  assert.deepEqual(mapped.sourceSpan({ start: 0, end: 1 }), { start: 10, end: 11 });
});

test('a line break that became one character maps to its first', () => {
  const mapped = decode('a\r\nb', 0, 'text');
  assert.deepEqual(
    [0, 1, 2, 3].map((offset) => mapped.sourceOffset(offset)),
    [0, 1, 3, 4],
  );
});

test('offsets outside the text are clamped to it', () => {
  const mapped = new MappedText('abc', 5);
  assert.equal(mapped.sourceOffset(-1), 5);
  assert.equal(mapped.sourceOffset(99), 8);
  assert.equal(decode('&lt;', 5).sourceOffset(99), 9);
});

test('joined texts keep their places, with what stands between left out', () => {
  const joined = MappedText.join([decode('a&lt;', 10), decode('b&gt;c', 30)]);
  assert.equal(joined.text, 'a<b>c');
  const offsets = Array.from({ length: 6 }, (_, offset) => joined.sourceOffset(offset));
  assert.deepEqual(offsets, [10, 11, 30, 31, 35, 36]);
  assert.equal(MappedText.join([]).text, '');
});
