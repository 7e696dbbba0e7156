import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { remarksOn } from './beyondAllowList.ts';

test('remarks stand where the author wrote the name, behind references and named values', () => {
  const text = [
    '<policies><inbound>',
    '<set-variable name="a" value="@(DateTime.TryParse(&quot;{{when}}&quot;, out var d))" />',
    '<set-body>@{ return {{x}} + DateTime.Now.Kind; }</set-body>',
    '<set-body>@(DateTime.Now.AddDays(1))</set-body>',
    '</inbound></policies>',
  ].join('\n');
  const source = new SourceText('p.xml', text);
  const remarks = remarksOn({ source, format: 'rawxml' });
  assert.deepEqual(
    remarks.map(({ code, severity, span }) => [
      code,
      severity,
      source.positionAt(span.start).line,
      text.slice(span.start, span.end),
    ]),
    [
      ['APIM2151', 'info', 2, 'TryParse'],
      ['APIM2151', 'info', 3, 'Kind'],
    ],
  );
});

test('a document with faults has the remarks that can be made', () => {
  const source = new SourceText('p.xml', '<a b="@(DateTime.Now.Kind.)"><c>@(');
  assert.equal(remarksOn({ source, format: 'rawxml' }).length, 1);
});
