import { holds } from '../testing/table.ts';

holds('query clauses mean calls of LINQ', [
  ['(from x in new[] { 1, 2, 3 } where x > 1 select x * 2).Sum()', 'System.Int32 10'],
  ['(from x in new[] { 1, 2, 3 } orderby x descending select x).First()', 'System.Int32 3'],
  [
    '(from x in new[] { 1, 2 } from y in new[] { 10, 20 } where y > 10 select x + y).Sum()',
    'System.Int32 43',
  ],
  ['(from x in new[] { 1, 2, 3 } let y = x * x where y > 1 select x + y).Sum()', 'System.Int32 18'],
  ['(from x in new[] { 1, 2 } let y = x let z = y + x select x + y + z).Sum()', 'System.Int32 12'],
  [
    '(from x in new[] { 1, 2, 3, 4 } group x by x % 2 into g select g.Sum()).Max()',
    'System.Int32 6',
  ],
  [
    'string.Join(";", from x in new[] { 1, 2 } join y in new[] { 2, 3 } on x equals y select x + "=" + y)',
    'System.String 2=2',
  ],
  [
    'string.Join(";", from x in new[] { 1, 2 } join y in new[] { 2, 2 } on x equals y into g select x + "=" + g.Count())',
    'System.String 1=0;2=2',
  ],
  [
    'string.Join(";", from x in new[] { "b", "a", "c" } orderby x.Length, x select x)',
    'System.String a;b;c',
  ],
  [
    'string.Join(";", from x in new[] { 1, 2 } join y in new[] { 2 } on x equals y into g from y in g.DefaultIfEmpty() select x + "=" + y)',
    'System.String 1=0;2=2',
  ],
  ['(from string x in new object[] { "a", "b" } select x.Length).Sum()', 'System.Int32 2'],
  [
    'string.Join(",", from x in new[] { 3, 1 } from y in new[] { 1, 2 } orderby y, x select x * 10 + y)',
    'System.String 11,31,12,32',
  ],
  [
    '{ var q = from x in new[] { 1, 2, 3 } where x > 1 select new { x, sq = x * x }; return q.Last().sq; }',
    'System.Int32 9',
  ],
  [
    '{ int n = 2; return (from x in new[] { 1, 2, 3 } where x > n from y in new[] { n } select x * y).Single(); }',
    'System.Int32 6',
  ],
]);

holds('what is wrong in a query is told at its clause', [
  ['from x in 5 select x', 'CS1936@1:13'],
  ['(from x in new[] { 1, 2 } select y).Sum()', 'CS0103@1:34'],
  ['(from x in new[] { 1, 2 } where x select x).Sum()', 'CS0029@1:33'],
  ['(from x in new[] { 1 } from x in new[] { 2 } select x).Sum()', 'CS1930@1:29'],
  [
    '(from x in new[] { 1 } join y in new[] { 1 } on x equals y into y let y = 2 select x).Sum()',
    'CS1930@1:71',
  ],
  ['{ int x = 1; return (from x in new[] { 1 } select x).Sum(); }', 'CS1931@1:27'],
  ['{ int y = 1; return (from x in new[] { 1 } let y = 2 select x).Sum(); }', 'CS1931@1:44'],
]);
