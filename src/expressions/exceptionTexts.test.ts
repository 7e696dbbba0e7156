import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceText } from '../lib/source/SourceText.ts';
import { compileExpression } from './evaluate.ts';
import { NetException } from './runtime/exceptions.ts';
import { netTypes } from './types/index.ts';
import { stillEnvironment } from './types/testing/callMember.ts';

/** The exception that an expression throws, as `context.LastError` shows it. */
function thrownBy(code: string): string {
  const isBlock = code.startsWith('{');
  const source = new SourceText('test', isBlock ? code.slice(1, -1) : code);
  const form = isBlock ? 'statements' : 'expression';
  const { expression } = compileExpression(source, form, { registry: netTypes });
  assert.ok(expression, code);
  try {
    expression.evaluate(null, stillEnvironment());
  } catch (error) {
    if (error instanceof NetException)
      return `${error.typeName.split('.').at(-1)}: ${error.message}`;
    throw error;
  }
  return 'nothing';
}

const texts: readonly (readonly [code: string, thrown: string])[] = [
  [
    '((string)null).Length',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  [
    '{ int[] a = new int[1]; return a[5]; }',
    'IndexOutOfRangeException: Index was outside the bounds of the array.',
  ],
  [
    '{ int[] a = new int[1]; return a[-1]; }',
    'IndexOutOfRangeException: Index was outside the bounds of the array.',
  ],
  ['"abc"[5]', 'IndexOutOfRangeException: Index was outside the bounds of the array.'],
  [
    'new List<int>()[0]',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')`,
  ],
  [
    '{ var l = new List<int>(); l[0] = 1; return 1; }',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')`,
  ],
  [
    'new Dictionary<string, int>()["k"]',
    `KeyNotFoundException: The given key 'k' was not present in the dictionary.`,
  ],
  [
    'new Dictionary<int, int>()[5]',
    `KeyNotFoundException: The given key '5' was not present in the dictionary.`,
  ],
  [
    'new Dictionary<string, int>()[null]',
    `ArgumentNullException: Value cannot be null. (Parameter 'key')`,
  ],
  [
    '{ var d = new Dictionary<string, int>(); d.Add("a", 1); d.Add("a", 2); return 1; }',
    'ArgumentException: An item with the same key has already been added. Key: a',
  ],
  [
    '{ var d = new Dictionary<string, int> { { "a", 1 }, { "a", 2 } }; return 1; }',
    'ArgumentException: An item with the same key has already been added. Key: a',
  ],
  [
    'new[] {1, 1}.ToDictionary(x => x)',
    'ArgumentException: An item with the same key has already been added. Key: 1',
  ],
  [
    'new[] {"a", "a"}.ToDictionary(x => x)',
    'ArgumentException: An item with the same key has already been added. Key: a',
  ],
  ['{ int z = 0; return 1 / z; }', 'DivideByZeroException: Attempted to divide by zero.'],
  ['{ int z = 0; return 1 % z; }', 'DivideByZeroException: Attempted to divide by zero.'],
  ['{ long z = 0; return 1L / z; }', 'DivideByZeroException: Attempted to divide by zero.'],
  ['{ decimal z = 0; return 1m / z; }', 'DivideByZeroException: Attempted to divide by zero.'],
  [
    '{ int a = int.MaxValue; return checked(a + 1); }',
    'OverflowException: Arithmetic operation resulted in an overflow.',
  ],
  [
    '{ decimal a = decimal.MaxValue; return a + 1; }',
    'OverflowException: Value was either too large or too small for a Decimal.',
  ],
  [
    '{ double d = 1e20; return checked((int)d); }',
    'OverflowException: Arithmetic operation resulted in an overflow.',
  ],
  [
    '{ decimal d = 1e20m; return (int)d; }',
    'OverflowException: Value was either too large or too small for an Int32.',
  ],
  [
    '{ decimal d = 1e20m; return (long)d; }',
    'OverflowException: Value was either too large or too small for an Int64.',
  ],
  [
    '{ double d = 1e30; return (decimal)d; }',
    'OverflowException: Value was either too large or too small for a Decimal.',
  ],
  [
    'short.Parse("40000")',
    'OverflowException: Value was either too large or too small for an Int16.',
  ],
  [
    'long.Parse("99999999999999999999")',
    'OverflowException: Value was either too large or too small for an Int64.',
  ],
  ['ulong.Parse("-5")', 'OverflowException: Value was either too large or too small for a UInt64.'],
  [
    'decimal.Parse("1e50", NumberStyles.Float)',
    'OverflowException: Value was either too large or too small for a Decimal.',
  ],
  ['bool.Parse("yes")', `FormatException: String 'yes' was not recognized as a valid Boolean.`],
  ['bool.Parse(null)', `ArgumentNullException: Value cannot be null. (Parameter 'value')`],
  ['char.Parse("ab")', 'FormatException: String must be exactly one character long.'],
  ['char.Parse("")', 'FormatException: String must be exactly one character long.'],
  [
    'DateTime.Parse("xyz")',
    `FormatException: The string 'xyz' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.`,
  ],
  ['DateTime.Parse("")', `FormatException: String '' was not recognized as a valid DateTime.`],
  ['DateTime.Parse(null)', `ArgumentNullException: Value cannot be null. (Parameter 's')`],
  [
    'DateTime.Parse("2024-13-45")',
    `FormatException: String '2024-13-45' was not recognized as a valid DateTime.`,
  ],
  [
    'DateTime.ParseExact("2024", "yyyy-MM-dd", CultureInfo.InvariantCulture)',
    `FormatException: String '2024' was not recognized as a valid DateTime.`,
  ],
  [
    'DateTime.ParseExact("2024-13-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)',
    `FormatException: The DateTime represented by the string '2024-13-01' is not supported in calendar 'System.Globalization.GregorianCalendar'.`,
  ],
  [
    'DateTimeOffset.Parse("xyz")',
    `FormatException: The string 'xyz' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.`,
  ],
  [
    'TimeSpan.Parse("xyz")',
    `FormatException: String 'xyz' was not recognized as a valid TimeSpan.`,
  ],
  [
    'TimeSpan.Parse("99:99:99:99:99")',
    `FormatException: String '99:99:99:99:99' was not recognized as a valid TimeSpan.`,
  ],
  [
    'TimeSpan.Parse("25:61:00")',
    `OverflowException: The TimeSpan string '25:61:00' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
  ],
  ['TimeSpan.Parse("")', `FormatException: String '' was not recognized as a valid TimeSpan.`],
  [
    'TimeSpan.FromDays(1e10)',
    'OverflowException: TimeSpan overflowed because the duration is too long.',
  ],
  [
    'Guid.Parse("xyz")',
    'FormatException: Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  ],
  ['Guid.Parse("")', 'FormatException: Unrecognized Guid format.'],
  [
    'new Guid("xyz")',
    'FormatException: Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  ],
  [
    'Enum.Parse(typeof(DayOfWeek), "Foo")',
    `ArgumentException: Requested value 'Foo' was not found.`,
  ],
  [
    'Enum.Parse(typeof(DayOfWeek), "")',
    `ArgumentException: Must specify valid information for parsing in the string. (Parameter 'value')`,
  ],
  [
    'Enum.Parse(typeof(int), "Foo")',
    `ArgumentException: Type provided must be an Enum. (Parameter 'enumType')`,
  ],
  [
    'Convert.ToInt32(1e20)',
    'OverflowException: Value was either too large or too small for an Int32.',
  ],
  [
    'Convert.ToByte(300)',
    'OverflowException: Value was either too large or too small for an unsigned byte.',
  ],
  ['Convert.ToChar("ab")', 'FormatException: String must be exactly one character long.'],
  ['Convert.ToBoolean("x")', `FormatException: String 'x' was not recognized as a valid Boolean.`],
  [
    'Convert.ToDateTime("x")',
    `FormatException: The string 'x' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.`,
  ],
  [
    'Convert.ToInt32(new object())',
    `InvalidCastException: Unable to cast object of type 'System.Object' to type 'System.IConvertible'.`,
  ],
  ['Convert.ToInt32("zz", 16)', 'FormatException: Could not find any recognizable digits.'],
  ['Convert.ToInt32("1", 3)', 'ArgumentException: Invalid Base.'],
  [`Convert.ToBoolean('a')`, `InvalidCastException: Invalid cast from 'Char' to 'Boolean'.`],
  [
    'Convert.ToInt32(DateTime.Now)',
    `InvalidCastException: Invalid cast from 'DateTime' to 'Int32'.`,
  ],
  [
    'Convert.FromBase64String("!!!")',
    'FormatException: The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  ],
  [
    'Convert.FromBase64String("abc")',
    'FormatException: The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  ],
  [
    'Convert.FromBase64String(null)',
    `ArgumentNullException: Value cannot be null. (Parameter 's')`,
  ],
  [
    '(int)(object)"a"',
    `InvalidCastException: Unable to cast object of type 'System.String' to type 'System.Int32'.`,
  ],
  [
    '(string)(object)1',
    `InvalidCastException: Unable to cast object of type 'System.Int32' to type 'System.String'.`,
  ],
  [
    '(int)(object)1L',
    `InvalidCastException: Unable to cast object of type 'System.Int64' to type 'System.Int32'.`,
  ],
  [
    '{ object o = null; return (int)o; }',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  [
    '(JObject)(object)"a"',
    `InvalidCastException: Unable to cast object of type 'System.String' to type 'Newtonsoft.Json.Linq.JObject'.`,
  ],
  [
    '(List<string>)(object)new List<int>()',
    `InvalidCastException: Unable to cast object of type 'System.Collections.Generic.List\`1[System.Int32]' to type 'System.Collections.Generic.List\`1[System.String]'.`,
  ],
  [
    '(string[])(object)new object[0]',
    `InvalidCastException: Unable to cast object of type 'System.Object[]' to type 'System.String[]'.`,
  ],
  [
    '(int[])(object)new[] {"a"}',
    `InvalidCastException: Unable to cast object of type 'System.String[]' to type 'System.Int32[]'.`,
  ],
  [
    '(IEnumerable<string>)(object)new List<int>()',
    `InvalidCastException: Unable to cast object of type 'System.Collections.Generic.List\`1[System.Int32]' to type 'System.Collections.Generic.IEnumerable\`1[System.String]'.`,
  ],
  [
    '(Dictionary<string, string>)(object)new Dictionary<string, object>()',
    `InvalidCastException: Unable to cast object of type 'System.Collections.Generic.Dictionary\`2[System.String,System.Object]' to type 'System.Collections.Generic.Dictionary\`2[System.String,System.String]'.`,
  ],
  [
    '(JArray)(JToken)new JObject()',
    `InvalidCastException: Unable to cast object of type 'Newtonsoft.Json.Linq.JObject' to type 'Newtonsoft.Json.Linq.JArray'.`,
  ],
  ['(int?)null + (int)(int?)null', 'InvalidOperationException: Nullable object must have a value.'],
  ['((int?)null).Value', 'InvalidOperationException: Nullable object must have a value.'],
  [
    'new object[] {1}.Cast<string>().ToList()',
    `InvalidCastException: Unable to cast object of type 'System.Int32' to type 'System.String'.`,
  ],
  [
    'new object[] {null}.Cast<int>().ToList()',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  ['new int[0].First()', 'InvalidOperationException: Sequence contains no elements'],
  [
    'new int[0].First(x => x > 1)',
    'InvalidOperationException: Sequence contains no matching element',
  ],
  [
    'new[] {1}.First(x => x > 1)',
    'InvalidOperationException: Sequence contains no matching element',
  ],
  ['new int[0].Last()', 'InvalidOperationException: Sequence contains no elements'],
  [
    'new[] {1}.Last(x => x > 1)',
    'InvalidOperationException: Sequence contains no matching element',
  ],
  ['new int[0].Single()', 'InvalidOperationException: Sequence contains no elements'],
  [
    'new[] {1}.Single(x => x > 1)',
    'InvalidOperationException: Sequence contains no matching element',
  ],
  ['new[] {1, 2}.Single()', 'InvalidOperationException: Sequence contains more than one element'],
  [
    'new[] {1, 2}.Single(x => x > 0)',
    'InvalidOperationException: Sequence contains more than one matching element',
  ],
  [
    'new[] {1, 2}.SingleOrDefault()',
    'InvalidOperationException: Sequence contains more than one element',
  ],
  [
    'new[] {1, 2}.SingleOrDefault(x => x > 0)',
    'InvalidOperationException: Sequence contains more than one matching element',
  ],
  ['new int[0].Max()', 'InvalidOperationException: Sequence contains no elements'],
  ['new int[0].Min()', 'InvalidOperationException: Sequence contains no elements'],
  ['new int[0].Average()', 'InvalidOperationException: Sequence contains no elements'],
  ['new int[0].Aggregate((a, b) => a)', 'InvalidOperationException: Sequence contains no elements'],
  [
    'new[] {1}.ElementAt(5)',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')`,
  ],
  [
    'new[] {1}.ElementAt(-1)',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')`,
  ],
  [
    'new[] {1}.Where(x => true).ElementAt(5)',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'index')`,
  ],
  ['((int[])null).First()', `ArgumentNullException: Value cannot be null. (Parameter 'source')`],
  [
    '((IEnumerable<int>)null).Select(x => x)',
    `ArgumentNullException: Value cannot be null. (Parameter 'source')`,
  ],
  [
    'new[] {1}.Select((Func<int, int>)null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'selector')`,
  ],
  [
    '((List<int>)null).Count',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  [
    'Enumerable.Range(1, -1)',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'count')`,
  ],
  [
    'Enumerable.Repeat(1, -1)',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'count')`,
  ],
  [
    'new[] {int.MaxValue, 1}.Sum()',
    'OverflowException: Arithmetic operation resulted in an overflow.',
  ],
  [
    '"abc".Substring(5)',
    `ArgumentOutOfRangeException: startIndex cannot be larger than length of string. (Parameter 'startIndex')`,
  ],
  [
    '"abc".Substring(-1)',
    `ArgumentOutOfRangeException: StartIndex cannot be less than zero. (Parameter 'startIndex')`,
  ],
  [
    '"abc".Substring(1, 5)',
    `ArgumentOutOfRangeException: Index and length must refer to a location within the string. (Parameter 'length')`,
  ],
  [
    '"abc".Substring(1, -1)',
    `ArgumentOutOfRangeException: Length cannot be less than zero. (Parameter 'length')`,
  ],
  [
    '"abc".Remove(5)',
    `ArgumentOutOfRangeException: startIndex must be less than length of string. (Parameter 'startIndex')`,
  ],
  [
    '"abc".Insert(5, "x")',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'startIndex')`,
  ],
  [
    '"abc".PadLeft(-1)',
    `ArgumentOutOfRangeException: Non-negative number required. (Parameter 'totalWidth')`,
  ],
  [
    '"abc".Replace("", "x")',
    `ArgumentException: String cannot be of zero length. (Parameter 'oldValue')`,
  ],
  [
    '"abc".Replace(null, "x")',
    `ArgumentNullException: Value cannot be null. (Parameter 'oldValue')`,
  ],
  [
    `"abc".Split(new[] {','}, -1)`,
    `ArgumentOutOfRangeException: Count cannot be less than zero. (Parameter 'count')`,
  ],
  [
    '"abc".IndexOf("a", 5)',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'startIndex')`,
  ],
  ['"abc".IndexOf(null)', `ArgumentNullException: Value cannot be null. (Parameter 'value')`],
  ['"abc".Contains(null)', `ArgumentNullException: Value cannot be null. (Parameter 'value')`],
  ['"abc".StartsWith(null)', `ArgumentNullException: Value cannot be null. (Parameter 'value')`],
  ['"abc".CompareTo(1)', 'ArgumentException: Object must be of type String.'],
  [
    '"abc".ToCharArray(2, 5)',
    `ArgumentOutOfRangeException: Index and length must refer to a location within the string. (Parameter 'length')`,
  ],
  [
    `new string('a', -1)`,
    `ArgumentOutOfRangeException: 'count' must be non-negative. (Parameter 'count')`,
  ],
  [
    'string.Format("{0} {1}", 1)',
    'FormatException: Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
  ],
  ['string.Format("{", 1)', 'FormatException: Input string was not in a correct format.'],
  ['string.Format("{x}", 1)', 'FormatException: Input string was not in a correct format.'],
  ['string.Format(null, 1)', `ArgumentNullException: Value cannot be null. (Parameter 'format')`],
  ['string.Format("{0:Q}", 1)', 'FormatException: Format specifier was invalid.'],
  [
    'string.Join(",", (string[])null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'value')`,
  ],
  [
    'string.Concat((string[])null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'values')`,
  ],
  [
    'string.Compare("a", 0, "b", 5, 1)',
    `ArgumentOutOfRangeException: Offset and length must refer to a position in the string. (Parameter 'indexB')`,
  ],
  ['1.ToString("Q")', 'FormatException: Format specifier was invalid.'],
  ['1.5.ToString("D")', 'FormatException: Format specifier was invalid.'],
  ['DateTime.Now.ToString("%")', 'FormatException: Input string was not in a correct format.'],
  [
    'new DateTime(2024, 13, 1)',
    'ArgumentOutOfRangeException: Year, Month, and Day parameters describe an un-representable DateTime.',
  ],
  [
    'new DateTime(2024, 2, 30)',
    'ArgumentOutOfRangeException: Year, Month, and Day parameters describe an un-representable DateTime.',
  ],
  [
    'new DateTime(-1)',
    `ArgumentOutOfRangeException: Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')`,
  ],
  [
    'DateTime.MaxValue.AddDays(1)',
    `ArgumentOutOfRangeException: The added or subtracted value results in an un-representable DateTime. (Parameter 'value')`,
  ],
  [
    'DateTime.MinValue.AddYears(-1)',
    `ArgumentOutOfRangeException: The added or subtracted value results in an un-representable DateTime. (Parameter 'months')`,
  ],
  [
    'DateTime.Now.AddMonths(200000)',
    `ArgumentOutOfRangeException: Months value must be between +/-120000. (Parameter 'months')`,
  ],
  [
    'DateTimeOffset.FromUnixTimeSeconds(long.MaxValue)',
    `ArgumentOutOfRangeException: Valid values are between -62135596800 and 253402300799, inclusive. (Parameter 'seconds')`,
  ],
  [
    'new DateTimeOffset(DateTime.Now, TimeSpan.FromHours(20))',
    `ArgumentException: The UTC Offset for Utc DateTime instances must be 0. (Parameter 'offset')`,
  ],
  [
    'new CultureInfo("xx-invalid-zz")',
    `CultureNotFoundException: Culture is not supported. (Parameter 'name')\nxx-invalid-zz is an invalid culture identifier.`,
  ],
  [
    'new List<int>(-1)',
    `ArgumentOutOfRangeException: Non-negative number required. (Parameter 'capacity')`,
  ],
  [
    'new List<int> {1}.GetRange(0, 5)',
    'ArgumentException: Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
  ],
  [
    'new List<int> {1}.IndexOf(1, 5)',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than or equal to the size of the collection. (Parameter 'index')`,
  ],
  ['new Queue<int>().Dequeue()', 'InvalidOperationException: Queue empty.'],
  ['new Stack<int>().Pop()', 'InvalidOperationException: Stack empty.'],
  ['new Stack<int>().Peek()', 'InvalidOperationException: Stack empty.'],
  ['new Queue<int>().Peek()', 'InvalidOperationException: Queue empty.'],
  [
    '{ int n = -1; return new int[n]; }',
    'OverflowException: Arithmetic operation resulted in an overflow.',
  ],
  [
    '{ object[] a = new string[1]; a[0] = 1; return 1; }',
    'ArrayTypeMismatchException: Attempted to access an element as a type incompatible with the array.',
  ],
  [
    'Array.IndexOf((int[])null, 1)',
    `ArgumentNullException: Value cannot be null. (Parameter 'array')`,
  ],
  ['new[] {1}.GetValue(5)', 'IndexOutOfRangeException: Index was outside the bounds of the array.'],
  [
    'Math.Abs(int.MinValue)',
    'OverflowException: Negating the minimum value of a twos complement number is invalid.',
  ],
  [
    'Math.Round(1.5, 20)',
    `ArgumentOutOfRangeException: Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')`,
  ],
  [
    'Math.Round(1.5m, 30)',
    `ArgumentOutOfRangeException: Decimal can only round to between 0 and 28 digits of precision. (Parameter 'decimals')`,
  ],
  [
    'Math.Sign(double.NaN)',
    'ArithmeticException: Function does not accept floating point Not-a-Number values.',
  ],
  [
    'new Uri("xyz")',
    'UriFormatException: Invalid URI: The format of the URI could not be determined.',
  ],
  ['new Uri("")', 'UriFormatException: Invalid URI: The URI is empty.'],
  ['new Uri(null)', `ArgumentNullException: Value cannot be null. (Parameter 'uriString')`],
  ['new Uri("http://")', 'UriFormatException: Invalid URI: The hostname could not be parsed.'],
  ['new Uri("http://a:99999/")', 'UriFormatException: Invalid URI: Invalid port specified.'],
  [
    'new Uri("/a").Host',
    'UriFormatException: Invalid URI: The format of the URI could not be determined.',
  ],
  [
    'new Uri("/a", UriKind.Relative).Host',
    'InvalidOperationException: This operation is not supported for a relative URI.',
  ],
  ['IPAddress.Parse("x")', 'FormatException: An invalid IP address was specified.'],
  ['IPAddress.Parse("")', 'FormatException: An invalid IP address was specified.'],
  ['IPAddress.Parse(null)', `ArgumentNullException: Value cannot be null. (Parameter 'ipString')`],
  [
    'JObject.Parse("")',
    `JsonReaderException: Error reading JObject from JsonReader. Path '', line 0, position 0.`,
  ],
  [
    'JObject.Parse("{")',
    `JsonReaderException: Error reading JObject from JsonReader. Path '', line 1, position 1.`,
  ],
  [
    'JObject.Parse("{a")',
    `JsonReaderException: Unexpected end while parsing unquoted property name. Path '', line 1, position 2.`,
  ],
  [
    'JObject.Parse("{\\"a\\"}")',
    `JsonReaderException: Invalid character after parsing property name. Expected ':' but got: }. Path '', line 1, position 4.`,
  ],
  [
    'JObject.Parse("{\\"a\\":}")',
    `JsonReaderException: Unexpected character encountered while parsing value: }. Path 'a', line 1, position 5.`,
  ],
  [
    'JObject.Parse("{\\"a\\":1")',
    `JsonReaderException: Unexpected end of content while loading JObject. Path 'a', line 1, position 6.`,
  ],
  [
    'JObject.Parse("[1]")',
    `JsonReaderException: Error reading JObject from JsonReader. Current JsonReader item is not an object: StartArray. Path '', line 1, position 1.`,
  ],
  [
    'JObject.Parse("1")',
    `JsonReaderException: Error reading JObject from JsonReader. Current JsonReader item is not an object: Integer. Path '', line 1, position 1.`,
  ],
  [
    'JObject.Parse("x")',
    `JsonReaderException: Unexpected character encountered while parsing value: x. Path '', line 0, position 0.`,
  ],
  [
    'JObject.Parse("{\\"a\\":x}")',
    `JsonReaderException: Unexpected character encountered while parsing value: x. Path 'a', line 1, position 5.`,
  ],
  [
    'JObject.Parse("{\\"a\\":tru}")',
    `JsonReaderException: Error parsing boolean value. Path 'a', line 1, position 5.`,
  ],
  [
    'JObject.Parse("{\\"a\\":\\"x}")',
    `JsonReaderException: Unterminated string. Expected delimiter: ". Path 'a', line 1, position 8.`,
  ],
  [
    'JObject.Parse("{\\"a\\":1}}")',
    `JsonReaderException: Additional text encountered after finished reading JSON content: }. Path '', line 1, position 7.`,
  ],
  [
    'JObject.Parse("{\\"a\\":1} x")',
    `JsonReaderException: Additional text encountered after finished reading JSON content: x. Path '', line 1, position 8.`,
  ],
  [
    'JObject.Parse("{\\"a\\":{\\"b\\":[1,2,x]}}")',
    `JsonReaderException: Unexpected character encountered while parsing value: x. Path 'a.b[1]', line 1, position 15.`,
  ],
  [
    'JObject.Parse("{\\n  \\"a\\": 1,\\n  \\"b\\" 2\\n}")',
    `JsonReaderException: Invalid character after parsing property name. Expected ':' but got: 2. Path 'a', line 3, position 6.`,
  ],
  [
    'JObject.Parse("{\\"a\\":1.2.3}")',
    `JsonReaderException: Input string '1.2.3' is not a valid number. Path 'a', line 1, position 10.`,
  ],
  [
    'JObject.Parse("{\\"a\\":\\"\\\\q\\"}")',
    `JsonReaderException: Bad JSON escape sequence: \\q. Path 'a', line 1, position 8.`,
  ],
  [
    'JObject.Parse("<xml/>")',
    `JsonReaderException: Unexpected character encountered while parsing value: <. Path '', line 0, position 0.`,
  ],
  ['JObject.Parse(null)', `ArgumentNullException: Value cannot be null. (Parameter 'json')`],
  [
    'JArray.Parse("{}")',
    `JsonReaderException: Error reading JArray from JsonReader. Current JsonReader item is not an array: StartObject. Path '', line 1, position 1.`,
  ],
  [
    'JArray.Parse("[1,")',
    `JsonReaderException: Unexpected end of content while loading JArray. Path '[0]', line 1, position 3.`,
  ],
  [
    'JArray.Parse("[1 2]")',
    `JsonReaderException: After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3.`,
  ],
  [
    'JToken.Parse("")',
    `JsonReaderException: Error reading JToken from JsonReader. Path '', line 0, position 0.`,
  ],
  [
    'JToken.Parse("nul")',
    `JsonReaderException: Error parsing null value. Path '', line 0, position 0.`,
  ],
  [
    'JToken.Parse("{\\"a\\" 1}")',
    `JsonReaderException: Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5.`,
  ],
  [
    'JsonConvert.DeserializeObject("{")',
    `JsonReaderException: Error reading JObject from JsonReader. Path '', line 1, position 1.`,
  ],
  [
    'JsonConvert.DeserializeObject<int>("\\"a\\"")',
    `JsonReaderException: Could not convert string to integer: a. Path '', line 1, position 3.`,
  ],
  [
    'JsonConvert.DeserializeObject<int>("{}")',
    `JsonReaderException: Error reading integer. Unexpected token: StartObject. Path '', line 1, position 1.`,
  ],
  [
    'JsonConvert.DeserializeObject<List<int>>("{}")',
    `JsonSerializationException: Cannot deserialize the current JSON object (e.g. {"name":"value"}) into type 'System.Collections.Generic.List\`1[System.Int32]' because the type requires a JSON array (e.g. [1,2,3]) to deserialize correctly.\nTo fix this error either change the JSON to a JSON array (e.g. [1,2,3]) or change the deserialized type so that it is a normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or List<T>) that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the type to force it to deserialize from a JSON object.\nPath '', line 1, position 2.`,
  ],
  [
    'JsonConvert.DeserializeObject<Dictionary<string, int>>("[]")',
    `JsonSerializationException: Cannot deserialize the current JSON array (e.g. [1,2,3]) into type 'System.Collections.Generic.Dictionary\`2[System.String,System.Int32]' because the type requires a JSON object (e.g. {"name":"value"}) to deserialize correctly.\nTo fix this error either change the JSON to a JSON object (e.g. {"name":"value"}) or change the deserialized type to an array or a type that implements a collection interface (e.g. ICollection, IList) like List<T> that can be deserialized from a JSON array. JsonArrayAttribute can also be added to the type to force it to deserialize from a JSON array.\nPath '', line 1, position 1.`,
  ],
  [
    'JsonConvert.DeserializeObject<Dictionary<string, int>>("{\\"a\\":\\"x\\"}")',
    `JsonReaderException: Could not convert string to integer: x. Path 'a', line 1, position 8.`,
  ],
  [
    'JsonConvert.DeserializeObject<int>("99999999999")',
    `JsonReaderException: JSON integer 99999999999 is too large or small for an Int32. Path '', line 1, position 11.`,
  ],
  [
    'JsonConvert.DeserializeObject<int>("null")',
    `JsonSerializationException: Error converting value {null} to type 'System.Int32'. Path '', line 1, position 4.`,
  ],
  [
    'JsonConvert.DeserializeObject(null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'value')`,
  ],
  ['(int)new JObject()["a"]', `ArgumentNullException: Value cannot be null. (Parameter 'value')`],
  ['(int)JToken.Parse("{}")', 'ArgumentException: Can not convert Object to Int32.'],
  ['(string)JToken.Parse("{}")', 'ArgumentException: Can not convert Object to String.'],
  ['(string)JToken.Parse("[]")', 'ArgumentException: Can not convert Array to String.'],
  [
    '(bool)JToken.Parse("\\"x\\"")',
    `FormatException: String 'x' was not recognized as a valid Boolean.`,
  ],
  [
    '(DateTime)JToken.Parse("\\"x\\"")',
    `FormatException: The string 'x' was not recognized as a valid DateTime. There is an unknown word starting at index '0'.`,
  ],
  [
    '(Guid)JToken.Parse("\\"x\\"")',
    'FormatException: Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  ],
  [
    'JToken.Parse("1")["a"]',
    'InvalidOperationException: Cannot access child value on Newtonsoft.Json.Linq.JValue.',
  ],
  [
    'JToken.Parse("[1]")["a"]',
    'ArgumentException: Accessed JArray values with invalid key value: "a". Int32 array index expected.',
  ],
  [
    'JToken.Parse("{}")[0]',
    'ArgumentException: Accessed JObject values with invalid key value: 0. Object property name expected.',
  ],
  [
    'JToken.Parse("[1]")[5]',
    `ArgumentOutOfRangeException: Index is equal to or greater than Count. (Parameter 'index')`,
  ],
  [
    'JToken.Parse("\\"a\\"").First',
    'InvalidOperationException: Cannot access child value on Newtonsoft.Json.Linq.JValue.',
  ],
  [
    'JObject.Parse("{}")["a"]["b"]',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  [
    'JObject.Parse("{}").SelectToken("a", true)',
    `JsonException: Property 'a' does not exist on JObject.`,
  ],
  [
    'JObject.Parse("{\\"a\\":[]}").SelectToken("a[0]", true)',
    'JsonException: Index 0 outside the bounds of JArray.',
  ],
  ['JObject.Parse("{}").SelectToken("[")', 'JsonException: Path ended with open indexer.'],
  ['JObject.Parse("{}").SelectToken("$.a[?(")', 'JsonException: Path ended with open query.'],
  [
    'JObject.Parse("{}").SelectToken("a[x]")',
    'JsonException: Unexpected character while parsing path indexer: x',
  ],
  [
    '{ var o = new JObject(); o.Add("a", 1); o.Add("a", 2); return 1; }',
    'ArgumentException: Can not add property a to Newtonsoft.Json.Linq.JObject. Property with the same name already exists on object.',
  ],
  [
    '{ var o = new JObject(); o.Add(1); return 1; }',
    'ArgumentException: Can not add Newtonsoft.Json.Linq.JValue to Newtonsoft.Json.Linq.JObject.',
  ],
  [
    'new JObject(1)',
    'ArgumentException: Can not add Newtonsoft.Json.Linq.JValue to Newtonsoft.Json.Linq.JObject.',
  ],
  [
    'JToken.Parse("1").ToObject<DateTime>()',
    'ArgumentException: Can not convert Integer to DateTime.',
  ],
  [
    'JToken.Parse("{}").ToObject<List<int>>()',
    `JsonSerializationException: Cannot deserialize the current JSON object (e.g. {"name":"value"}) into type 'System.Collections.Generic.List\`1[System.Int32]' because the type requires a JSON array (e.g. [1,2,3]) to deserialize correctly.\nTo fix this error either change the JSON to a JSON array (e.g. [1,2,3]) or change the deserialized type so that it is a normal .NET type (e.g. not a primitive type like integer, not a collection type like an array or List<T>) that can be deserialized from a JSON object. JsonObjectAttribute can also be added to the type to force it to deserialize from a JSON object.\nPath ''.`,
  ],
  ['JToken.FromObject(null)', `ArgumentNullException: Value cannot be null. (Parameter 'o')`],
  [
    'JObject.FromObject(1)',
    'ArgumentException: Object serialized to Integer. JObject instance expected.',
  ],
  [
    'JObject.FromObject(new[] {1})',
    'ArgumentException: Object serialized to Array. JObject instance expected.',
  ],
  [
    'XElement.Parse("<a>")',
    'XmlException: Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.',
  ],
  ['XElement.Parse("")', 'XmlException: Root element is missing.'],
  ['XElement.Parse("x")', 'XmlException: Data at the root level is invalid. Line 1, position 1.'],
  [
    'XElement.Parse("<a></b>")',
    `XmlException: The 'a' start tag on line 1 position 2 does not match the end tag of 'b'. Line 1, position 6.`,
  ],
  [
    'XElement.Parse("<a b></a>")',
    `XmlException: '>' is an unexpected token. The expected token is '='. Line 1, position 5.`,
  ],
  [
    'XElement.Parse("<a b=c></a>")',
    `XmlException: 'c' is an unexpected token. The expected token is '"' or '''. Line 1, position 6.`,
  ],
  [
    'XElement.Parse("<a>&x;</a>")',
    `XmlException: Reference to undeclared entity 'x'. Line 1, position 5.`,
  ],
  [
    'XElement.Parse("<a><b></a>")',
    `XmlException: The 'b' start tag on line 1 position 5 does not match the end tag of 'a'. Line 1, position 9.`,
  ],
  [
    'XElement.Parse("<a/><b/>")',
    'XmlException: There are multiple root elements. Line 1, position 6.',
  ],
  [
    `XElement.Parse("<a b='1' b='2'/>")`,
    `XmlException: 'b' is a duplicate attribute name. Line 1, position 10.`,
  ],
  ['XElement.Parse("<x:a/>")', `XmlException: 'x' is an undeclared prefix. Line 1, position 2.`],
  [
    'XElement.Parse("<1/>")',
    `XmlException: Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2.`,
  ],
  [
    'XElement.Parse("<a>\\u0001</a>")',
    `XmlException: '', hexadecimal value 0x01, is an invalid character. Line 1, position 4.`,
  ],
  ['XElement.Parse(null)', `ArgumentNullException: Value cannot be null. (Parameter 'text')`],
  [
    'XDocument.Parse("<a>")',
    'XmlException: Unexpected end of file has occurred. The following elements are not closed: a. Line 1, position 4.',
  ],
  [
    'XElement.Parse("<a/>").Element("b").Value',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  [
    'XElement.Parse("<a/>").Element("b c")',
    `XmlException: The ' ' character, hexadecimal value 0x20, cannot be included in a name.`,
  ],
  [
    'Encoding.GetEncoding("xyz")',
    `ArgumentException: 'xyz' is not a supported encoding name. (Parameter 'name')`,
  ],
  [
    'Encoding.UTF8.GetBytes((string)null)',
    `ArgumentNullException: Value cannot be null. (Parameter 's')`,
  ],
  [
    'Encoding.UTF8.GetString(null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'bytes')`,
  ],
  [
    'new StringBuilder("abc")[5]',
    'IndexOutOfRangeException: Index was outside the bounds of the array.',
  ],
  [
    'new StringBuilder("abc").Remove(1, 5)',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'length')`,
  ],
  [
    'new StringBuilder("abc").Insert(5, "x")',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'index')`,
  ],
  [
    'new StringBuilder(-1)',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'capacity')`,
  ],
  [
    'BitConverter.ToInt32(new byte[1], 0)',
    `ArgumentException: Destination array is not long enough to copy all the items in the collection. Check array index and length. (Parameter 'value')`,
  ],
  [
    'new byte[1].ElementAt(3)',
    `ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')`,
  ],
  ['{ throw new Exception(); }', `Exception: Exception of type 'System.Exception' was thrown.`],
  ['{ throw new Exception(null); }', `Exception: Exception of type 'System.Exception' was thrown.`],
  [
    '{ throw new ArgumentException(); }',
    'ArgumentException: Value does not fall within the expected range.',
  ],
  ['{ throw new ArgumentException("m", "p"); }', `ArgumentException: m (Parameter 'p')`],
  [
    '{ throw new ArgumentNullException("p"); }',
    `ArgumentNullException: Value cannot be null. (Parameter 'p')`,
  ],
  ['{ throw new ArgumentNullException("p", "m"); }', `ArgumentNullException: m (Parameter 'p')`],
  [
    '{ throw new ArgumentOutOfRangeException("p"); }',
    `ArgumentOutOfRangeException: Specified argument was out of the range of valid values. (Parameter 'p')`,
  ],
  [
    '{ throw new InvalidOperationException(); }',
    'InvalidOperationException: Operation is not valid due to the current state of the object.',
  ],
  [
    '{ throw new NotImplementedException(); }',
    'NotImplementedException: The method or operation is not implemented.',
  ],
  [
    '{ throw new NotSupportedException(); }',
    'NotSupportedException: Specified method is not supported.',
  ],
  [
    '{ throw new KeyNotFoundException(); }',
    'KeyNotFoundException: The given key was not present in the dictionary.',
  ],
  ['{ throw new TimeoutException(); }', 'TimeoutException: The operation has timed out.'],
  [
    '{ throw new FormatException(); }',
    'FormatException: One of the identified items was in an invalid format.',
  ],
  [
    '{ throw new IndexOutOfRangeException(); }',
    'IndexOutOfRangeException: Index was outside the bounds of the array.',
  ],
  [
    '{ throw new NullReferenceException(); }',
    'NullReferenceException: Object reference not set to an instance of an object.',
  ],
  ['{ throw new DivideByZeroException(); }', 'DivideByZeroException: Attempted to divide by zero.'],
  [
    '{ throw new OverflowException(); }',
    'OverflowException: Arithmetic operation resulted in an overflow.',
  ],
  ['{ throw new InvalidCastException(); }', 'InvalidCastException: Specified cast is not valid.'],
  ['{ throw new SystemException(); }', 'SystemException: System error.'],
  [
    '{ throw new ArithmeticException(); }',
    'ArithmeticException: Overflow or underflow in the arithmetic operation.',
  ],
  [
    'new SHA256Managed().ComputeHash((byte[])null)',
    `ArgumentNullException: Value cannot be null. (Parameter 'buffer')`,
  ],
  ['new HMACSHA256(null)', `ArgumentNullException: Value cannot be null. (Parameter 'key')`],
  [
    '"a".Equals("b", (StringComparison)99)',
    `ArgumentException: The string comparison type passed in is currently not supported. (Parameter 'comparisonType')`,
  ],
  [
    'string.Compare("a", "b", (StringComparison)99)',
    `ArgumentException: The string comparison type passed in is currently not supported. (Parameter 'comparisonType')`,
  ],
  [
    'Guid.Parse("1234567-1234-1234-1234-1234567890123")',
    'FormatException: Dashes are in the wrong position for GUID parsing.',
  ],
  [
    'Guid.Parse("zzzzzzzz-1234-1234-1234-123456789012")',
    'FormatException: Guid string should only contain hexadecimal characters.',
  ],
  [
    'Enum.Parse(typeof(DayOfWeek), " ")',
    `ArgumentException: Must specify valid information for parsing in the string. (Parameter 'value')`,
  ],
  [
    'XElement.Parse("<a>\\n <b><!-- <c> --><d/></a>")',
    `XmlException: The 'b' start tag on line 2 position 3 does not match the end tag of 'a'. Line 2, position 23.`,
  ],
  [
    `XElement.Parse("<a b c='1'></a>")`,
    `XmlException: 'c' is an unexpected token. The expected token is '='. Line 1, position 6.`,
  ],
  [
    'XElement.Parse("<a>1 < 2</a>")',
    `XmlException: Name cannot begin with the ' ' character, hexadecimal value 0x20. Line 1, position 7.`,
  ],
  [
    `XElement.Parse("<a x='>'></b>")`,
    `XmlException: The 'a' start tag on line 1 position 2 does not match the end tag of 'b'. Line 1, position 12.`,
  ],
];

test('exceptions say what those of .NET say', () => {
  assert.deepEqual(
    texts.map(([code]) => [code, thrownBy(code)]),
    texts,
  );
});
