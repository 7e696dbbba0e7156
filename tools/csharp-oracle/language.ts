/** Cases of the language's statements and of the texts that members read: what policies are written in. */
import type { TypeRegistry } from '../../src/expressions/typeSystem/TypeRegistry.ts';
import type { Expressions } from './Expressions.ts';
import { datePieces, dateTexts, jsonPaths, jsonTexts, numberPieces } from './languageTexts.ts';
import { listed } from './listed.ts';
import type { Random } from './Random.ts';
import { dateCultures, exactDate, writtenDate } from './writtenDates.ts';

interface Source {
  readonly random: Random;
  /** An expression of a type, by its full name. */
  readonly of: (type: string) => string;
}

type Form = (source: Source) => string;

const numbers = listed`
  System.SByte  System.Byte  System.Int16  System.UInt16  System.Int32  System.UInt32
  System.Int64  System.UInt64  System.Single  System.Double  System.Decimal  System.Char
`;
const integers = numbers.slice(0, 8);
const compound = ['+=', '-=', '*=', '/=', '%=', '&=', '|=', '^=', '<<=', '>>='];
const comparisons = ['<', '<=', '>', '>=', '==', '!='];
const styles = listed`
  None  AllowLeadingWhite  AllowTrailingWhite  AllowInnerWhite  AllowWhiteSpaces
  NoCurrentDateDefault  AdjustToUniversal  AssumeUniversal  RoundtripKind  AssumeLocal
`;

