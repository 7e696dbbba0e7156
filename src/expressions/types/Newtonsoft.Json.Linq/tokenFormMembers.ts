/** Members of JToken that turn texts and other objects into tokens, and tokens into them. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import { formattings } from '../Newtonsoft.Json/Formatting.ts';
import { castResult } from '../Newtonsoft.Json/castResult.ts';
import { objectOfToken, tokenOfObject } from './tokenObjects.ts';
import { parseJson, readToken } from './readToken.ts';
import { jsonText } from './writeToken.ts';

const member = membersOf<JToken>();

export const tokenFormMembers: readonly MemberDeclaration[] = [
  member(
    'static JToken Parse(string json)',
    (json, _types, environment) => parseJson(json, environment, readToken),
    'JToken.Parse("{ \'a\': [1, 2] }")["a"][1].ToString() // "2"',
    'JToken.Parse("\\"2024-01-02T03:04:05Z\\"").Type // JTokenType.Date',
    'JToken.Parse("{") // throws Newtonsoft.Json.JsonReaderException',
  ),
  member(
    'string ToString(Formatting formatting)',
    (self, formatting) => jsonText(self, formatting === formattings.Indented),
    'JToken.Parse("{ a: [] }").ToString(Formatting.None) // "{\\"a\\":[]}"',
    'JToken.Parse("[1]").ToString(Formatting.Indented) // "[\\n  1\\n]"',
    'new JValue("a").ToString(Formatting.None) // "\\"a\\""',
  ),
  member(
    'JToken DeepClone()',
    (self, _types, environment) => self.clone(environment),
    'JToken.DeepEquals(JToken.Parse("[1]").DeepClone(), JToken.Parse("[1]")) // true',
    'JToken.Parse("[[1]]")[0].DeepClone().Parent // null',
  ),
  member(
    'static bool DeepEquals(JToken? t1, JToken? t2)',
    (one, other, _types, environment) =>
      one === other || (one !== null && other !== null && one.deepEquals(other, environment)),
    'JToken.DeepEquals(JToken.Parse("{ a: 1, b: 2 }"), JToken.Parse("{ b: 2, a: 1 }")) // true',
    'JToken.DeepEquals(JToken.Parse("[1, 2]"), JToken.Parse("[2, 1]")) // false',
    'JToken.DeepEquals(null, null) // true',
  ),
  member(
    'static JToken FromObject(object o)',
    (o, _types, environment) => tokenOfObject(o, environment),
    'JToken.FromObject(new { a = 1, b = new[] { "c" } }).ToString(Formatting.None) // "{\\"a\\":1,\\"b\\":[\\"c\\"]}"',
    'JToken.FromObject("2024-01-02T03:04:05Z").Type // JTokenType.String',
    'JToken.FromObject(null) // throws System.ArgumentNullException',
  ),
  member(
    'T? ToObject<T>()',
    (self, [type], environment) => castResult(objectOfToken(self, type!, environment), type!),
    'JToken.Parse("[1, 2]").ToObject<int[]>().Length // 2',
    'JToken.Parse("\'5\'").ToObject<int>() // 5',
    'JToken.Parse("{ a: 1 }").ToObject<Dictionary<string, object>>()["a"] // 1L',
    'JToken.Parse("{}").ToObject<int>() // throws System.ArgumentException',
    'JToken.Parse("{}").ToObject<List<int>>() // throws Newtonsoft.Json.JsonSerializationException',
  ),
  member(
    'object? ToObject(Type objectType)',
    (self, { type }: TypeObject, _types, environment) =>
      objectOfToken(self, type, environment) as object,
    'JToken.Parse("5").ToObject(typeof(string)) // "5"',
  ),
];
