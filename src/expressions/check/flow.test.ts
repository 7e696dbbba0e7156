import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../../lib/source/SourceText.ts';
import { holds } from '../testing/table.ts';
import { netTypes } from '../types/index.ts';
import { checkText } from './checkText.ts';

holds('variables have a value before they are read', [
  ['{ int i; return i; }', 'CS0165@1:17'],
  ['{ int x; if (DateTime.Now.Year > 0) x = 1; return x; }', 'CS0165@1:51'],
  ['{ int x; if (DateTime.Now.Year > 0) x = 1; else x = 2; return x; }', 'System.Int32 1'],
  [
    '{ int x; bool b = DateTime.Now.Year > 0; if (b && (x = 5) > 1) return x; return 0; }',
    'System.Int32 5',
  ],
  [
    '{ int x; bool b = DateTime.Now.Year > 0; if (b || (x = 5) > 1) return x; return 0; }',
    'CS0165@1:71',
  ],
  ['{ int x; while (true) { x = 1; break; } return x; }', 'System.Int32 1'],
  ['{ int x; try { x = 1; } catch { } return x; }', 'CS0165@1:42'],
  ['{ int x; try { } finally { x = 1; } return x; }', 'System.Int32 1'],
  ['{ int n = 5; int x; switch (n) { case 5: x = 1; break; } return x; }', 'CS0165@1:65'],
  [
    '{ int n = 5; int x; switch (n) { case 5: x = 1; break; default: x = 2; break; } return x; }',
    'System.Int32 1',
  ],
  ['{ int x; int F() => x; x = 1; return F(); }', 'System.Int32 1'],
  ['{ int x; int F() => x; return F(); }', 'CS0165@1:31'],
  ['{ int x; void F() { x = 5; } F(); return x; }', 'System.Int32 5'],
  ['{ int x; Func<int> f = () => x; return f(); }', 'CS0165@1:30'],
  ['{ void F(out int x) { } F(out var y); return y; }', 'CS0177@1:18'],
]);

holds('every path returns', [
  ['{ if (true) return 1; }', 'System.Int32 1'],
  ['{ int x = 1; if (x == 1) return 1; }', 'CS0161@1:34'],
  ['{ int F() { } return F(); }', 'CS0161@1:7'],
  ['{ Func<int, int> f = x => { if (x > 1) return 1; }; return f(3); }', 'CS1643@1:22'],
  [
    '{ Func<int> f = () => { int i = 0; for (;;) { if (i++ > 3) return i; } }; return f(); }',
    'System.Int32 5',
  ],
]);

holds('a jump back brings what it has, however late it stands', [
  ['{ int x; goto b; a: return x; b: goto a; }', 'CS0165@1:28'],
  ['{ int x; goto b; a: return x; b: x = 1; goto a; }', 'System.Int32 1'],
  ['{ int x; goto c; a: return x; b: goto a; c: goto b; }', 'CS0165@1:28'],
  ['{ int i = 0; again: if (++i < 3) goto again; return i; }', 'System.Int32 3'],
]);

/** The warnings of a block, which do not keep it from running. */
function warnings(text: string): string[] {
  const source = new SourceText('test', text);
  const { root, diagnostics } = checkText(source, 'statements', { registry: netTypes });
  assert.ok(root);
  return diagnostics.map(({ code, severity, span }) => `${severity} ${code}@${span.start}`);
}

test('what nothing leads to, and labels that nothing jumps to, are warned of once', () => {
  const rows: readonly (readonly [text: string, ...warnings: string[]])[] = [
    ['return 1; int.Parse("1"); int.Parse("2");', 'warning CS0162@10'],
    ['if (false) { int.Parse("1"); } return 1;', 'warning CS0162@13'],
    ['while (true) { } return 1;', 'warning CS0162@17'],
    ['switch (1) { case 1: return 1; break; } return 2;', 'warning CS0162@31'],
    ['a: return 1;', 'warning CS0164@0'],
    ['goto a; a: return 1;'],
    ['goto b; a: return 1; b: goto a;'],
    ['return F(); int F() => 1;'],
    ['return 1; ; { } int x;'],
    ['foreach (var x in new[] { 1 }) { return x; } return 2;'],
  ];
  for (const [text, ...expected] of rows) assert.deepEqual(warnings(text), expected, text);
});
