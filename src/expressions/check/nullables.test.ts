import { holds } from '../testing/table.ts';

holds('operators lift over null', [
  ['{ int? x = null; return x + 1; }', 'null'],
  ['{ int? x = 5; return x + 1; }', 'System.Int32 6'],
  ['{ int? x = null; return x > 1; }', 'System.Boolean False'],
  ['{ int? x = null; return x == null; }', 'System.Boolean True'],
  ['{ int? x = null; return x != 1; }', 'System.Boolean True'],
  ['{ int? x = 3; long y = 4; return x * y; }', 'System.Int64 12'],
  ['{ bool? a = null; return a & false; }', 'System.Boolean False'],
  ['{ bool? a = null; return a | true; }', 'System.Boolean True'],
  ['{ bool? a = null; return a & true; }', 'null'],
  ['{ int? x = null; x++; return x; }', 'null'],
  ['{ bool? a = true; return a && true; }', 'CS0019@1:26'],
  ['{ bool? a = true; if (a) return 1; return 2; }', 'CS0266@1:23'],
  ['{ DateTime? d = null; return d > new DateTime(2020, 1, 1); }', 'System.Boolean False'],
  ['{ DayOfWeek? d = null; return d == DayOfWeek.Friday; }', 'System.Boolean False'],
]);

holds('nullables convert to their value by a cast only', [
  ['{ int? x = 5; int y = (int)x; return y; }', 'System.Int32 5'],
  ['{ int? x = null; int y = (int)x; return y; }', 'throws System.InvalidOperationException'],
  ['{ int? x = 5; int y = x; return y; }', 'CS0266@1:23'],
  ['{ DateTime? d = new DateTime(2020, 1, 1); return d.Year; }', 'CS1061@1:52'],
  ['{ int i = null; return i; }', 'CS0037@1:11'],
]);

holds('?? takes the type that both sides fit', [
  ['{ int? x = null; return x ?? 7; }', 'System.Int32 7'],
  ['{ int? x = null; return x ?? 7L; }', 'System.Int64 7'],
  ['{ string s = null; object o = 5; return s ?? o; }', 'System.Int32 5'],
  ['{ string s = null; return s ?? 5; }', 'CS0019@1:27'],
  ['{ int? x = null; int? y = null; return x ?? y; }', 'null'],
  [
    '{ string s = null; return s ?? throw new ArgumentException("a"); }',
    'throws System.ArgumentException',
  ],
]);

holds('?. skips the rest of the chain and lifts its result', [
  ['((string)null)?.Length', 'null'],
  ['((string)null)?.Length ?? -1', 'System.Int32 -1'],
  ['((string)null)?.Substring(1).Trim().Length', 'null'],
  ['"abc"?.ToUpper()?[0]', 'System.Char A'],
  ['((int[])null)?[0]', 'null'],
  ['((int?)null)?.ToString() ?? "none"', 'System.String none'],
  ['5?.ToString()', 'CS0023@1:1'],
  ['{ Func<int> f = null; return f?.Invoke(); }', 'null'],
  ['{ DateTime? d = new DateTime(2020, 1, 1); return d?.Year + 1; }', 'System.Int32 2021'],
  ['{ string s = null; s?.Trim(); return 1; }', 'System.Int32 1'],
]);
