import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '../csharp-oracle/Random.ts';
import { search } from './search.ts';
import { failureOf, shrink } from './target.ts';
import { targets } from './targets.ts';

for (const target of targets) {
  test(`the ${target.name} takes any text without throwing, hanging or pointing outside`, () => {
    assert.deepEqual(search([target], new Random(1), target.slice ?? 60), []);
  });
}

test('what a target throws is found and shrunk to what makes it throw', () => {
  const picky = {
    name: 'picky',
    generate: () => 'many words, one of them bad, and more',
    run(text: string) {
      if (text.includes('bad')) throw new Error('no');
    },
  };
  const [finding] = search([picky], new Random(1), 1);
  assert.equal(finding?.target, picky);
  assert.equal(shrink(picky, finding.text, finding.error), 'bad');
  assert.equal(failureOf(picky, 'good'), undefined);
});
