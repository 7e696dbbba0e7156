import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimitExceeded } from '../../runtime/Environment.ts';
import { outcomeOf } from '../../testing/outcome.ts';

const rows: readonly (readonly [what: string, xml: string, json: string])[] = [
  ['an element with only text is a text', '<a>1</a>', '{"a":"1"}'],
  ['an empty element is null, or empty text', '<a><b/><c></c></a>', '{"a":{"b":null,"c":""}}'],
  ['attributes have an @', '<a b="1">t</a>', '{"a":{"@b":"1","#text":"t"}}'],
  [
    'elements of one name are an array',
    '<a><b>1</b><c/><b>2</b></a>',
    '{"a":{"b":["1","2"],"c":null}}',
  ],
  ['mixed content is grouped by kind', '<a>x<b/>y</a>', '{"a":{"#text":["x","y"],"b":null}}'],
  [
    'sections and instructions have names',
    '<a><![CDATA[<]]><?p q?></a>',
    '{"a":{"#cdata-section":"<","?p":"q"}}',
  ],
  ['comments are comments', '<a b="1"><!--c--></a>', '{"a":{"@b":"1"/*c*/}}'],
  [
    'prefixes and declarations are kept',
    '<p:a xmlns:p="u" p:c="1"><p:b/></p:a>',
    '{"p:a":{"@xmlns:p":"u","@p:c":"1","p:b":null}}',
  ],
  [
    'the default namespace is an attribute',
    '<a xmlns="u"><b/></a>',
    '{"a":{"@xmlns":"u","b":null}}',
  ],
  [
    'json:Array asks for an array of one',
    '<a xmlns:j="http://james.newtonking.com/projects/json"><b j:Array="true">1</b></a>',
    '{"a":{"b":["1"]}}',
  ],
  [
    'an array of its like is an array of arrays',
    '<a xmlns:j="http://james.newtonking.com/projects/json"><b j:Array="true"><b>1</b><b>2</b></b></a>',
    '{"a":{"b":[["1","2"]]}}',
  ],
];

for (const [what, xml, json] of rows) {
  test(`${what}: ${json}`, () => {
    const code = `JsonConvert.SerializeObject(XElement.Parse("${xml.replaceAll('"', '\\"')}"))`;
    assert.equal(outcomeOf(code), `System.String ${json}`);
  });
}

test('an element within another is written by itself: declarations around it are not repeated', () => {
  const xml =
    "<a xmlns='urn:x' xmlns:p='urn:p'><b p:q='1'><p:c>2</p:c></b><p:d/><e xmlns='urn:y'><f/></e></a>";
  assert.equal(
    outcomeOf(
      `string.Join("\\n", XElement.Parse("${xml}").Descendants().Select(e => JsonConvert.SerializeObject(e)))`,
    ),
    `System.String ${[
      '{"b":{"@p:q":"1","p:c":"2"}}',
      '{"p:c":"2"}',
      '{"p:d":null}',
      '{"e":{"@xmlns":"urn:y","f":null}}',
      '{"f":null}',
    ].join('\n')}`,
  );
});

test('a document has its declaration and type', () => {
  assert.equal(
    outcomeOf(
      `JsonConvert.SerializeObject(XDocument.Parse("<?xml version='1.0'?><!DOCTYPE a><a/>"))`,
    ),
    'System.String {"?xml":{"@version":"1.0"},"!DOCTYPE":{"@name":"a"},"a":null}',
  );
});

test('a node within other objects is written in place, and becomes tokens', () => {
  assert.equal(
    outcomeOf('JsonConvert.SerializeObject(new { x = XElement.Parse("<a><!--c-->1</a>") })'),
    'System.String {"x":{"a":{/*c*/"#text":"1"}}}',
  );
  assert.equal(
    outcomeOf('JObject.FromObject(XElement.Parse("<a><!--c--><b>1</b></a>"))["a"]["b"]'),
    'Newtonsoft.Json.Linq.JValue 1',
  );
});

test('a tree that is too deep for JSON is refused', () => {
  const code =
    '{ var e = new XElement("a"); for (var i = 0; i < 2000; i++) e = new XElement("a", e); return JsonConvert.SerializeObject(e); }';
  assert.throws(() => outcomeOf(code), LimitExceeded);
});
