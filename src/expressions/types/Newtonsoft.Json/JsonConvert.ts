import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import { objectType } from '../System.Collections/objectType.ts';
import { deserializeText } from './deserialize.ts';
import { formattings } from './Formatting.ts';
import { TextSink } from './JsonSink.ts';
import { castResult } from './castResult.ts';
import { serialize } from './serialize.ts';

const member = membersOf<never>();

/**
 * https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_JsonConvert.htm: SerializeObject and
 * DeserializeObject, which are what the gateway's allow list has, without the overloads that take
 * settings and converters, which it has not.
 */
export const NewtonsoftJsonConvert = defineType({
  name: 'Newtonsoft.Json.JsonConvert',
  kind: 'class',
  members: [
    member(
      'static string SerializeObject(object? value)',
      (value, _types, environment) => jsonOf(value, false, environment),
      'JsonConvert.SerializeObject(new { a = new[] { 1, 2 }, b = "c" }) // "{\\"a\\":[1,2],\\"b\\":\\"c\\"}"',
      'JsonConvert.SerializeObject(new Dictionary<string, double> { { "a", 1 } }) // "{\\"a\\":1.0}"',
      'JsonConvert.SerializeObject(null) // "null"',
      'JsonConvert.SerializeObject(DayOfWeek.Friday) // "5"',
      'JsonConvert.SerializeObject(new CultureInfo("de-DE")) // "\\"de-DE\\""',
      'JsonConvert.SerializeObject(new Dictionary<object, int> { { new DateTime(2024, 2, 29), 1 } }) // "{\\"2024-02-29\\":1}"',
    ),
    member(
      'static string SerializeObject(object? value, Formatting formatting)',
      (value, formatting, _types, environment) =>
        jsonOf(value, formatting === formattings.Indented, environment),
      'JsonConvert.SerializeObject(new[] { 1 }, Formatting.Indented) // "[\\n  1\\n]"',
    ),
    member(
      'static object? DeserializeObject(string value)',
      (value, _types, environment) => deserializeText(value, objectType(), environment) as object,
      '((JObject)JsonConvert.DeserializeObject("{ a: 1 }"))["a"].ToString() // "1"',
      'JsonConvert.DeserializeObject("5") // 5L',
      'JsonConvert.DeserializeObject("{") // throws Newtonsoft.Json.JsonReaderException',
    ),
    member(
      'static T? DeserializeObject<T>(string value)',
      (value, [type], environment) => castResult(deserializeText(value, type!, environment), type!),
      'JsonConvert.DeserializeObject<Dictionary<string, int>>("{ a: 1 }")["a"] // 1',
      'JsonConvert.DeserializeObject<List<string>>("[1, true]")[1] // "True"',
      'JsonConvert.DeserializeObject<int?>("null") // null',
      'JsonConvert.DeserializeObject<int>("null") // throws Newtonsoft.Json.JsonSerializationException',
    ),
    member(
      'static object? DeserializeObject(string value, Type? type)',
      (value, type: TypeObject | null, _types, environment) =>
        deserializeText(value, type?.type ?? objectType(), environment) as object,
      'JsonConvert.DeserializeObject("[1]", typeof(int[])).ToString() // "System.Int32[]"',
    ),
  ],
});

function jsonOf(value: unknown, isIndented: boolean, environment: Environment): string {
  const sink = new TextSink(isIndented, environment);
  serialize(value, sink, environment);
  return sink.text;
}
