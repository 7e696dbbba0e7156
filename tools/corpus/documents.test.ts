import assert from 'node:assert/strict';
import { test } from 'node:test';
import { corpusDocuments, errorsOf, readKnown, skip } from './documents.ts';
import { fillPlaceholders, findFilling } from './placeholders.ts';

const { faulty, fillings } = readKnown();

test(
  'every document of the corpus compiles but those with known faults of their own',
  { skip },
  () => {
    const known = new Set(faulty.flatMap(({ ids }) => ids));
    const failures = corpusDocuments()
      .filter(({ id }) => !known.has(id))
      .flatMap((document) => {
        const [first] = errorsOf(document, fillings[document.id]);
        return first ? [`${document.id} ${first.code} ${first.message}`] : [];
      });
    assert.deepEqual(failures, []);
  },
);

test('every fault of a document of the corpus has a reason', () => {
  for (const { codes, reason } of faulty) assert.notEqual(reason, '', codes);
});

test('placeholders of other tools are filled with what leaves no faults', () => {
  const text = '<a x="${one}" y="#{two}#" z="{{kept}}" />\n<b>${one}</b>';
  const wanted = ['42', 'true'];
  const oneByOne = (candidate: string): number[] =>
    ['x="42"', 'y="true"'].flatMap((part) => (candidate.includes(part) ? [] : [1]));
  assert.deepEqual(findFilling(text, oneByOne), wanted);
  const filled = fillPlaceholders(text, wanted);
  assert.equal(filled, `<a x="42" y="true" z="{{kept}}" />\n<b>42</b>`);
});
