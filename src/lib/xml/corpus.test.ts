import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SourceText } from '../source/SourceText.ts';
import { parseXml } from './parse.ts';
import { printXml } from './print.ts';

// Policy documents of other people, kept beside the repository and not in it.
const corpus = new URL('../../../../shared/corpus/', import.meta.url);
const skip = existsSync(corpus) ? false : 'the corpus is not here';

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly strict: boolean;
}

function entries(): Entry[] {
  const [head = '', ...rows] = readFileSync(new URL('index.tsv', corpus), 'utf8')
    .trim()
    .split('\n');
  const columns = head.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return { id: cell('id'), kind: cell('kind'), strict: cell('strict_xml') === '1' };
  });
}

test('real policies are accepted exactly when they are well-formed XML', { skip }, () => {
  const all = entries();
  const started = performance.now();
  const misjudged = all.filter(({ id, kind, strict }) => {
    const text = readFileSync(new URL(`policies/${id}.xml`, corpus), 'utf8');
    const fragment = kind !== 'full';
    const { document, problems } = parseXml(new SourceText(id, text), { fragment });
    if (document !== undefined && problems.length === 0) assert.equal(printXml(document), text, id);
    return strict !== (problems.length === 0);
  });
  assert.deepEqual(misjudged, []);
  assert.ok(all.length > 1000);
  assert.ok(performance.now() - started < 5000);
});
