import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { checkText } from './checkPath.ts';

/** What is said of policies in `inbound`, which stand on line 2: place, code and hint. */
function said(...policies: string[]): string[] {
  const text = `<policies><inbound>\n${policies.join('\n')}\n</inbound></policies>`;
  return checkText(new SourceText('test.xml', text), true).map(({ code, hint, source, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${line}:${column} ${code}${hint === undefined ? '' : ` ${hint}`}`;
  });
}

test('an expression without its last bracket ends with the attribute that it is the value of', () => {
  assert.deepEqual(
    said(
      '<set-variable name="id" value="@(context.Request.Headers.GetValueOrDefault("x-id", "")" />',
      '<set-variable name="path" value="@(context.Request.Url.Path)" />',
    ),
    ["2:86 APIM1024 Close it with ')' here."],
  );
  assert.deepEqual(
    said(
      `<set-variable name='id' value='@{ if (true) { return "a b="; }' />`,
      '<set-variable name="n" value="@{ return (1 + 2) * 3; }" />',
    ),
    ["2:62 APIM1024 Close it with '}' here."],
  );
});

test('an expression without its last bracket ends with the element that it is the text of', () => {
  assert.deepEqual(
    said(
      '<set-header name="x-id" exists-action="override"><value> @("id-" + context.RequestId </value></set-header>',
      '<set-method>POST</set-method>',
    ),
    ["2:84 APIM1024 Close it with ')' here."],
  );
});

test('what is wrong within an expression without an end is said where it is', () => {
  assert.deepEqual(
    said(
      '<set-body>@{',
      '  var order = new JObject(new JProperty("id", new JArray(1, 2));',
      '  return order.ToString();',
      '}</set-body>',
      '<set-method>POST</set-method>',
    ),
    ["3:64 CS1026 'JObject(' is not closed"],
  );
  assert.deepEqual(
    said(
      '<set-body>@{',
      '  var id = "order-;',
      '  return id;',
      '}</set-body>',
      '<set-variable name="id" value="@("a")" />',
    ),
    ['3:12 CS1010 a text over several lines is written @"…", where a quote is ""'],
  );
});

test('a comment that takes the last bracket with it is named', () => {
  assert.deepEqual(said('<set-variable name="id" value="@{ return 1; // the first }" />'), [
    "2:58 APIM1024 The comment takes the '}' with it: end its line, or write /* … */.",
  ]);
});

test('a bracket too many behind an expression is named', () => {
  assert.deepEqual(said('<set-variable name="id" value="@(context.RequestId))" />'), [
    "2:32 APIM1023 The expression ends in front of ')': remove that.",
  ]);
});

test('code that is taken as text is told', () => {
  for (const value of [
    '(context.RequestId)',
    '@ (context.RequestId)',
    '@context.RequestId)',
    '((string)context.Api.Id)',
    'context.Request.Method',
    '{ return 1; }',
  ]) {
    assert.deepEqual(said(`<set-variable name="id" value="${value}" />`), ['2:32 APIM1036']);
  }
  for (const value of ['(none)', '{context}', '{ "a": 1 }', 'return', 'context.example']) {
    assert.deepEqual(said(`<set-variable name="id" value='${value}' />`), []);
  }
});

test('an element that belongs into another one is sent there', () => {
  assert.deepEqual(said('<when condition="@(true)" />'), ['2:2 APIM1001 It stands in: choose.']);
  assert.deepEqual(said('<claim name="scp"><value>a</value></claim>'), [
    '2:2 APIM1001 It stands in: validate-azure-ad-token, validate-jwt.',
  ]);
});

test('what is no policy is answered with how it is done, if it is known', () => {
  assert.deepEqual(said('<circuit-breaker />'), [
    "2:2 APIM1001 A circuit breaker belongs to the backend that 'set-backend-service' names.",
  ]);
  assert.deepEqual(
    said('<constructor />').map((each) => each.trim()),
    ['2:2 APIM1001'],
  );
});

test('an attribute that is an element, and an element that is an attribute, are told apart', () => {
  assert.deepEqual(said('<set-header name="x-id" exists-action="override" value="1" />'), [
    '2:50 APIM1002 It is an element: write <value>…</value> within.',
  ]);
  assert.match(
    said('<send-request url="https://a.test" mode="new" response-variable-name="r" />').join(' '),
    /2:15 APIM1002 It is an element: write <set-url>…<\/set-url> within\./,
  );
  assert.deepEqual(said('<set-variable name="id" value="1"><value>1</value></set-variable>'), [
    `2:36 APIM1009 It is an attribute: write value="…" in the tag of 'set-variable'.`,
  ]);
});

test('elements in another order are answered with the order', () => {
  assert.deepEqual(
    said('<return-response><set-body>no</set-body><set-status code="403" /></return-response>'),
    ['2:42 APIM1012 The order is: set-status, set-header, set-body.'],
  );
});

test('the root in another case is answered with its name', () => {
  const source = new SourceText('test.xml', '<Policies><inbound><base /></inbound></Policies>');
  assert.deepEqual(
    checkText(source, true).map(({ code }) => code),
    ['APIM1017'],
  );
});

test('what follows from a missing tag is told when the tag is there', () => {
  const text = [
    '<policies>',
    '<inbound>',
    '<set-variable name="id" value="1">',
    '<set-header name="x-id" exists-action="delete" />',
    '<set-hedaer name="x-no" exists-action="delete" />',
    '<backend><forward-request /></backend>',
    '</policies>',
  ].join('\n');
  const found = checkText(new SourceText('test.xml', text), true);
  assert.deepEqual(
    found.map(({ code, source, span }) => `${source.positionAt(span.start).line} ${code}`),
    ['2 XML1208', '3 XML1208'],
  );
});

test('what is wrong with a misspelt element is told together with its name', () => {
  const codes = (text: string): string[] =>
    said(text).map((line) => line.split(' ').slice(0, 2).join(' '));
  assert.deepEqual(
    codes(
      '<set-heder name="x-id" exists-action="overide"><value>@(context.Foo)</value></set-heder>',
    ),
    ['2:2 APIM1001', '2:39 APIM1004', '2:65 CS1061'],
  );
  assert.deepEqual(
    codes('<choose><wen condition="@(context.Foo)"><return-response /></wen></choose>'),
    ['2:10 APIM1009', '2:35 CS1061'],
  );
});

test('the beginning of a name is answered with the name', () => {
  assert.deepEqual(said('<rate-limit calls="5" renewal="60" />'), [
    "2:23 APIM1002 Did you mean 'renewal-period'?",
    '2:2 APIM1003',
  ]);
});

test('white space without end is read in a time that grows with its length alone', () => {
  // Gone through again from each of its places, this takes minutes.
  const space = ' '.repeat(400_000);
  assert.deepEqual(said(`<set-body>${space}x</set-body>`), []);
  assert.deepEqual(said(`<set-body>@${space}x</set-body>`), []);
});
