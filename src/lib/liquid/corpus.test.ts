import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LiquidTemplate } from './LiquidTemplate.ts';

// Policy documents of other people, kept beside the repository and not in it.
const corpus = new URL('../../../../shared/corpus/policies/', import.meta.url);
const skip = existsSync(corpus) ? false : 'the corpus is not here';

const element = /<set-body\b[^>]*\btemplate\s*=\s*["']liquid["'][^>]*>(.*?)<\/set-body/gis;

test('real templates compile, and all that is warned of is wrong on Azure, too', { skip }, () => {
  const problems: string[] = [];
  let count = 0;
  for (const name of readdirSync(corpus)) {
    const document = readFileSync(new URL(name, corpus), 'utf8');
    for (const [, text = ''] of document.matchAll(element)) {
      count++;
      for (const { severity, message } of new LiquidTemplate(text).problems) {
        problems.push(`${severity}: ${message}`);
      }
    }
  }
  assert.ok(count > 200);
  assert.deepEqual(problems, ["warning: There is no Liquid filter 'upcase': it changes nothing."]);
});
