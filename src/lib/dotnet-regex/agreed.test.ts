import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DotNetRegex } from './DotNetRegex.ts';
import type { RegexMatch } from './DotNetRegex.ts';
import { matchesFrom, replaceMatches, splitAtMatches, startOf } from './operations.ts';
import { areOptions } from './options.ts';
import { PatternError } from './PatternError.ts';
import { Replacement } from './Replacement.ts';

const spend = (): void => undefined;
const mostMatches = 20;

/** Rows of a file, fields between tabs, other than printable ASCII as `\uXXXX`. */
function rows(name: string): string[][] {
  const text = readFileSync(new URL(`testing/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t').map(unescape));
}

function unescape(field: string): string {
  return field.replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Each group as `+` or `-` and its captures as `index:length`. */
function print({ captures }: RegexMatch): string {
  const groups = captures.map((group) => {
    const spans = group.map(({ start, end }) => `${start}:${end - start} `).join('');
    return `${group.length > 0 ? '+' : '-'}${spans},`;
  });
  return `${groups.join('')};`;
}

function matchesAsText(options: number, pattern: string, text: string): string {
  if (!areOptions(options)) return '!';
  try {
    const regex = new DotNetRegex(pattern, options);
    const matches = matchesFrom(regex, text, startOf(regex, text), spend);
    return matches.take(mostMatches).map(print).toArray().join('');
  } catch (error) {
    if (error instanceof PatternError) return '!';
    throw error;
  }
}

test('random patterns match, capture and are refused as .NET Framework has it', () => {
  for (const [options = '', pattern = '', text = '', expected = ''] of rows('agreed.tsv')) {
    const found = matchesAsText(Number(options), pattern, text);
    assert.equal(found, expected, JSON.stringify([options, pattern, text]));
  }
});

test('random replacements and splits are those of .NET Framework', () => {
  for (const [options = '', pattern = '', text = '', to = '', ...expected] of rows(
    'replaced.tsv',
  )) {
    const regex = new DotNetRegex(pattern, Number(options));
    const replacement = new Replacement(to, Number(options), regex.groups);
    const search = { regex, text, from: startOf(regex, text), spend };
    const replaced = replaceMatches({ ...search, count: -1 }, (match) =>
      replacement.expand(text, match),
    );
    const parts = splitAtMatches({ ...search, count: 0 });
    const found = [replaced.join(''), parts.map((part) => `${part};`).join('')];
    assert.deepEqual(found, expected, JSON.stringify([options, pattern, text, to]));
  }
});
