import { holds } from '../testing/table.ts';

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
