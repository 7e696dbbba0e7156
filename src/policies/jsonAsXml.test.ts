import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../lib/testing/properties.ts';
import { JsonReadError } from '../lib/newtonsoft/JsonReadError.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { parseXml } from '../lib/xml/parse.ts';
import { jsonAsXml, NoXmlCharacter } from './jsonAsXml.ts';
import type { JsonAsXmlOptions } from './jsonAsXml.ts';

const plain: JsonAsXmlOptions = {
  dates: false,
  separator: '_',
  namespacePrefix: undefined,
  attributeBlock: undefined,
};

const convert = (json: string, options: Partial<JsonAsXmlOptions> = {}): string =>
  jsonAsXml(json, { ...plain, ...options });

test('one member at the top is the root; anything else stands in Document', () => {
  assert.equal(convert('{"order": {"id": 7}}'), '<order><id>7</id></order>');
  assert.equal(convert('{"a": 1, "b": 2}'), '<Document><a>1</a><b>2</b></Document>');
  assert.equal(convert('{"a": [1, 2]}'), '<Document><a>1</a><a>2</a></Document>');
  assert.equal(
    convert('[1, 2]'),
    '<Document><Document>1</Document><Document>2</Document></Document>',
  );
  assert.equal(convert('5'), '<Document>5</Document>');
  assert.equal(convert(''), convert('null'));
});

test('scalars are written as .NET writes them, null as xsi:nil', () => {
  const nil = '<a xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" />';
  assert.equal(convert('{"a": null}'), nil);
  assert.equal(convert('{"a": true}'), '<a>True</a>');
  assert.equal(convert('{"a": 1.50}'), '<a>1.5</a>');
  assert.equal(convert('{"a": 12345678901234567890}'), '<a>12345678901234567890</a>');
  assert.equal(convert('{"a": "x < y & z"}'), '<a>x &lt; y &amp; z</a>');
  assert.equal(convert('{"a": ""}'), '<a />');
});

test('an empty array and an empty object are empty elements, an array in an array is an element', () => {
  assert.equal(convert('{"r": {"a": [], "b": {}}}'), '<r><a /><b /></r>');
  assert.equal(
    convert('{"r": {"a": [[1, 2], [3]]}}'),
    '<r><a><a>1</a><a>2</a></a><a><a>3</a></a></r>',
  );
});

test('dates are read as dates unless they are only copied', () => {
  const json = '{"at": "2026-03-14T09:26:53Z"}';
  assert.equal(convert(json, { dates: true }), '<at>03/14/2026 09:26:53</at>');
  assert.equal(convert(json), '<at>2026-03-14T09:26:53Z</at>');
});

test('members with the namespace prefix declare namespaces, and only declared prefixes are prefixes', () => {
  const options = { separator: ':', namespacePrefix: 'xmlns' };
  assert.equal(
    convert(
      '{"s:Envelope": {"xmlns:s": "urn:s", "xmlns": "urn:d", "s:Body": {}, "t:x": 1}}',
      options,
    ),
    '<s:Envelope xmlns:s="urn:s" xmlns="urn:d"><s:Body /><t_x003A_x>1</t_x003A_x></s:Envelope>',
  );
  assert.equal(convert('{"first_name": "Ada"}'), '<first_name>Ada</first_name>');
});

test('the attribute block holds the attributes of its element', () => {
  const json = '{"q": {"#attrs": {"name": "a\\"b", "n": 1}, "item": 2}}';
  const options = { attributeBlock: '#attrs' };
  assert.equal(convert(json, options), '<q name="a&quot;b" n="1"><item>2</item></q>');
});

test('names that XML does not have are escaped as XmlConvert does', () => {
  assert.equal(
    convert('{"r": {"1 a": 1, "": 2}}'),
    '<r><_x0031__x0020_a>1</_x0031__x0020_a><_>2</_></r>',
  );
});

test('what is no JSON, or holds what XML cannot hold, is refused', () => {
  assert.throws(() => convert('{"a": '), JsonReadError);
  assert.throws(() => convert('{} {}'), JsonReadError);
  assert.throws(() => convert(`${'['.repeat(100)}${']'.repeat(100)}`), JsonReadError);
  assert.throws(() => convert('{"a": "\\u0000"}'), NoXmlCharacter);
});

test('what comes out is well-formed XML, whatever the JSON', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom('_', ':'), (json, separator) => {
      try {
        const xml = convert(json, { separator, namespacePrefix: 'xmlns', attributeBlock: 'a' });
        assert.deepEqual(parseXml(new SourceText('xml', xml)).problems, []);
      } catch (error) {
        if (!(error instanceof NoXmlCharacter)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});
