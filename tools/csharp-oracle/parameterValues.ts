/** What is worth trying for parameters of a name: values that mean something there, or stay small. */
import { listed } from './listed.ts';

interface ParameterValues {
  /** Full name of the parameter's type. */
  readonly type: string;
  readonly name: RegExp;
  /** Full name of the type that has the member. */
  readonly owner?: RegExp;
  readonly values: readonly string[];
}

export const parameterValues: readonly ParameterValues[] = [
  {
    type: 'System.DateTime',
    name: /^(?:dateTime|time)$/,
    owner: /\.TimeZone(?:Info)?$/,
    values: listed`
      new DateTime(2024, 3, 31, 1, 59, 59)  new DateTime(2024, 3, 31, 2, 30, 0)
      new DateTime(2024, 3, 31, 3, 0, 0)  new DateTime(2024, 10, 6, 1, 0, 0)
      new DateTime(2024, 10, 6, 2, 0, 0)  new DateTime(2026, 10, 4, 2, 15, 0)
      new DateTime(2026, 5, 1, 1, 45, 0)  new DateTime(2027, 1, 1)  new DateTime(2024, 7, 1)
      new DateTime(2024, 3, 31, 1, 0, 0, DateTimeKind.Utc)  DateTime.MinValue  DateTime.MaxValue
      new DateTime(2024, 10, 6, 0, 30, 0, DateTimeKind.Utc)
      new DateTime(2024, 10, 6, 0, 30, 0, DateTimeKind.Local)
    `,
  },
  {
    type: 'System.DateTime',
    name: /^timeOfDay$/,
    values: listed`
      new DateTime(1, 1, 1)  new DateTime(1, 1, 1, 23, 59, 59, 999)  new DateTime(1, 1, 2)
      new DateTime(1L)  new DateTime(1, 1, 1, 2, 0, 0, DateTimeKind.Utc)
    `,
  },
  {
    type: 'System.DateTime',
    name: /^date(?:Start|End)$/,
    values: listed`
      DateTime.MinValue  new DateTime(2024, 1, 1)  new DateTime(2024, 12, 31)
      DateTime.MaxValue.Date  new DateTime(2024, 1, 1, 2, 0, 0)
    `,
  },
  {
    type: 'System.TimeSpan',
    name: /^(?:baseUtcOffset|daylightDelta)$/,
    values: listed`
      TimeSpan.Zero  TimeSpan.FromHours(1)  TimeSpan.FromMinutes(-90)  TimeSpan.FromHours(14)
      TimeSpan.FromHours(-14.5)  TimeSpan.FromSeconds(90)
    `,
  },
  {
    type: 'System.Int32',
    name: /^week$/,
    values: listed`
      1  4  5  6  0
    `,
  },
  {
    type: 'System.String',
    name: /^format$/,
    owner: /\.(?:DateTime|DateTimeOffset)$/,
    values: listed`
      "d"  "D"  "f"  "g"  "G"  "m"  "o"  "r"  "s"  "t"  "T"  "u"  "y"  "yyyy-MM-dd"
      "HH:mm:ss.fff"  "dddd, d MMMM yyyy"  "hh'h'tt K"  "%d"  "zzz"  ""  "x"  "ddd\\Tyy"
      "FFFFFFF"  "yyyyMMddTHHmmss"
    `,
  },
  {
    type: 'System.String',
    name: /^format$/,
    owner: /\.TimeSpan$/,
    values: listed`
      "c"  "g"  "G"  "hh\\:mm"  "d\\.hh"  "%s"  ""  "fff"  "x"
    `,
  },
  {
    type: 'System.String',
    name: /^format$/,
    owner: /\.Guid$/,
    values: listed`
      "N"  "D"  "B"  "P"  "X"  ""  "q"
    `,
  },
  {
    type: 'System.String',
    name: /^format$/,
    owner: /\.(?:String|StringBuilder|StringWriter|TextWriter)$/,
    values: listed`
      "{0}"  "{0,5}|"  "{0,-5}|"  "{0:N2}"  "{0:X}"  "{1} {0}"  "{{{0}}}"  "{"  "none"
      "{0:yyyy-MM-dd}"  "{2}"  "{0:0.00;(0.00);zero}"
    `,
  },
  {
    type: 'System.String',
    name: /^format$/,
    values: listed`
      "G"  "N"  "N0"  "F2"  "C"  "E3"  "P1"  "D5"  "X"  "x4"  "R"  "0.##"  "#,##0.00"
      "0.0;(0.0);zero"  "00000"  ""  "Z"  "0%"  "e2"  "'a'0"
    `,
  },
  {
    type: 'System.String',
    name: /^pattern$/,
    values: listed`
      @"\d+"  @"(\w+)\s(\w+)"  "[aeiou]"  "^$"  @"(?<y>\d{4})-(?<m>\d\d)"  "a*"  "b|c"  "("
      @"\b\w"  "(?i)ABC"  ","  @"\s+"  "(.)\\1"
    `,
  },
  {
    type: 'System.String',
    name: /^replacement$/,
    values: listed`
      "x"  ""  "$1"  "[$0]"  "$y/$$"
    `,
  },
  {
    type: 'System.String',
    name: /^(?:path)$/,
    values: listed`
      "a"  "$..d"  "b[0]"  "c.d"  "x"  "$"
    `,
  },
  {
    type: 'System.String',
    name: /^propertyName$/,
    values: listed`
      "a"  "b"  "x"  "when"
    `,
  },
  {
    type: 'System.String',
    name: /^(?:name|culture)$/,
    owner: /CultureInfo$/,
    values: listed`
      "en-US"  ""  "en-us"  "xx-nope-zz"
    `,
  },
  {
    type: 'System.String',
    name: /^name$/,
    owner: /Encoding$/,
    values: listed`
      "utf-8"  "us-ascii"  "UTF-16"  "iso-8859-1"  "nope"
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:totalWidth|count|capacity|repeatCount|length|codepage|maxCapacity)$/,
    values: listed`
      0  1  2  3  5  8  -1  20
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:index|startIndex|startat)$/,
    values: listed`
      0  1  2  3  5  8  -1  20
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:digits|decimals)$/,
    values: listed`
      0  1  2  15  28  -1
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:fromBase|toBase)$/,
    values: listed`
      2  8  10  16  7
    `,
  },
  {
    type: 'System.Int32',
    name: /^year$/,
    values: listed`
      2024  1900  2000  1  9999  0
    `,
  },
  {
    type: 'System.Int32',
    name: /^month$/,
    values: listed`
      1  2  12  13  0
    `,
  },
  {
    type: 'System.Int32',
    name: /^day$/,
    values: listed`
      1  28  29  31  0
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:hour|minute|second)$/,
    values: listed`
      0  1  23  59  60
    `,
  },
  {
    type: 'System.Double',
    name: /^value$/,
    owner: /\.(?:DateTime|DateTimeOffset|TimeSpan)$/,
    values: listed`
      0d  1d  -1d  0.5  1.25  -2.75  365d  1e3  1e20  double.NaN
    `,
  },
  {
    type: 'System.Int32',
    name: /^(?:months|value)$/,
    owner: /\.(?:DateTime|DateTimeOffset)$/,
    values: listed`
      0  1  -1  12  13  -25  100000
    `,
  },
  {
    type: 'System.String',
    name: /^(?:xpath|expression)$/,
    owner: /^System\.Xml\.XPath\./,
    values: listed`
      "//b"  "b[1]"  "@n"  "count(//*)"  "string(.)"  "b > 1"  "*"  ".."  "/"  "//p:e"  "p:b"  "b["
      "namespace::*"  "text()"  "ancestor-or-self::node()"  "name()"  "id('x')"  "position()"
    `,
  },
  {
    type: 'System.String',
    name: /^(?:prefix|name|localName)$/,
    owner: /^System\.Xml\.(?:XPath\.|XmlNamespaceManager|IXml)/,
    values: listed`
      "p"  "a"  "b"  "e"  "n"  ""  "xml"  "xmlns"  "q"
    `,
  },
  {
    type: 'System.String',
    name: /^(?:uri|namespaceURI|namespaceName)$/,
    owner: /^System\.Xml\.(?:XPath\.|XmlNamespaceManager|IXml)/,
    values: listed`
      "urn:p"  "urn:d"  ""  "http://www.w3.org/XML/1998/namespace"
    `,
  },
];
