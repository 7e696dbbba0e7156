/** Values of basic types on which implementations differ. */
import { listed } from './listed.ts';

const transition = 'TimeZoneInfo.TransitionTime';
const two = 'new DateTime(1, 1, 1, 2, 0, 0)';
const march = `${transition}.CreateFloatingDateRule(${two}, 3, 5, DayOfWeek.Sunday)`;
const october = `${transition}.CreateFloatingDateRule(${two}, 10, 1, DayOfWeek.Sunday)`;
const firstOfMay = `${transition}.CreateFixedDateRule(${two}, 5, 1)`;

const rule = 'TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule';
const northern = `${rule}(DateTime.MinValue.Date, new DateTime(2025, 12, 31), TimeSpan.FromHours(1), ${march}, ${october})`;
const southern = `${rule}(new DateTime(2026, 1, 1), DateTime.MaxValue.Date, TimeSpan.FromMinutes(30), ${october}, ${firstOfMay})`;

const zone = 'TimeZoneInfo.CreateCustomTimeZone';
const zones = [
  'TimeZoneInfo.Utc',
  `${zone}("North", TimeSpan.FromHours(1), "N", "NS", "ND", new[] { ${northern} })`,
  `${zone}("South", TimeSpan.FromHours(-9.5), "S", null, "SD", new[] { ${southern} })`,
  `${zone}("Both", TimeSpan.FromHours(12), null, "B", "", new[] { ${northern}, ${southern} })`,
];

