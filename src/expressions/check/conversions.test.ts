import { holds } from '../testing/table.ts';

holds('?: takes the side that the other converts to', [
  ['true ? 1 : 2L', 'System.Int64 1'],
  ["true ? 1 : 'a'", 'System.Int32 1'],
  ['true ? 1 : null', 'CS0173@1:1'],
  ['true ? (int?)1 : null', 'System.Int32 1'],
  ['true ? "a" : 1', 'CS0173@1:1'],
  ['false ? 1 : 1.5m', 'System.Decimal 1.5'],
  ['{ byte b = 2; return true ? 1 : b; }', 'System.Int32 1'],
  ['{ int x = 5; return x > 3 ? x : throw new Exception("a"); }', 'System.Int32 5'],
]);

holds('numbers convert by value, towards zero', [
  ['(int)3.7', 'System.Int32 3'],
  ['(int)-3.7', 'System.Int32 -3'],
  ["(int)'a'", 'System.Int32 97'],
  ['(char)97', 'System.Char a'],
  ['(uint)-5', 'CS0221@1:1'],
  ['unchecked((uint)-5)', 'System.UInt32 4294967291'],
  ['{ double d = 1e20; return (int)d; }', 'System.Int32 -2147483648'],
  ['{ double d = 5e9; return (uint)d; }', 'System.UInt32 705032704'],
  ['{ double d = 300.7; return (byte)d; }', 'System.Byte 44'],
  ['{ long l = 1L << 40; return (int)l; }', 'System.Int32 0'],
  ['{ int i = -1; return (ushort)i; }', 'System.UInt16 65535'],
  ['{ decimal d = 1e20m; return (int)d; }', 'throws System.OverflowException'],
]);

holds('boxes give back exactly what they hold', [
  ['(int)(object)5', 'System.Int32 5'],
  ['(long)(object)5', 'throws System.InvalidCastException'],
  ['(int?)(object)5', 'System.Int32 5'],
  ['(string)(object)5', 'throws System.InvalidCastException'],
  ['{ object o = null; return (int)o; }', 'throws System.NullReferenceException'],
  ['{ object o = null; return (int?)o; }', 'null'],
  ['{ object o = null; return (string)o; }', 'null'],
  ['{ object o = 5; return (double)o; }', 'throws System.InvalidCastException'],
]);

holds('constants fit smaller types, variables do not', [
  ['{ byte b = 5; return b; }', 'System.Byte 5'],
  ['{ byte b = 256; return b; }', 'CS0031@1:12'],
  ['{ uint u = -5; return u; }', 'CS0031@1:12'],
  ['{ ulong u = 5L; return u; }', 'System.UInt64 5'],
  ['{ const long l = 3; int c = l; return c; }', 'CS0266@1:29'],
  ['{ byte b = 1; b = b + 1; return b; }', 'CS0266@1:19'],
  ['{ byte b = 250; b += 300; return b; }', 'CS0031@1:22'],
  ['{ float f = 1.5; return f; }', 'CS0664@1:13'],
  ['{ decimal d = 1.5; return d; }', 'CS0664@1:15'],
  ['{ char c = 65; return c; }', 'CS0266@1:12'],
  ['{ int i = 1.5; return i; }', 'CS0266@1:11'],
  ['{ int i = "5"; return i; }', 'CS0029@1:11'],
  ["{ string s = 'c'; return s; }", 'CS0029@1:14'],
  ['{ bool b = 1; return b; }', 'CS0029@1:12'],
  ['{ object o = 5; int i = o; return i; }', 'CS0266@1:25'],
  ['{ int i = 5; i -= 1.5; return i; }', 'CS0266@1:19'],
]);

holds('enums are numbers of their own', [
  ['(DayOfWeek)3', 'System.DayOfWeek Wednesday'],
  ['(int)DayOfWeek.Friday', 'System.Int32 5'],
  ['DayOfWeek.Friday - DayOfWeek.Monday', 'System.Int32 4'],
  ['DayOfWeek.Friday - 1', 'System.DayOfWeek Thursday'],
  ['DayOfWeek.Sunday == 0', 'System.Boolean True'],
  ['DayOfWeek.Monday == 1', 'CS0019@1:1'],
  ['{ DayOfWeek d = 0; return d; }', 'System.DayOfWeek Sunday'],
  ['{ DayOfWeek d = 1; return d; }', 'CS0266@1:17'],
  ['{ DayOfWeek d = DayOfWeek.Monday; d++; return d; }', 'System.DayOfWeek Tuesday'],
  ['~DayOfWeek.Monday', 'System.DayOfWeek -2'],
]);

holds('references convert to bases, interfaces and back by casts', [
  ['{ object[] a = new string[] { "a" }; return a; }', 'System.String[] System.String[]'],
  ['{ object[] a = new int[] { 1 }; return a; }', 'CS0029@1:16'],
  ['{ List<object> l = new List<string>(); return l; }', 'CS0029@1:20'],
  ['{ IEnumerable<object> l = new List<string>(); return 1; }', 'System.Int32 1'],
  ['{ IEnumerable<object> l = new List<int>(); return 1; }', 'CS0266@1:27'],
  ['{ IList<int> l = new[] { 1, 2 }; return l.Count; }', 'System.Int32 2'],
  ['{ string s = "a"; return s as int?; }', 'CS0039@1:26'],
  ['{ object o = 1; return o as int?; }', 'System.Int32 1'],
  ['{ object o = 1; return o as int; }', 'CS0077@1:29'],
  ['{ object o = 1; return o as string; }', 'null'],
]);

holds('typeof, sizeof, nameof and default', [
  ['typeof(string).Name', 'System.String String'],
  ['sizeof(decimal)', 'System.Int32 16'],
  ['nameof(Math.Max)', 'System.String Max'],
  ['nameof(5)', 'CS8081@1:8'],
  ['default(int)', 'System.Int32 0'],
  ['default(int?)', 'null'],
  ['default(DateTime)', 'System.DateTime 01/01/0001 00:00:00'],
  ['{ int x = default; return x; }', 'System.Int32 0'],
  ['{ var x = default; return 1; }', 'CS0815@1:7'],
  ['{ var x = 5; return x == default; }', 'System.Boolean False'],
  ['{ return default + 1; }', 'CS8310@1:10'],
]);

holds('run-time types are tested as C# tests them', [
  [
    '{ object o = new int[] { 1 }; return o is int[] && o is Array && o is IEnumerable<int> && !(o is object[]); }',
    'System.Boolean True',
  ],
  ['{ object o = new string[] { "a" }; return o is object[]; }', 'System.Boolean True'],
  ['{ object o = new List<string>(); return o is IEnumerable<object>; }', 'System.Boolean True'],
  ['{ object o = new List<int>(); return o is IEnumerable<object>; }', 'System.Boolean False'],
  ['{ object o = 5; return o is IComparable && o is ValueType; }', 'System.Boolean True'],
  ["{ object o = 'a'; return o is char && !(o is int); }", 'System.Boolean True'],
  ['{ object o = (byte)5; return (int)o; }', 'throws System.InvalidCastException'],
  ['{ object o = DayOfWeek.Friday; return (int)o; }', 'System.Int32 5'],
  [
    '{ object[] a = new string[] { "a" }; a[0] = 5; return a[0]; }',
    'throws System.ArrayTypeMismatchException',
  ],
  ['{ object o = "a" + 1; object p = "a1"; return o == p; }', 'System.Boolean False'],
]);
