import { holds } from '../testing/table.ts';

holds('a field that can only be read is no place to store something, and no constant', [
  ['{ string.Empty = "a"; return 1; }', 'CS0198@1:3'],
  ['{ TimeSpan.Zero += TimeSpan.Zero; return 1; }', 'CS0198@1:3'],
  ['{ int.TryParse("1", out string.Empty); return 1; }', 'CS1503@1:25'],
  ['{ Guid.TryParse("1", out Guid.Empty); return 1; }', 'CS0199@1:26'],
  ['{ int.MaxValue = 1; return 1; }', 'CS0131@1:3'],
  ['{ Math.PI++; return 1; }', 'CS1059@1:3'],
  ['{ "a".Length = 1; return 1; }', 'CS0200@1:3'],
  ['{ const string s = string.Empty; return s; }', 'CS0133@1:20'],
  ['{ switch ("") { case string.Empty: return 1; } return 2; }', 'CS0150@1:22'],
  [
    '{ const double d = Math.PI * 2; const decimal m = decimal.One; return d > 6 && m == 1; }',
    'System.Boolean True',
  ],
]);

holds('nothing known to be null can be enumerated', [
  ['{ foreach (var x in null) { } return 1; }', 'CS0186@1:21'],
  ['{ foreach (var x in (string)null) { } return 1; }', 'CS0186@1:21'],
  ['{ foreach (var x in (int[])null) { } return 1; }', 'CS0186@1:21'],
  ['{ foreach (var x in default(List<int>)) { } return 1; }', 'CS0186@1:21'],
  [
    '{ int[] a = null; foreach (var x in a) { } return 1; }',
    'throws System.NullReferenceException',
  ],
]);

holds('a constant outside of the range of its target is told as such where constants convert', [
  ['{ byte b = 256; return b; }', 'CS0031@1:12'],
  ['{ byte b = -1; return b; }', 'CS0031@1:12'],
  ['{ uint u = -1; return u; }', 'CS0031@1:12'],
  ['{ ulong u = -1; return u; }', 'CS0031@1:13'],
  ['{ ulong u = -1L; return u; }', 'CS0031@1:13'],
  ['{ byte b = 1; b += 256; return b; }', 'CS0031@1:20'],
  ['{ byte b = 300L; return b; }', 'CS0266@1:12'],
  ['{ char c = 65; return c; }', 'CS0266@1:12'],
  ['{ int i = 3000000000; return i; }', 'CS0266@1:11'],
  ['{ byte? b = 256; return b; }', 'CS0266@1:13'],
  ['(byte)256', 'CS0221@1:1'],
  ['checked((sbyte)128)', 'CS0221@1:9'],
  ['unchecked((sbyte)128)', 'System.SByte -128'],
  ['(uint)-1', 'CS0221@1:1'],
  ['(int)3000000000', 'CS0221@1:1'],
  ['(char)-1', 'CS0221@1:1'],
  ['(int)1e10', 'CS0221@1:1'],
  ['(DayOfWeek)3000000000', 'CS0221@1:1'],
  ['(decimal)1e50', 'CS0031@1:1'],
  ['(int)1e20m', 'CS0221@1:1'],
  ['(int)2147483647.9 + (int)(uint)-0.5', 'System.Int32 2147483647'],
  ['{ const string s = $"a"; return s; }', 'CS0133@1:20'],
]);
