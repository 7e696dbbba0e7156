import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiquidError } from './LiquidError.ts';
import { liquidOfJson } from './jsonValue.ts';
import { rendered } from './rendered.fixture.ts';
import { liquidOfXml } from './xmlValue.ts';

function ofJson(template: string, json: string, findsDates = true): string {
  return rendered(template, { body: liquidOfJson(json, { findsDates }) });
}

function ofXml(template: string, xml: string, nil: 'blank' | 'null' = 'blank'): string {
  return rendered(template, { body: liquidOfXml(xml, nil) });
}

test('JSON keeps integers and floats apart, and large integers whole', () => {
  const json = '{"i":5,"f":5.0,"big":12345678901234567890,"t":true,"n":null,"s":"x"}';
  assert.equal(ofJson('{{ body.i | DividedBy: 2 }} {{ body.f | DividedBy: 2 }}', json), '2 2.5');
  assert.equal(
    ofJson('{{ body.big }} {{ body.t }} {{ body.n }}{{ body.s }}', json),
    '12345678901234567890 true x',
  );
});

test('JSON objects and arrays are found by name and index', () => {
  const json = '{"a":{"b":[{"c":"x"},{"c":"y"}]},"__proto__":{"z":1}}';
  assert.equal(ofJson('{{ body.a.b[1].c }}{{ body.a.b.size }}{{ body.__proto__.z }}', json), 'y21');
  assert.equal(ofJson('{% for i in body %}{{ i }}{% endfor %}', '[1,[2,3],"x"]'), '123x');
  assert.equal(ofJson('[{{ body.constructor }}{{ body.a.toString }}]', json), '[]');
});

test('texts that look like dates are dates, unless that is turned off', () => {
  const json = '{"iso":"2012-03-21T05:40:00Z","ms":"/Date(1198908717056)/","day":"2012-03-21"}';
  assert.equal(
    ofJson('{{ body.iso }} {{ body.ms }} {{ body.day }}', json),
    '03/21/2012 05:40:00 12/29/2007 06:11:57 2012-03-21',
  );
  assert.equal(ofJson('{{ body.iso }}', json, false), '2012-03-21T05:40:00Z');
  assert.equal(ofJson('{{ body.iso | Date: "yyyy" }}', json), '2012');
});

test('what is no JSON, or nests too deeply, is a LiquidError; nothing is nothing', () => {
  for (const json of ['{', '{"a":}', '[1', '{"a":1}}', '['.repeat(100)]) {
    assert.throws(() => liquidOfJson(json, { findsDates: true }), LiquidError, json);
  }
  assert.equal(liquidOfJson(' ', { findsDates: true }), null);
});

const soap = `<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body><m:GetOrder xmlns:m="urn:m"><m:Id>7</m:Id><line no="1">a</line><line no="2">b</line></m:GetOrder></soap:Body>
</soap:Envelope>`;

test('XML elements are found by local name in any case, prefixes aside', () => {
  assert.equal(ofXml('{{ body.envelope.body.GetOrder.Id }}', soap), '7');
  assert.equal(ofXml('{{ body.Envelope.Body.GetOrder.Id }}', soap), '7');
});

test('XML elements of one name are a list, and a loop over a single one is one round', () => {
  assert.equal(
    ofXml(
      '{% for l in body.envelope.body.GetOrder.line %}{{ l }}{{ l.no }}{{ l["@no"] }},{% endfor %}',
      soap,
    ),
    'a11,b22,',
  );
  const single = '<order><line><sku>a</sku></line></order>';
  assert.equal(ofXml('{% for l in body.order.line %}{{ l.sku }};{% endfor %}', single), 'a;');
});

test('XML text is text, with CDATA and references read', () => {
  assert.equal(ofXml('{{ body.a }}', '<a>1 &lt; <![CDATA[<2>]]></a>'), '1 < <2>');
  assert.equal(
    ofXml('{{ body.a }}|{{ body.a["#text"] }}|{{ body.a.b }}', '<a>x<b>y</b></a>'),
    'xy|x|y',
  );
});

test('xsi:nil is blank or nothing', () => {
  const xml = '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><b xsi:nil="true"/></a>';
  const template = '{% if body.a.b == nil %}null{% else %}blank{% endif %}';
  assert.equal(ofXml(template, xml), 'blank');
  assert.equal(ofXml(template, xml, 'null'), 'null');
});

test('what is no XML, has a document type or nests too deeply is a LiquidError', () => {
  for (const xml of [
    '<a>',
    '<a></b>',
    'x',
    '<p:a/>',
    '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
    '<a>'.repeat(300),
  ]) {
    assert.throws(() => liquidOfXml(xml, 'blank'), LiquidError, xml);
  }
  assert.equal(liquidOfXml(' ', 'blank'), null);
});

test('an XML element with attributes is compared and computed with by its text', () => {
  const xml = '<o><p c="EUR">5</p><p c="USD">10</p><q c="x">abc</q></o>';
  assert.equal(
    ofXml('{% if body.o.p[0] == 5 and body.o.q contains "b" %}yes{% endif %}', xml),
    'yes',
  );
  assert.equal(ofXml('{% if body.o.q == "abc" and body.o.q < "abd" %}yes{% endif %}', xml), 'yes');
  assert.equal(ofXml('{{ body.o.q | Plus: body.o.p[0] }}', xml), 'abc5');
  assert.equal(ofXml('{{ body.o.p | Sort | First }}', xml), '10');
});
