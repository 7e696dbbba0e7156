import { holds } from '../testing/table.ts';

holds('type arguments are found from arguments, lambdas and their results', [
  ['new[] { 1, 2, 3 }.Select(x => x * 1.5).Sum()', 'System.Double 9'],
  ['new[] { 1, 2, 3 }.Select((x, i) => x * i).Sum()', 'System.Int32 8'],
  ['new[] { "a", "bb" }.ToDictionary(s => s, s => s.Length)["bb"]', 'System.Int32 2'],
  ['new[] { 1, 2, 3 }.Aggregate("", (a, b) => a + b)', 'System.String 123'],
  ['new[] { 1, 2, 3 }.Aggregate(0L, (a, b) => a + b)', 'System.Int64 6'],
  ['new[] { 1, 2, 3 }.Sum(x => (long)x)', 'System.Int64 6'],
  ['new[] { 1, 2 }.ToList().ConvertAll(x => x * 1.5)[1]', 'System.Double 3'],
  ['new[] { "1", "2" }.Select(int.Parse).Sum()', 'System.Int32 3'],
  ['new[] { 1, 2 }.SelectMany(x => new[] { x, x * 10 }, (x, y) => x + y).Sum()', 'System.Int32 39'],
  ['new[] { 1, 2 }.Zip(new[] { "a", "b" }, (a, b) => a + b).Last()', 'System.String 2b'],
  [
    'new[] { new { N = 1, S = "x" }, new { N = 2, S = "y" } }.Where(a => a.N == 2).Select(a => a.S).Single()',
    'System.String y',
  ],
  ['new[] { "a", null }.Select(s => s?.Length).Sum()', 'System.Int32 1'],
  [
    'string.Join(",", new[] { 1, 2, 3, 4 }.GroupBy(x => x % 2).Select(g => g.Key + ":" + g.Count()))',
    'System.String 1:2,0:2',
  ],
  [
    'new[] { 1, 2 }.Select(x => { if (x > 1) return "big"; return "small"; }).Last()',
    'System.String big',
  ],
  ['{ Func<int, bool> f = x => x > 1; return new[] { 1, 2 }.Count(f); }', 'System.Int32 1'],
  ['Tuple.Create(1, "a").Item2', 'System.String a'],
  ['new object[] { 1, "a" }.OfType<string>().First()', 'System.String a'],
  ['"abc".Select(c => (int)c).Sum()', 'System.Int32 294'],
]);

holds('what cannot be found is reported where it is missing', [
  ['new[] { 1, 2 }.Select(5)', 'CS0411@1:16'],
  ['new[] { 1, 2 }.Select()', 'CS1501@1:16'],
  ['new[] { 1, 2 }.Select(x => x.Foo)', 'CS1061@1:30'],
  ['new[] { 1, 2 }.Select(x => "a" * x)', 'CS0019@1:28'],
  ['new[] { 1, 2 }.Where(x => x)', 'CS0029@1:27'],
  ['new[] { 1, 2 }.Where(x => "a")', 'CS0029@1:27'],
  ['new[] { 1, 2 }.Select(x => new { x, y = x.Bar }).Where(z => z.y > 1)', 'CS1061@1:43'],
  ['Enumerable.Empty()', 'CS0411@1:12'],
]);
