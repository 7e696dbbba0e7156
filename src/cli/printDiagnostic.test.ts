import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { printDiagnostic } from './printDiagnostic.ts';

const source = new SourceText('orders.xml', '<retry\n  count="two" />\n');
const at = { code: 'APIM1004', message: 'No number.', source, span: { start: 15, end: 20 } };

test('an error is shown with its place, the line that it is about and a mark under it', () => {
  assert.equal(
    printDiagnostic({ ...at, severity: 'error', hint: 'Write 2.' }),
    [
      'orders.xml:2:9 APIM1004: No number.',
      '   2 |   count="two" />',
      '     |         ^^^^^ Write 2.',
    ].join('\n'),
  );
});

test('what keeps no document from running is called a warning', () => {
  assert.match(
    printDiagnostic({ ...at, severity: 'warning' }),
    /^orders\.xml:2:9 APIM1004 warning: /,
  );
});
