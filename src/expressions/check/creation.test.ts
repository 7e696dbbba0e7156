import { holds } from '../testing/table.ts';

holds('initializers fill objects and collections', [
  ['{ var l = new List<int> { 1, 2, 3 }; return l.Count + l[1]; }', 'System.Int32 5'],
  [
    '{ var d = new Dictionary<string, int> { { "a", 1 }, { "b", 2 } }; return d["b"]; }',
    'System.Int32 2',
  ],
  [
    '{ var d = new Dictionary<string, int> { ["a"] = 1 }; d["c"] = 3; return d.Count; }',
    'System.Int32 2',
  ],
  ['{ var l = new List<int> { "a" }; return l; }', 'CS1503@1:27'],
  ['{ var d = new Dictionary<string, int> { { "a" } }; return d; }', 'CS7036@1:41'],
  ['{ var x = new DateTime { 1 }; return x; }', 'CS1922@1:24'],
  ['new Exception("no") { HelpLink = "u" }.HelpLink', 'System.String u'],
  ['new Exception("no") { Message = "u" }', 'CS0200@1:23'],
  ['new Exception("no") { Nothing = "u" }', 'CS0117@1:23'],
]);

holds('arrays have the type their elements share', [
  ['{ var a = new[] { 1, 2.5, 3 }; return a; }', 'System.Double[] System.Double[]'],
  ['{ var a = new[] { 1, "a" }; return a; }', 'CS0826@1:11'],
  ['{ var a = new[] { }; return a; }', 'CS0826@1:11'],
  ['{ int[][] a = { new[] { 1 }, new[] { 2, 3 } }; return a[1][1]; }', 'System.Int32 3'],
  ['{ var a = new[,] { { 1, 2 }, { 3, 4 } }; return a[1, 1]; }', 'System.Int32 4'],
  ['{ var a = new int[2, 2] { { 1, 2 }, { 3 } }; return a; }', 'CS0847@1:37'],
  ['{ var a = new int[3] { 1, 2 }; return a; }', 'CS0847@1:22'],
  ['{ int n = 2; var a = new int[n] { 1, 2 }; return a; }', 'CS0150@1:30'],
  ['{ byte[] b = { 1, 2, 256 }; return b; }', 'CS0031@1:22'],
  ['{ var a = new[] { 1, 2 }; return a[0, 1]; }', 'CS0022@1:34'],
  ['{ var a = { 1 }; return a; }', 'CS0820@1:11'],
  ['{ int x = { 1 }; return x; }', 'CS0622@1:11'],
  ['{ int[] a = new int[-1]; return a; }', 'CS0248@1:21'],
  ['{ int n = -1; return new int[n]; }', 'throws System.OverflowException'],
]);

holds('anonymous objects are equal by their properties', [
  ['{ var a = new { A = 1, B = "x" }; return a.A + a.B; }', 'System.String 1x'],
  [
    '{ var x = 5; return new { x, "abc".Length }.ToString(); }',
    'System.String { x = 5, Length = 3 }',
  ],
  ['new { A = 1, B = 2 }.Equals(new { A = 1, B = 2 })', 'System.Boolean True'],
  ['new { A = 1 }.GetType() == new { A = 2 }.GetType()', 'System.Boolean True'],
  ['{ var a = new { A = 1 }; a.A = 2; return a; }', 'CS0200@1:26'],
  ['new { A = null }', 'CS0828@1:7'],
]);
