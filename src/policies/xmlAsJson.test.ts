import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { parseXml } from '../lib/xml/parse.ts';
import { xmlAsJson } from './xmlAsJson.ts';
import type { XmlAsJsonOptions } from './xmlAsJson.ts';

function convert(xml: string, options: Partial<XmlAsJsonOptions> = {}): unknown {
  const { document } = parseXml(new SourceText('xml', xml), { normalize: true });
  return JSON.parse(xmlAsJson(document!, { isFriendly: false, arrays: false, ...options }));
}

test('a document is converted as a live service converts it', () => {
  const xml = `<?xml version="1.0"?>
<soap:Envelope xmlns="http://contoso.example/" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
    <soap:Body>
        <GetOrders>
            <Customer>1234567</Customer>
        </GetOrders>
    </soap:Body>
</soap:Envelope>`;
  assert.deepEqual(convert(xml), {
    version: '1.0',
    soap$Envelope: {
      '@xmlns': 'http://contoso.example/',
      '@xmlns$soap': 'http://schemas.xmlsoap.org/soap/envelope/',
      soap$Body: { GetOrders: { Customer: '1234567' } },
    },
  });
});

test('elements that repeat are an array in their first place, one that stands alone is none', () => {
  const xml = '<r><a>1</a><b>2</b><a>3</a></r>';
  assert.deepEqual(convert(xml), { r: { a: ['1', '3'], b: '2' } });
  assert.deepEqual(convert(xml, { arrays: true }), { r: { a: ['1', '3'], b: ['2'] } });
});

test('text beside attributes or elements has a name, white space between elements is nothing', () => {
  assert.deepEqual(convert('<a id="7">x<![CDATA[ & y]]></a>'), {
    a: { '@id': '7', '#text': 'x & y' },
  });
  assert.deepEqual(convert('<a>\n  <b> x </b>\n</a>'), { a: { b: ' x ' } });
  assert.deepEqual(convert('<a>x<b/>y</a>'), { a: { '#text': 'xy', b: null } });
});

test('an element without anything is null, with an end tag it is an empty text', () => {
  assert.deepEqual(convert('<r><a/><b></b></r>'), { r: { a: null, b: '' } });
});

test('javascript-friendly names hold neither @ nor #, and nothing is lost where they meet', () => {
  const xml = '<a id="7" x:k="8"><id>9</id>text</a>';
  assert.deepEqual(convert(xml, { isFriendly: true }), {
    a: { id: ['7', '9'], x$k: '8', $text: 'text' },
  });
});

test('names from the prototype of objects are names like others', () => {
  assert.equal(
    JSON.stringify(convert('<r><__proto__>1</__proto__><constructor>2</constructor></r>')),
    '{"r":{"__proto__":"1","constructor":"2"}}',
  );
});
