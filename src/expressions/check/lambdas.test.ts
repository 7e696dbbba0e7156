import { holds } from '../testing/table.ts';

holds('lambdas take their types from the delegate', [
  ['{ Func<int, int> f = x => x + 1; return f(2); }', 'System.Int32 3'],
  ['{ Func<int, int> f = (int x) => { return x * 2; }; return f(2); }', 'System.Int32 4'],
  ['{ Func<int, long> f = x => x; return f(3); }', 'System.Int64 3'],
  ['{ Func<int, Func<int, int>> add = a => b => a + b; return add(1)(2); }', 'System.Int32 3'],
  [
    '{ Func<int, int> fact = null; fact = n => n <= 1 ? 1 : n * fact(n - 1); return fact(5); }',
    'System.Int32 120',
  ],
  ['{ Func<int, int> f = delegate { return 1; }; return f(1); }', 'System.Int32 1'],
  ['{ Func<string> f = () => "s"; Func<object> g = f; return g(); }', 'System.String s'],
  ['{ Func<object, int> f = o => 1; Func<string, int> g = f; return g("x"); }', 'System.Int32 1'],
  [
    '{ Func<int> f = () => throw new FormatException(); return f(); }',
    'throws System.FormatException',
  ],
  ['{ object o = (Func<int>)(() => 1); return o is Func<int>; }', 'System.Boolean True'],
]);

holds('closures share variables, one for each round of a loop body', [
  ['{ int n = 0; Action a = () => n++; a(); a(); return n; }', 'System.Int32 2'],
  ['{ int i = 0; Func<int> f = () => i; i = 5; return f(); }', 'System.Int32 5'],
  [
    '{ var fs = new Func<int>[3]; for (int i = 0; i < 3; i++) fs[i] = () => i; return fs[0]() + fs[1]() + fs[2](); }',
    'System.Int32 9',
  ],
  [
    '{ var fs = new Func<int>[3]; for (int i = 0; i < 3; i++) { int j = i; fs[i] = () => j; } return fs[0]() + fs[1]() * 10 + fs[2]() * 100; }',
    'System.Int32 210',
  ],
  [
    '{ var fs = new Func<int>[3]; int k = 0; foreach (var x in new[] { 1, 2, 3 }) fs[k++] = () => x; return fs[0]() + fs[1]() * 10 + fs[2]() * 100; }',
    'System.Int32 321',
  ],
]);

holds('methods become delegates, delegates combine', [
  ['{ Func<string, int> f = int.Parse; return f("7"); }', 'System.Int32 7'],
  ['{ Func<string> f = "abc".ToUpper; return f(); }', 'System.String ABC'],
  ['{ Func<int, string> f = Convert.ToString; return f(7); }', 'System.String 7'],
  [
    '{ string r = ""; Action a = () => r += "1"; Action b = () => r += "2"; (a + b)(); Action c = a + b; c -= a; c(); return r; }',
    'System.String 122',
  ],
  ['{ Func<int> f = null; return f(); }', 'throws System.NullReferenceException'],
]);

holds('lambdas that do not fit are reported', [
  ['{ var f = x => x; return f; }', 'CS0815@1:7'],
  ['{ object f = x => x; return f; }', 'CS1660@1:14'],
  ['{ Func<int, int> f = (x, y) => x; return f(3); }', 'CS1593@1:22'],
  ['{ Func<int, int> f = x => "a"; return f(3); }', 'CS0029@1:27'],
  ['{ Action a = () => { return 5; }; return 1; }', 'CS8030@1:22'],
  ['{ Func<int> a = () => { return; }; return 1; }', 'CS0126@1:25'],
  ['{ Action a = () => 5; return 1; }', 'CS0201@1:20'],
  ['{ Func<int, string> f = (string x) => x; return 1; }', 'CS1661@1:25 CS1678@1:26'],
]);
