import { holds } from '../testing/table.ts';

holds('+ with a string joins what ToString prints', [
  ['"a" + 1 + 2', 'System.String a12'],
  ['1 + 2 + "a"', 'System.String 3a'],
  ['"a" + null', 'System.String a'],
  ['null + "a"', 'System.String a'],
  ['"a" + true', 'System.String aTrue'],
  ['"a" + 1.5m', 'System.String a1.5'],
  [`"a" + 'b'`, 'System.String ab'],
  ['"x" + DayOfWeek.Friday', 'System.String xFriday'],
  [`{ var s = "x"; s += 1; s += 'c'; s += null; return s; }`, 'System.String x1c'],
  ['"a" == "a"', 'System.Boolean True'],
  ['(object)"a" == (object)"a"', 'System.Boolean True'],
  ['"a" == null', 'System.Boolean False'],
]);

holds('interpolation pads and formats', [
  ['$"a{1}b"', 'System.String a1b'],
  ['$"{1,5}|{1,-5}|"', 'System.String     1|1    |'],
  ['$"{3.14159:F2} {255:X4} {1234.5:N1}"', 'System.String 3.14 00FF 1,234.5'],
  ['$"{{}}"', 'System.String {}'],
  ['$"{(true ? "a" : "b")}"', 'System.String a'],
  ['$@"a\\{1}"', 'System.String a\\1'],
  ['$"{null}"', 'System.String '],
  ['$"{DayOfWeek.Friday:D}"', 'System.String 5'],
  ['{ const int w = 5; return $"[{1,w}]"; }', 'System.String [    1]'],
  ['{ int w = 5; return $"[{1,w}]"; }', 'CS0150@1:27'],
  ['@"a""b\\n"', 'System.String a"b\\n'],
  ['"\\x41\\u0042\\t\\"\\\\"', 'System.String AB	"\\'],
]);

const many = 2_000;

holds('thousands of texts in a row become one', [
  [`("" + ${Array(many).fill('1.ToString()').join(' + ')}).Length`, `System.Int32 ${many}`],
  [`(${Array(many).fill('"ab"').join(' + ')}).Length`, `System.Int32 ${2 * many}`],
]);
