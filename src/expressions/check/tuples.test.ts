import { holds } from '../testing/table.ts';

holds('tuples are values with named items', [
  ['{ (int a, string b) t = (1, "x"); return t.b + t.a; }', 'System.String x1'],
  [
    '{ var t = (a: 1, b: "x"); return t; }',
    'System.ValueTuple`2[System.Int32,System.String] (1, x)',
  ],
  ['{ int count = 1; var t = (count, "a".Length); return t.count + t.Length; }', 'System.Int32 2'],
  [
    '{ var t = (1, 2); t.Item1 = 5; var u = t; u.Item1 = 9; return t.Item1 + u.Item1; }',
    'System.Int32 14',
  ],
  [
    '{ (long, object) t = (1, "x"); return t.GetType().ToString(); }',
    'System.String System.ValueTuple`2[System.Int64,System.Object]',
  ],
  [
    '{ (string, int) t = (null, 1); return t; }',
    'System.ValueTuple`2[System.String,System.Int32] (, 1)',
  ],
  [
    '{ var l = new List<(int id, string name)> { (1, "a"), (2, "b") }; return l[1].name; }',
    'System.String b',
  ],
  ['{ Func<int, (int n, int sq)> f = n => (n, n * n); return f(3).sq; }', 'System.Int32 9'],
  ['{ (int, int)? t = (1, 2); return t.Value.Item2; }', 'System.Int32 2'],
  ['(1, 2L) == (1, 2)', 'System.Boolean True'],
  ['(1, "a").Equals((1, "a"))', 'System.Boolean True'],
  ['(1, 2) == (1, 2, 3)', 'CS8384@1:1'],
  ['{ var t = (null, 1); return t; }', 'CS0815@1:7'],
  ['{ var a = (x: 1, y: 2); return a.z; }', 'CS1061@1:34'],
]);

holds('deconstruction takes values apart into variables', [
  ['{ var (a, b) = (1, "x"); return a + b; }', 'System.String 1x'],
  ['{ int a; string b; (a, b) = (1, "x"); return a + b; }', 'System.String 1x'],
  ['{ var (a, _) = (1, "x"); return a; }', 'System.Int32 1'],
  ['{ int a = 1, b = 2; (a, b) = (b, a); return a * 10 + b; }', 'System.Int32 21'],
  ['{ var (a, (b, c)) = (1, (2, 3)); return a + b + c; }', 'System.Int32 6'],
  ['{ var t = (1, 2, 3); var (a, b) = t; return a; }', 'CS8132@1:26'],
  ['{ var (a, b) = 5; return a; }', 'CS8129@1:7'],
]);

holds('a tuple whose items are assigned one by one has a value when all of them have', [
  ['{ (int a, int b) t; t.a = 1; t.b = 2; return t.a + t.b; }', 'System.Int32 3'],
  [
    '{ (int a, int b) t; t.a = 1; t.b = 2; return t; }',
    'System.ValueTuple`2[System.Int32,System.Int32] (1, 2)',
  ],
  ['{ (int, string) t; t.Item2 = "x"; return t.Item2; }', 'System.String x'],
  ['{ (int a, int b) t; t.a = 1; return t.a; }', 'System.Int32 1'],
  ['{ (int a, int b) t; t.a = 1; return t.b; }', 'CS0170@1:37'],
  ['{ (int a, int b) t; t.a = 1; return t; }', 'CS0165@1:37'],
  ['{ (int a, int b) t; t.a = 1; return t.ToString(); }', 'CS0165@1:37'],
  ['{ (int a, int b) t; t.a += 1; return 0; }', 'CS0170@1:21'],
  [
    '{ ((int a, int b) p, int q) t; t.p.a = 1; t.p.b = 2; t.q = t.p.a; return t.p.b + t.q; }',
    'System.Int32 3',
  ],
  ['{ ((int a, int b) p, int q) t; t.p.a = 1; return t.p; }', 'CS0170@1:50'],
  ['{ ((int a, int b) p, int q) t; t.p = (1, 2); return t.p.b; }', 'System.Int32 2'],
  [
    '{ (int a, int b) t; if (1.ToString() == "1") t = (1, 2); else t.a = 3; return t.a; }',
    'System.Int32 1',
  ],
  [
    '{ (int a, int b) t; if (1.ToString() == "1") t = (1, 2); else t.a = 3; return t.b; }',
    'CS0170@1:79',
  ],
  ['{ (int a, int b) t; (t.a, t.b) = (1, 2); return t.b; }', 'System.Int32 2'],
  ['{ (int a, int b) t; int.TryParse("7", out t.a); return t.a; }', 'System.Int32 7'],
  ['{ (int a, int b) t; Func<int> f = () => t.a; t.a = 1; return f(); }', 'CS0170@1:41'],
  [
    '{ (int a, int b) t; t.a = 1; Func<int> f = () => t.a; t.a = 2; return f(); }',
    'System.Int32 2',
  ],
  ['{ (int a, int b) t; int F() { t.a = 4; return t.a; } return F() + t.a; }', 'System.Int32 8'],
  ['{ (int a, int b) t; int F() => t.b; t.a = 1; return F(); }', 'CS0170@1:53'],
  ['{ (int a, int b) t; int F() => t.b; t.b = 1; return F(); }', 'System.Int32 1'],
  [
    '{ (int a, int b) t; (int, int) F() => t; t.a = 1; t.b = 2; return F().Item2; }',
    'System.Int32 2',
  ],
  [
    '{ void F(out (int a, int b) t) { t.a = 1; t.b = 2; } F(out var t); return t.b; }',
    'System.Int32 2',
  ],
  ['{ void F(out (int a, int b) t) { t.a = 1; } F(out var t); return t.b; }', 'CS0177@1:29'],
  [
    '{ (T, T) F<T>(T x) { (T a, T b) t; t.b = x; t.a = x; return t; } return F("x").Item2; }',
    'System.String x',
  ],
  [
    '{ var s = 0; for (int i = 0; i < 2; i++) { (int a, int b) t; if (i == 1) s += t.a; t.a = 5; } return s; }',
    'CS0170@1:79',
  ],
]);
