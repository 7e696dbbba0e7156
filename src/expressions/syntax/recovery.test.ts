import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { parseStatementText } from './parse.ts';

function told(text: string): string[] {
  const { diagnostics } = parseStatementText(new SourceText('test', text));
  return diagnostics.map(({ code, source, span }) => {
    const { line, column } = source.positionAt(span.start);
    return `${code}@${line}:${column}`;
  });
}

const several: readonly (readonly [text: string, ...codes: string[]])[] = [
  ['var a = ;\nvar b = 1;\nreturn a b;', 'CS1525@1:9', 'CS1002@3:10'],
  ['return a not b;\nreturn c[;\nreturn 1', 'CS1002@1:10', 'CS1525@2:10', 'CS1002@3:9'],
  ['if (a not b) { return 1 }\nreturn 2;;', 'CS1026@1:7', 'CS1002@1:25'],
  ['f(a b, c d);\ng(1 2);', 'CS1003@1:5', 'CS1003@1:10', 'CS1003@2:5'],
  ['f(a and b, c);', 'CS1026@1:5'],
  ['var x = foo bar\n  + 2;\nvar y = ;', 'CS1002@1:13', 'CS1525@3:9'],
  ["var s = 'abc;\nvar t = ;", 'CS1010@1:9', 'CS1525@2:9'],
  ['var s = "abc;\nreturn s', 'CS1010@1:9', 'CS1002@2:9'],
  ['foreach (var x of xs) { f(x) }', 'CS1515@1:16', 'CS1002@1:30'],
  ['if x == 1 { return 2 }', 'CS1003@1:4', 'CS1002@1:22'],
  ['while true { }', 'CS1003@1:7'],
  ['@(1);\nreturn 1', 'CS1056@1:1', 'CS1002@2:9'],
  ['if (a) { return ; }\nelse return b', 'CS1002@2:14'],
  ['var x = 1\nvar y = 2\nreturn x', 'CS1002@1:10', 'CS1002@2:10', 'CS1002@3:9'],
];

for (const [text, ...codes] of several) {
  test(`each mistake is told once: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(told(text), codes);
  });
}

test('a list whose next item is none comes to an end', () => {
  for (const text of [
    'return from x in f("s", (, ) select x;',
    'return from x in f(select) select x;',
    'return from x in new[] { select } select x;',
    'return f(, , ) + new[] { , };',
  ]) {
    assert.ok(told(text).length > 0, text);
  }
});