const forms: Readonly<Record<string, Form>> = {
  query: ({ random, of }) => {
    const source = `new[] { ${repeated(random, () => of('System.Int32'))} }`;
    const order = random.pick([
      '',
      'orderby x descending',
      'orderby x % 3, x',
      'let y = x / 2 orderby y',
    ]);
    const select = random.pick([
      'x',
      'x * 2L',
      '"<" + x + ">"',
      'x > 1 ? "a" : null',
      '(x, -x).ToString()',
    ]);
    return `return string.Join("|", from x in ${source} where x ${random.pick(comparisons)} ${of('System.Int32')} ${order} select ${select});`;
  },
  'query of groups': ({ random, of }) =>
    `var words = new[] { ${repeated(random, () => of('System.String'))} }; return string.Join("|", from w in words group w.Length * 3 by w.Length ${random.pick(['% 2', '/ 3', ''])} into g orderby g.Key select g.Key + ":" + g.${random.pick(['Count()', 'Sum()', 'Max()', 'First()'])});`,
  'query of two': ({ random, of }) =>
    `var a = new[] { ${repeated(random, () => of('System.Int32'))} }; var b = new[] { 1, 2, 3, -1 }; return string.Join(",", ${random.pick(['from x in a from y in b where x % 4 == y select x - y', 'from x in a join y in b on x equals y select x + y', 'from x in a join y in b on x % 3 equals y into z select z.Count()'])});`,
  foreach: ({ random, of }) =>
    `var r = ""; foreach (var s in new[] { ${repeated(random, () => of('System.String'))} }) { if (s == null || s.Length ${random.pick(comparisons)} ${random.below(6)}) ${random.pick(['continue', 'break'])}; foreach (char c in s) r += (char)(c + ${random.below(3)}); r += ";"; } return r;`,
  for: ({ random, of }) =>
    `${typeName(random.pick(integers))} t = 1; for (int i = ${random.below(5) - 2}; i ${random.pick(comparisons.slice(0, 4))} ${random.below(6)} && i > -9 && i < 9; i${random.pick(['++', ' += 2', '--'])}) { t ${random.pick(['+=', '^=', '|=', '-='])} 3; t++; } return t + ${of('System.String')};`,
  while: ({ random, of }) =>
    `var n = ${of('System.Int32')}; var k = 0; ${random.pick(['while (n != 0 && k < 40) { n /= 3; k++; }', 'do { n = n >> 2; k += n % 5; } while (n > 0);', 'while (true) { if (++k > 6) break; n ^= k << k; }'])} return n + "/" + k;`,
  'switch of texts': ({ random, of }) =>
    `switch (${of('System.String')}) { case "": return 0; case "a": case "A": return 1; case "${random.pick(['abc', '42', 'true'])}": goto case ""; default: return 2; }`,
  'is pattern': ({ random, of }) =>
    `object o = ${of('System.Object')}; return o is ${random.pick(['int', 'string', 'long', 'double', 'decimal', 'bool', 'DateTime', 'IConvertible', 'IComparable'])} x ? (object)("yes " + x) : o is null;`,
  compound: ({ random, of }) => {
    const type = random.pick(numbers);
    return `${typeName(type)} a = ${of(type)}; a ${random.pick(compound)} ${of(random.pick([type, 'System.Int32', 'System.Byte']))}; return a;`;
  },
  increment: ({ random, of }) => {
    const type = random.pick(numbers);
    return `${random.pick(['', 'checked ', 'unchecked '])}{ ${typeName(type)} a = ${of(type)}; var b = ${random.pick(['a++', '--a', '++a', 'a--'])}; return Tuple.Create(a, b); }`;
  },
  convert: ({ random, of }) => {
    const [from, to] = [random.pick(numbers), random.pick(numbers)];
    return `${random.pick(['checked', 'unchecked'])} { var a = ${of(from)}; return (${typeName(to)})a; }`;
  },
  lifted: ({ random, of }) => {
    const type = random.pick(numbers.slice(2));
    const operand = (): string => (random.chance(0.3) ? 'null' : of(type));
    const operation = random.pick([
      'a + b',
      'a * b',
      'a - b',
      'a < b',
      'a == b',
      'a != b',
      'a ?? b',
      '-a',
      'a.HasValue',
      '(a ?? b).ToString()',
      'a >= b ? a : b',
      'a.GetValueOrDefault()',
    ]);
    return `${typeName(type)}? a = ${operand()}; ${typeName(type)}? b = ${operand()}; return ${operation};`;
  },
  'lifted logic': ({ random }) => {
    const operand = (): string => random.pick(['true', 'false', 'null']);
    return `bool? a = ${operand()}; bool? b = ${operand()}; return ${random.pick(['a & b', 'a | b', 'a ^ b', '!a', 'a == b', 'a ?? b', '(a & !b) ?? true'])};`;
  },
  characters: ({ random, of }) =>
    `char c = ${of('System.Char')}; ${random.pick(['return c + 1;', "return c - '0';", 'return (char)(c + 1);', 'c++; return c;', "return c > 'a' && c <= 'z';", 'return "" + c + c;', 'return c + \'b\' + "x";', 'return (int)c;', 'return c == 65;', 'c += (char)2; return c;', "return new string(c, 2) + (c ^ ' ');"])}`,
  'number format': ({ random, of }) =>
    `return (${of(random.pick(numbers.slice(0, 11)))}).ToString("${pieces(random, numberPieces)}", CultureInfo.InvariantCulture);`,
  'date format': ({ random, of }) =>
    `return (${of(random.pick(['System.DateTime', 'System.DateTimeOffset']))}).ToString("${pieces(random, datePieces)}", CultureInfo.InvariantCulture);`,
  'composite format': ({ random, of }) =>
    `return string.Format(CultureInfo.InvariantCulture, "${random.pick(['{0', '[{1,8', '{0,-7', 'a{{{0', '{1}{0'])}${random.pick(['', ':' + pieces(random, numberPieces).replaceAll(/[{}]/g, '')])}}${random.pick(['', ']', '}}', '{'])}", ${of('System.Object')}, ${of(random.pick(numbers))});`,
  interpolation: ({ random, of }) =>
    `var a = ${of(random.pick(numbers))}; var s = ${of('System.String')}; return $"{a,${random.below(12) - 6}:${random.pick(['G', 'N1', '000', '0.#', 'F3'])}}|{s?.Length ?? -1:D3}|{(a > 1 ? "big" : s),5}|{{{s}}}";`,
  'named arguments': ({ random, of }) =>
    `return ${random.pick([
      () =>
        `(${of('System.String')}).PadLeft(paddingChar: ${of('System.Char')}, totalWidth: ${random.below(9)})`,
      () =>
        `new DateTime(day: ${1 + random.below(30)}, month: ${1 + random.below(12)}, year: 2024)`,
      () => `string.Compare(strB: "a", strA: "b", ignoreCase: true)`,
      () => `Math.Round(digits: ${random.below(4)}, value: ${of('System.Decimal')})`,
      () =>
        `(${of('System.String')}).IndexOf("a", comparisonType: StringComparison.Ordinal, startIndex: 0)`,
      () => `(${of('System.String')}).Replace(newValue: "-", oldValue: "a")`,
    ])()};`,
  anonymous: ({ random, of }) => {
    const object = `new { A = ${of(random.pick(numbers))}, B = ${of('System.String')} }`;
    return `var o = ${object}; ${random.pick(['return o.ToString();', `return o.Equals(${object});`, 'return o.A + "|" + o.B;', 'return JsonConvert.SerializeObject(o);', 'return JObject.FromObject(o)["A"].ToString();', 'return new[] { o, o }.Select(x => x.B).Distinct().Count();'])}`;
  },
  evaluator: ({ random, of }) =>
    `return Regex.Replace(${of('System.String')}, @"${random.pick(['\\w', '\\d+', '(.)(.)', '[aeiou]', '(?<x>\\w+)\\W', '^|$', '\\b'])}", m => ${random.pick(['m.Value.ToUpper()', 'm.Index.ToString()', '"[" + m.Groups[1].Value + "]"', 'm.Length > 1 ? "" : m.Value + m.Value', '(m.Index % 2 == 0 ? "<" : ">") + m.Groups.Count'])});`,
  'json value': ({ random }) =>
    `var t = JObject.Parse(${random.pick(jsonTexts)})["${random.pick(['a', 'b', 'c', 'd', 'x'])}"]; return ${random.pick(['(int)t', '(string)t', '(double)t', '(bool)t', '(DateTime)t', '(long?)t', '(decimal?)t', 't.Value<string>()', 't.ToObject<int>()', 't.ToString()', 't.Type', 't == null', 't.ToObject<List<string>>()', '(t as JValue)?.Value', '(t as JArray)?.Count', 't?.HasValues'])};`,
  'json path': ({ random }) =>
    `var t = JToken.Parse(${random.pick(jsonTexts)}); return ${random.pick(['string.Join("|", t.SelectTokens(P).Select(x => x.Path + "=" + x.ToString(Newtonsoft.Json.Formatting.None)))', 't.SelectToken(P)?.ToString(Newtonsoft.Json.Formatting.None)', 't.SelectTokens(P).Count()']).replace('P', () => `"${random.pick(jsonPaths)}"`)};`,
  'date parse': ({ random }) =>
    `return ${random.pick(['DateTime', 'DateTimeOffset'])}.Parse("${random.pick(dateTexts)}", CultureInfo.InvariantCulture, DateTimeStyles.${random.pick(styles)}).ToString("o");`,
  'date parse exact': ({ random }) =>
    `return ${random.pick(['DateTime', 'DateTimeOffset'])}.ParseExact("${random.pick(dateTexts)}", "${random.pick([...listed`yyyy-MM-dd  yyyy-MM-ddTHH:mm:ssZ  o  s  u  R  MM/dd/yyyy  d/M/yyyy  yyyyMMdd  HH:mm  dd MMM yyyy  M/d/yyyy h:mm tt  yyyy-MM-ddTHH:mm:ssK  yyyy-MM-ddTHH:mm:sszzz  yyyy-MM-dd HH:mm:ss.FFF  ddd, dd MMM yyyy HH:mm:ss 'GMT'  d  G`])}", CultureInfo.InvariantCulture, DateTimeStyles.${random.pick(styles)}).ToString("o");`,
  'written date': ({ random }) =>
    `return ${random.pick(['DateTime', 'DateTimeOffset'])}.Parse("${writtenDate(random)}", ${cultureOf(random)}, DateTimeStyles.${random.pick(styles)}).ToString("o");`,
  'exact date': ({ random }) => {
    const { format, text } = exactDate(random);
    return `return ${random.pick(['DateTime', 'DateTimeOffset'])}.ParseExact("${text}", "${format}", ${cultureOf(random)}, DateTimeStyles.${random.pick(styles)}).ToString("o");`;
  },
  'time parse': ({ random }) =>
    `return TimeSpan.Parse("${random.pick(listed`1:2  1.02:03  10:20:30.5  -1:00  24:00  1  1:60  .5  1:2:3:4  00:00:00.1234567  00:00:00.12345678  1.2  99999999  -0:0:1  :1  1:  +1:00`)}", CultureInfo.InvariantCulture).ToString();`,
  exceptions: ({ random, of }) =>
    `var log = ""; try { ${random.pick([`log += int.Parse(${of('System.String')});`, `log += (${of('System.String')}).Substring(2);`, `object o = ${of('System.Object')}; log += (string)o;`, `log += 10 / (${of('System.Int32')} - 1);`, `log += new[] { 1, 2 }[${of('System.Int32')}];`])} } catch (${random.pick(['FormatException', 'ArgumentException', 'InvalidCastException', 'Exception'])} e) { log += e.GetType().Name; } catch (${random.pick(['NullReferenceException', 'ArithmeticException', 'IndexOutOfRangeException'])}) { log += "!"; } finally { log += "."; } return log;`,
  closure: ({ random, of }) =>
    `var total = ${of('System.Int32')}; Func<int, int> f = n => { total = unchecked(total + n); return total${random.pick(['', ' * 2', ' % 7'])}; }; var list = new List<Func<int>>(); foreach (var i in new[] { 1, 2, 3 }) list.Add(() => i * total); f(5); return string.Join(",", list.Select(g => g())) + "/" + f(1);`,
  conditional: ({ random, of }) =>
    `var s = ${of('System.String')}; var d = new Dictionary<string, string> { { "a", "1" }, { "b", null } }; string v; return s?.Trim()?.ToUpper() ?? (d.TryGetValue("${random.pick(['a', 'b', 'c'])}", out v) ? v ?? "none" : "no " + (s == null));`,
};

