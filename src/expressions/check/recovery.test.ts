import { holds } from '../testing/table.ts';

holds('an unknown name does not hide what is wrong within the arguments', [
  ['foo(bar)', 'CS0103@1:1 CS0103@1:5'],
  ['foo(x => bar)', 'CS0103@1:1 CS0103@1:10'],
  ['foo((x, y) => x.Trim().Foo(y, bar))', 'CS0103@1:1 CS0103@1:31'],
  ['foo(x => y => bar)', 'CS0103@1:1 CS0103@1:15'],
  ['foo(x => { int y = "a"; return z => bar; })', 'CS0103@1:1 CS0029@1:20 CS0103@1:37'],
  ['foo((Foo x) => bar)', 'CS0103@1:1 CS0246@1:6 CS0103@1:16'],
  ['foo((int x) => x.Foo)', 'CS0103@1:1 CS1061@1:18'],
  ['foo(delegate { return bar; })', 'CS0103@1:1 CS0103@1:23'],
  ['foo[x => bar]', 'CS0103@1:1 CS0103@1:10'],
  ['foo.Bar<Baz>(x => qux)', 'CS0103@1:1 CS0246@1:9 CS0103@1:19'],
  ['new Foo(x => bar) { A = y => baz }', 'CS0246@1:5 CS0103@1:14 CS0103@1:30'],
  ['new Foo[] { bar, x => baz }', 'CS0246@1:5 CS0103@1:13 CS0103@1:23'],
  ['(Foo)(x => bar)', 'CS0246@1:2 CS0103@1:12'],
  ['{ foo = x => bar; return 1; }', 'CS0103@1:3 CS0103@1:14'],
  ['{ foo += x => bar; return 1; }', 'CS0103@1:3 CS0103@1:15'],
  ['"a".Foo(x => bar)', 'CS1061@1:5 CS0103@1:14'],
  ['context.Requst.Foo(x => bar)', 'CS1061@1:9 CS0103@1:25'],
  ['new[] { 1 }.Select(x => foo).Where(y => y.Bar && baz)', 'CS0103@1:25 CS0103@1:50'],
  ['new[] { 1 }.ToDictionary(x => foo, x => bar)', 'CS0103@1:31 CS0103@1:41'],
  [
    'from x in foo let y = x where bar orderby y.Z, baz select x + y + qux',
    'CS0103@1:11 CS0103@1:31 CS0103@1:48 CS0103@1:67',
  ],
  [
    'from x in foo join y in bar on x equals y.Z into g select g.Count() + baz',
    'CS0103@1:11 CS0103@1:25 CS0103@1:71',
  ],
]);

holds('a lambda that does not fit is told, and what is wrong within it', [
  ['{ var f = x => foo; return 1; }', 'CS0815@1:7 CS0103@1:16'],
  ['{ object f = x => foo; return 1; }', 'CS1660@1:14 CS0103@1:19'],
  ['{ Func<int> f = x => foo; return 1; }', 'CS1593@1:17 CS0103@1:22'],
  ['"a".Substring(x => foo)', 'CS1660@1:15 CS0103@1:20'],
  ['"a".Substring(1, 2, 3, x => foo)', 'CS1501@1:5 CS0103@1:29'],
]);

holds('what a wrong part leads to is told of the part only', [
  ['foo(x => x.Bar(1).Baz[2] + "a")', 'CS0103@1:1'],
  [
    'foo(x => { var y = x; foreach (var z in y) { z.A(); } return y ? z : 1; })',
    'CS0103@1:1 CS0103@1:66',
  ],
  ['foo(x => from y in x where y > 1 select y.Z)', 'CS0103@1:1'],
  ['new[] { foo }.Select(x => x.Bar).Where(x => x > 1).First().Baz', 'CS0103@1:9'],
  ['foo(out var x, y => x + y)', 'CS0103@1:1'],
]);
