import { holds } from '../testing/table.ts';

holds('the better overload is called', [
  ['Math.Max(1, 2.5)', 'System.Double 2.5'],
  ['Math.Max(1, 2L)', 'System.Int64 2'],
  ['Math.Abs(-5.5m)', 'System.Decimal 5.5'],
  ['string.Join(",", new[] { "a", "b" })', 'System.String a,b'],
  [`string.Join(",", 1, 2.5, 'c')`, 'System.String 1,2.5,c'],
  ['string.Format("{0}", new object[] { 1, 2 })', 'System.String 1'],
  [`string.Concat(1, "a", 'c')`, 'System.String 1ac'],
  ['5.Equals(5L)', 'System.Boolean False'],
  ['"a".Equals((object)"a")', 'System.Boolean True'],
  ['Convert.ToString(255, 16)', 'System.String ff'],
  ['"abc".Substring(length: 1, startIndex: 2)', 'System.String c'],
]);

holds('arguments that fit no overload are reported', [
  ['Math.Max(1)', 'CS1501@1:6'],
  ['Math.Max(1, "a")', 'CS1503@1:13'],
  ['"abc".Substring("x")', 'CS1503@1:17'],
  ['"abc".Substring(foo: 1)', 'CS1739@1:17'],
  ['"abc".Substring(1, startIndex: 1)', 'CS1744@1:20'],
  ['"abc"["x"]', 'CS1503@1:7'],
  ['new DateTime("x")', 'CS1503@1:14'],
  ['{ var l = new List<int>(); l.Add("x"); return l; }', 'CS1503@1:34'],
  ['int.TryParse("5", 5)', 'CS1620@1:19'],
  ['int.TryParse("5", out 5)', 'CS1510@1:23'],
]);
