/**
 * Expressions over one document, with what this implementation and an independent one (Mono 6.8)
 * both make of them.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { xmlNamespace } from '../xml/namespaces.ts';
import { shownValue } from './testing/evaluate.ts';
import { sampleTree } from './testing/SampleTree.ts';

const namespaces: Readonly<Record<string, string>> = { d: 'urn:d', p: 'urn:p', xml: xmlNamespace };
const options = { namespaceOf: (prefix: string) => namespaces[prefix] ?? null };

function read(file: string): string {
  return readFileSync(new URL(`testing/${file}`, import.meta.url), 'utf8').trimEnd();
}

test('expressions give what an independent implementation gives', () => {
  const root = sampleTree(read('agreed.xml'));
  const rows = read('agreed.tsv').split('\n');
  assert.ok(rows.length > 600);
  const differences = rows.flatMap((row) => {
    const [expression = '', expected] = row.split('\t');
    const given = shownValue(expression, root, options);
    return given === expected ? [] : [{ expression, given, expected }];
  });
  assert.deepEqual(differences, []);
});
