import { holds } from '../testing/table.ts';

holds('constants are values of constant expressions', [
  ['{ const int a = 1, b = a + 1; return b; }', 'System.Int32 2'],
  ['{ const bool b = 1 < 2 && "a" == "a"; return b; }', 'System.Boolean True'],
  ['{ const string s = "a" + "b"; return s; }', 'System.String ab'],
  ['{ const string s = "a" + 1; return s; }', 'CS0133@1:20'],
  ['{ const int k = true ? 1 : 2; return k; }', 'System.Int32 1'],
  ["{ const char c = 'a' + 1; return c; }", 'CS0266@1:18'],
  ['{ const decimal d = 1.5m * 2; return d; }', 'System.Decimal 3.0'],
  ['{ const DayOfWeek d = DayOfWeek.Friday; return d; }', 'System.DayOfWeek Friday'],
  ['{ const int k = 70000; return (short)k; }', 'CS0221@1:31'],
  ['{ const int k = 70000; return unchecked((short)k); }', 'System.Int16 4464'],
  ['{ const object o = null; return o == null; }', 'System.Boolean True'],
  ['{ const object o = "a"; return o; }', 'CS0134@1:20'],
  ['{ const DateTime d = default(DateTime); return d; }', 'CS0283@1:18'],
  ['{ const int x; return x; }', 'CS0145@1:13'],
  ['{ const int x = 1 / 0; return x; }', 'CS0020@1:17'],
]);