/** A random block of statements. @throws Unmakeable */
export function languageCase(
  random: Random,
  expressions: Expressions,
  registry: TypeRegistry,
): { readonly member: string; readonly expression: string } {
  const of = (type: string): string => expressions.of(registry.named(type), random.below(2));
  const name = random.pick(Object.keys(forms));
  return { member: `language: ${name}`, expression: `@{ ${forms[name]!({ random, of })} }` };
}

function cultureOf(random: Random): string {
  const name = random.pick(dateCultures);
  return name === '' ? 'CultureInfo.InvariantCulture' : `new CultureInfo("${name}")`;
}

/** The keyword of a number type. */
function typeName(fullName: string): string {
  return keywords[fullName] ?? fullName;
}

const keywords: Readonly<Record<string, string>> = {
  'System.SByte': 'sbyte',
  'System.Byte': 'byte',
  'System.Int16': 'short',
  'System.UInt16': 'ushort',
  'System.Int32': 'int',
  'System.UInt32': 'uint',
  'System.Int64': 'long',
  'System.UInt64': 'ulong',
  'System.Single': 'float',
  'System.Double': 'double',
  'System.Decimal': 'decimal',
  'System.Char': 'char',
};

function repeated(random: Random, make: () => string): string {
  return Array.from({ length: 1 + random.below(5) }, make).join(', ');
}

function pieces(random: Random, all: readonly string[]): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(all)).join('');
}
