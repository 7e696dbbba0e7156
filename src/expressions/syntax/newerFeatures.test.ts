import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { parseStatementText } from './parse.ts';

function told(text: string): string[] {
  const { diagnostics } = parseStatementText(new SourceText('test', text));
  return diagnostics.map(({ code, message, source, span }) => {
    const { line, column } = source.positionAt(span.start);
    const version = /needs C# (\d+)/.exec(message)?.[1];
    return `${code}${version === undefined ? '' : `/${version}`}@${line}:${column}`;
  });
}

/** Each says one thing, and nothing that only follows from it. */
const newer: readonly (readonly [text: string, ...codes: string[]])[] = [
  ['return x switch { 1 => "a", _ => "b" };', 'CS8370/8@1:10'],
  ['return x switch { > 3 and < 5 => "a", { A: 1 } => "b" };', 'CS8370/8@1:10'],
  ['return x is not null;', 'CS8370/9@1:13'],
  ['return x is > 0;', 'CS8370/9@1:13'],
  ['return x is 1 or 2 && y;', 'CS8370/9@1:13'],
  ['if (x is string or int) { return 1; }', 'CS8370/9@1:10'],
  ['return x is { Length: 1 };', 'CS8370/8@1:13'],
  ['if (x is string { Length: > 3 } s) return s;', 'CS8370/8@1:10'],
  ['return x is (1, _);', 'CS8370/8@1:13'],
  ['return x is [1, ..];', 'CS8370/11@1:13'],
  [
    'switch (x) { case > 0 when y: return 1; case not null: return 2; }',
    'CS8370/9@1:19',
    'CS8370/9@1:46',
  ],
  ['switch (x, y) { default: return 2; }', 'CS8370/8@1:8'],
  ['return a[^1];', 'CS8370/8@1:10'],
  ['return a[0..1];', 'CS8370/8@1:11'],
  ['return a[..2] + a[1..];', 'CS8370/8@1:10', 'CS8370/8@1:20'],
  ['s ??= "a";', 'CS8370/8@1:3'],
  ['List<int> l = new() { 1 };', 'CS8370/9@1:15'],
  ['return """raw "quoted" text""";', 'CS8370/11@1:8'],
  ['return $"""\n  {1}\n  """;', 'CS8370/11@1:8'],
  ['return $"{1 +\n 2}";', 'CS8370/11@2:2'],
  ['return "x"u8;', 'CS8370/11@1:11'],
  ['using var r = f();', 'CS8370/8@1:7'],
  ['static int F() => 1;', 'CS8370/8@1:1'],
  ['Func<int, int> f = static x => x;', 'CS8370/8@1:20'],
  ['Func<int, int, int> f = (_, _) => 1;', 'CS8370/9@1:29'],
  ['return s!.Length;', 'CS8370/8@1:9'],
  ['record R(int A);', 'CS8370/9@1:1'],
  ['var y = x with { A = 2 };', 'CS8370/9@1:11'],
  ['int[] a = [1, 2];', 'CS8370/12@1:11'],
  ['(x, int y) = t;', 'CS8370/10@1:1'],
  ['await foreach (var x in xs) { }', 'CS4032@1:1'],
  ['using System.Text;', 'APIM2101@1:1'],
  ['namespace A;', 'APIM2101@1:1'],
  ['class A { int b; }', 'APIM2101@1:1'],
  ['delegate int D(int x);', 'APIM2101@1:1'],
  ['ref int x = ref y;', 'APIM2101@1:1'],
  ['unsafe { int* p = null; }', 'CS0227@1:1'],
  ['fixed (int* p = a) { f(p); }', 'CS0214@1:1'],
  ['int* p = null;', 'CS0214@1:1'],
  ['var x = stackalloc int[3];', 'CS0214@1:9'],
  ['[Obsolete] int F() => 1;', 'CS7014@1:1'],
  ['public string F() { return "a"; }', 'CS0106@1:1'],
  ['async Task<int> F() => 1;', 'APIM2101@1:1'],
];

for (const [text, ...codes] of newer) {
  test(`${text} is told, and nothing that follows`, () => {
    assert.deepEqual(told(`${text} var a = ;`).slice(0, -1), codes);
    assert.deepEqual(told(text), codes);
  });
}

const sameAsBefore = [
  'record(1);',
  'var record = 1; record = 2;',
  'record R() { return null; }',
  'var with = 1; return with;',
  'var not = 1; return x is not;',
  'return x is string and;',
  'return x is string or && y;',
  'return x ? .5 : 1;',
  'return (_, y) => 1;',
  'var t = new (int, string)[3];',
  '(int a, _) = t;',
  '(a, _) = t;',
  'return $@"{1 +\n 2}";',
  'return @"""quoted""";',
  'return $@"""{1}""";',
  'return "" + "";',
  'return !x;',
  'if (x is string) { return 1; }',
  'switch (x) { case string s when s != null: return 1; }',
];

for (const text of sameAsBefore) {
  test(`${text} is C# 7`, () => assert.deepEqual(told(text), []));
}
