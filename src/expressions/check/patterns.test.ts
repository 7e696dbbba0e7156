import { holds } from '../testing/table.ts';

holds('is tests types and constants and keeps the value', [
  ['{ object o = 5; return o is int i ? i + 1 : 0; }', 'System.Int32 6'],
  [
    '{ object o = "abc"; if (o is string s && s.Length == 3) return s; return "no"; }',
    'System.String abc',
  ],
  ['{ object o = 5; if (!(o is int i)) return 0; return i; }', 'System.Int32 5'],
  ['{ object o = 5; return o is 5; }', 'System.Boolean True'],
  ['{ object o = 5; return o is 5L; }', 'System.Boolean False'],
  ['{ object o = null; return o is null; }', 'System.Boolean True'],
  ['{ int? x = 5; return x is int y ? y : -1; }', 'System.Int32 5'],
  ['{ object o = "x"; return o is var v ? v : null; }', 'System.String x'],
  [
    '{ object o = 5; while (o is int n) { if (n > 6) return n; o = n + 1; } return 0; }',
    'System.Int32 7',
  ],
  ['{ object o = 5; if (o is string s) { } return s; }', 'CS0165@1:47'],
  ['{ string s = "a"; return s is int i; }', 'CS8121@1:31'],
]);