export const edgeValues: Readonly<Record<string, readonly string[]>> = {
  'System.Boolean': listed`
    true  false
  `,
  'System.SByte': listed`
    (sbyte)0  (sbyte)1  (sbyte)2  (sbyte)3  (sbyte)7  (sbyte)9  (sbyte)42  (sbyte)64  (sbyte)127
    (sbyte)(-1)  (sbyte)(-128)
  `,
  'System.Byte': listed`
    (byte)0  (byte)1  (byte)2  (byte)3  (byte)7  (byte)9  (byte)42  (byte)64  (byte)127  (byte)128
    (byte)255
  `,
  'System.Int16': listed`
    (short)0  (short)1  (short)2  (short)3  (short)7  (short)9  (short)42  (short)64  (short)127
    (short)(-1)  (short)32767  (short)(-32768)
  `,
  'System.UInt16': listed`
    (ushort)0  (ushort)1  (ushort)2  (ushort)3  (ushort)7  (ushort)9  (ushort)42  (ushort)64
    (ushort)127  (ushort)65535
  `,
  'System.Int32': listed`
    0  1  2  3  7  10  42  -1  -3  100  255  256  1000  65536  -2147483647  int.MaxValue
    int.MinValue
  `,
  'System.UInt32': listed`
    0u  1u  2u  3u  7u  9u  42u  64u  127u  4294967295u  2147483648u
  `,
  'System.Int64': listed`
    0L  1L  2L  3L  7L  10L  42L  -1L  -3L  100L  255L  256L  1000L  4294967296L  -4294967297L
    9007199254740993L  long.MaxValue  long.MinValue
  `,
  'System.UInt64': listed`
    0ul  1ul  2ul  3ul  7ul  9ul  42ul  64ul  127ul  18446744073709551615ul  9223372036854775808ul
  `,
  'System.Single': listed`
    0f  1f  -1f  0.1f  1.5f  2.5f  -2.5f  3.14159f  1e10f  16777217f  1.23456789f  1e-5f  0.0001f
    float.MaxValue  float.NaN  float.PositiveInfinity
  `,
  'System.Double': listed`
    0d  -0d  1d  -1d  0.1  0.3  0.5  1.5  2.5  -2.5  3.14159265358979  1e15  1e16  1e-5  0.0001
    123456789.125  -1234.5678  1e100  1e300  double.MaxValue  double.Epsilon  double.NaN
    double.NegativeInfinity
  `,
  'System.Decimal': listed`
    0m  new decimal(0, 0, 0, false, 1)  1m  -1m  1.0m  1.10m  2.5m  -2.5m  0.1m  100.00m  12345.6789m  0.0000001m  1e10m
    79228162514264337593543950335m  decimal.Negate(0.00m)  decimal.MinValue
  `,
  'System.Char': listed`
    'a'  'Z'  '0'  '9'  ' '  '\t'  ','  '-'  'é'  'ß'  'İ'  'Σ'  '\0'  '\uD83D'  '\uDE00'
    '\u00A0'  '٣'  '中'  '\uFFFF'
  `,
  'System.String': listed`
    ""  " "  "a"  "A"  "abc"  "ABC"  "Hello, World"  " padded\t"  "a,b,,c"  "0"  "42"  "-17"
    " 12 "  "1,234.5"  "1e3"  "2147483648"  "0x1F"  "NaN"  "true"  "False"  "2024-02-29"
    "2026-03-04T05:06:07Z"  "03/04/2026 5:06 PM"  "naïve café"  "İstanbul ıi"  "straße"
    "\uD83D\uDE00 smile"  "\uD83D"  "e\u0301"  "\u00E9"  "a\nb\r\nc"  "<a b=\"c\">&amp;</a>"
    "%41+%20%zz"  "{\"a\":[1,2.50,null],\"b\":\"2024-02-29\"}"  "[1,\"x\",{}]"  "{0}"  "SGVsbG8="
    "https://user@contoso.com:8443/a/b?c=d#e"  "/a/b?c"  "aaa"  "ab12cd"  "DayOfWeek"
    "d3b07384-d9a0-4c9b-8d1f-0123456789ab"  "1.02:03:04.5"  "10:20"  "Friday"
  `,
  'System.DateTime': listed`
    new DateTime(2024, 2, 29)  new DateTime(2026, 3, 4, 5, 6, 7)  DateTime.MinValue
    DateTime.MaxValue  new DateTime(1999, 12, 31, 23, 59, 59, 999)
    new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc)  new DateTime(1900, 3, 1)
    new DateTime(638000000000000001L)
  `,
  'System.DateTimeOffset': listed`
    new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero)
    new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.FromHours(-5.5))
    new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromHours(14))  DateTimeOffset.MinValue
    DateTimeOffset.MaxValue
  `,
  'System.TimeSpan': listed`
    TimeSpan.Zero  new TimeSpan(1, 2, 3)  new TimeSpan(-1, -2, -3, -4, -5)  TimeSpan.MaxValue
    TimeSpan.MinValue  TimeSpan.FromDays(1.5)  new TimeSpan(1L)  TimeSpan.FromMilliseconds(1234)
    new TimeSpan(10, 0, 0)
  `,
  'System.Guid': listed`
    Guid.Empty  new Guid("d3b07384-d9a0-4c9b-8d1f-0123456789ab")
    new Guid("FFFFFFFF-0000-1111-2222-333344445555")
  `,
  'System.Uri': listed`
    new Uri("https://user@contoso.com:8443/a/b?c=d#e")  new Uri("http://contoso.com")
    new Uri("http://contoso.com/a%20b/../c?q=1 2")  new Uri("a/b?c", UriKind.Relative)
    new Uri("urn:isbn:123")
  `,
  'System.Text.StringBuilder': listed`
    new StringBuilder()  new StringBuilder("abcabc")
  `,
  'System.Text.RegularExpressions.Regex': listed`
    new Regex(@"(\w)(\d+)?")  new Regex("a+|b", RegexOptions.IgnoreCase)
    new Regex(@"(?<word>\p{L}+)\s*")  new Regex("^.*$", RegexOptions.Multiline)
  `,
  'System.Text.RegularExpressions.MatchEvaluator': listed`
    m => "<" + m.Value + ">"  m => ""
  `,
  'System.Globalization.CultureInfo': listed`
    CultureInfo.InvariantCulture  CultureInfo.GetCultureInfo("en-US")
  `,
  'System.IFormatProvider': listed`
    CultureInfo.InvariantCulture  null
  `,
  'System.Text.Encoding': listed`
    Encoding.UTF8  Encoding.ASCII  Encoding.Unicode
  `,
  'System.TimeZoneInfo': zones,
  'System.TimeZone': listed`
    TimeZone.CurrentTimeZone
  `,
  'System.TimeZoneInfo.AdjustmentRule': [northern, southern],
  'System.TimeZoneInfo.TransitionTime': [march, october, firstOfMay, `default(${transition})`],
  'System.Globalization.DaylightTime': listed`
    new DaylightTime(new DateTime(2024, 3, 31, 2, 0, 0), new DateTime(2024, 10, 27, 3, 0, 0), TimeSpan.FromHours(1))
    new DaylightTime(new DateTime(2024, 9, 29), new DateTime(2024, 4, 7), TimeSpan.FromMinutes(-30))
  `,
  'System.Object': listed`
    (object)1  (object)"a"  (object)2L  (object)1.5  (object)true  (object)'x'  (object)2.50m
    null  (object)new DateTime(2024, 2, 29)  (object)DayOfWeek.Friday  (object)(byte)7
    (object)"12"  (object)new int[] { 1, 2 }  (object)1.5f
  `,
  'System.Type': listed`
    typeof(int)  typeof(string)  typeof(DayOfWeek)  typeof(List<int>)
  `,
  'System.Exception': listed`
    new Exception("boom")  new ArgumentException("bad", "name")
  `,
  'System.StringComparer': listed`
    StringComparer.Ordinal  StringComparer.OrdinalIgnoreCase
  `,
  'Newtonsoft.Json.Linq.JObject': listed`
    new JObject()  JObject.Parse("{\"a\":1,\"b\":[true,null,\"x\"],\"c\":{\"d\":2.50}}")
    JObject.Parse("{\"when\":\"2026-03-04T05:06:07Z\",\"s\":\"a\\\"é\"}")
    new JObject(new JProperty("p", 1.5), new JProperty("q", null))
  `,
  'Newtonsoft.Json.Linq.JArray': listed`
    new JArray()  JArray.Parse("[1,2,3]")  new JArray("a", 2L, null, true)
    JArray.Parse("[{\"n\":1},{\"n\":2,\"m\":[[]]}]")
  `,
  'Newtonsoft.Json.Linq.JValue': listed`
    new JValue(1)  new JValue("text")  new JValue(1.5)  JValue.CreateNull()  new JValue(true)
    new JValue(new DateTime(2024, 2, 29))  new JValue("12")
  `,
  'Newtonsoft.Json.Linq.JProperty': listed`
    new JProperty("p", 1)  new JProperty("q", new JArray(1, 2))
  `,
  'Newtonsoft.Json.Linq.JToken': listed`
    (JToken)1  (JToken)"x"  JToken.Parse("{\"a\":{\"b\":[1,2,{\"c\":null}]}}")
    JToken.Parse("[1,\"2\",3.0]")  (JToken)"2024-02-29"
  `,
  'System.Xml.Linq.XElement': listed`
    XElement.Parse("<a b=\"1\"><c>x</c><c>2</c>t</a>")
    XElement.Parse("<p:r xmlns:p=\"urn:p\" xmlns=\"urn:d\"><e p:q=\"&lt;\"/></p:r>")
    new XElement("e", 5)  new XElement("r", new XAttribute("k", "v"), new XElement("n", true))
  `,
  'System.Xml.Linq.XAttribute': listed`
    new XAttribute("k", "v")  new XAttribute("n", 12)
  `,
  'System.Xml.Linq.XDocument': listed`
    XDocument.Parse("<a><b>1</b><!--c--></a>")  new XDocument(new XElement("root"))
  `,
  'System.Xml.Linq.XName': listed`
    XName.Get("c")  (XName)"{urn:d}e"  XName.Get("b")
  `,
  'System.Xml.Linq.XNode': listed`
    new XText("text")  new XElement("e")  new XComment("c")
  `,
  'System.Xml.XmlNamespaceManager': listed`
    new XmlNamespaceManager(new NameTable())
  `,
  'System.Xml.XmlNameTable': listed`
    new NameTable()
  `,
  'System.Xml.XPath.XPathNavigator': listed`
    XDocument.Parse("<!--c--><a xmlns:p=\"urn:p\" n=\"7\" p:m=\"true\"><b>1</b>t<p:e/><b><c/></b><?p i?></a>").CreateNavigator()
    XElement.Parse("<a xmlns=\"urn:d\" xmlns:p=\"urn:p\" n=\"7\"><p:b>1.5</p:b>t<b xmlns=\"\"/></a>").CreateNavigator()
    XElement.Parse("<a><b>1</b><b k=\"2\">2<c/></b></a>").CreateNavigator().SelectSingleNode("b[2]")
    XElement.Parse("<a n=\"7\" m=\"x\"/>").CreateNavigator().SelectSingleNode("@n")
    XElement.Parse("<a xmlns:p=\"urn:p\"/>").CreateNavigator().SelectSingleNode("namespace::p")
    XElement.Parse("<a>2024-02-29<b/></a>").CreateNavigator().SelectSingleNode("text()")
    XElement.Parse("<a><?p true?></a>").CreateNavigator().SelectSingleNode("processing-instruction()")
  `,
  'System.Xml.XPath.XPathExpression': listed`
    XPathExpression.Compile("//b")  XPathExpression.Compile("@*")  XPathExpression.Compile("count(*)")
    XPathExpression.Compile("string()")  XPathExpression.Compile("p:e")  XPathExpression.Compile("..")
  `,
  'System.Xml.XPath.XPathNodeIterator': listed`
    XElement.Parse("<a><b>1</b><b>2</b></a>").CreateNavigator().Select("b")
    XElement.Parse("<a n=\"7\" m=\"x\"/>").CreateNavigator().Select("@*")
  `,
};
