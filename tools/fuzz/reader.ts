import assert from 'node:assert/strict';
import { endOfExpression } from '../../src/expressions/syntax/skip.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';
import { parseXml } from '../../src/lib/xml/parse.ts';
import { printXml } from '../../src/lib/xml/print.ts';
import { checkText } from '../../src/server/checkPath.ts';
import { mutate } from './mutate.ts';
import { documentSeeds, markup, pieces } from './seeds.ts';
import { assertInside } from './spans.ts';
import type { Target } from './target.ts';

const inserts = [...markup, ...markup, ...pieces];

/** Any text is read in both formats, prints as it was when it has no problems, and is checked. */
export const reader: Target = {
  name: 'reader',
  generate: (random) => mutate(random.pick(documentSeeds), inserts, random),
  run(text) {
    const source = new SourceText('fuzz.xml', text);
    for (const verbatim of [undefined, endOfExpression]) {
      const { document, problems } = parseXml(source, {
        fragment: true,
        ...(verbatim ? { verbatim } : {}),
      });
      assertInside(problems, text);
      if (document && problems.length === 0) assert.equal(printXml(document), text);
    }
    assertInside(checkText(source, true), text);
  },
};
