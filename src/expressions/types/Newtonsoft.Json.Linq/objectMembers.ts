import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentNullException } from '../../runtime/exceptions.ts';
import { JEnumerable } from '../../runtime/json/JEnumerable.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import type { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import type { Ref } from '../../runtime/Ref.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { equalTexts } from '../../runtime/textComparison.ts';
import { pairType } from '../System.Collections.Generic/pairType.ts';
import { SystemObject } from '../System/Object.ts';
import { addContent } from './content.ts';
import { parseJson, readObject } from './readToken.ts';
import { tokenOfKind } from './tokenObjects.ts';
import { tokenType } from './tokenTypeOf.ts';

const member = membersOf<JObject>();

/** Members of JObject. */
export const objectMembers: readonly MemberDeclaration[] = [
  member('JObject()', () => new JObject(), 'new JObject().ToString() // "{}"'),
  member(
    'JObject(JObject other)',
    (other: JObject, _types, environment) => other.clone(environment),
    'new JObject(JObject.Parse("{ a: 1 }")).Count // 1',
  ),
  member(
    'JObject(params object[]? content)',
    (content, _types, environment) => objectOf(content, environment),
    'new JObject(new JProperty("a", 1), new JProperty("b", 2)).Count // 2',
    'new JObject(new JProperty("a", 1), new JProperty("a", 2)) // throws System.ArgumentException',
  ),
  member(
    'JObject(object? content)',
    (content, _types, environment) => objectOf(content, environment),
    'new JObject(new JProperty("a", "b")).ToString(Formatting.None) // "{\\"a\\":\\"b\\"}"',
    'new JObject(1) // throws System.ArgumentException',
  ),
  member(
    'static JObject Parse(string json)',
    (json, _types, environment) => parseJson(json, environment, readObject),
    'JObject.Parse("{ \\"a\\": { \\"b\\": 1 } }").ToString() // "{\\n  \\"a\\": {\\n    \\"b\\": 1\\n  }\\n}"',
    'JObject.Parse("[]") // throws Newtonsoft.Json.JsonReaderException',
    'JObject.Parse("{ a: 1, a: 2 }").ToString(Formatting.None) // "{\\"a\\":2}"',
  ),
  member(
    'static JObject FromObject(object o)',
    (o, _types, environment) => tokenOfKind(o, JObject, environment),
    'JObject.FromObject(new { a = 1 })["a"].ToString() // "1"',
    'JObject.FromObject(new[] { 1 }) // throws System.ArgumentException',
  ),
  member(
    'JToken? this[object key] { get; set; }',
    {
      get: (self, key) => self.item(key),
      set: (self, key, value: JToken | null, _types, environment) =>
        self.setItem(key, value, environment),
    },
    '(int)JObject.Parse("{ a: 1 }")[(object)"a"] // 1',
    'JObject.Parse("{}")[0] // throws System.ArgumentException',
  ),
  member(
    'JToken? this[string propertyName] { get; set; }',
    {
      get: (self, propertyName) => self.get(propertyName),
      set: (self, propertyName, value: JToken | null, _types, environment) =>
        self.set(propertyName, value, environment),
    },
    '(int)JObject.Parse("{ a: 1 }")["a"] // 1',
    'JObject.Parse("{ a: 1 }")["b"] // null',
    `${edit('{ a: 1 }', 'o["b"] = "c"; o["a"] = null')} // "{\\"a\\":null,\\"b\\":\\"c\\"}"`,
  ),
  member(
    'IEnumerable<JProperty> Properties()',
    (self) => new Sequence(propertyType(), () => self.properties[Symbol.iterator]()),
    'string.Join(",", JObject.Parse("{ b: 1, a: 2 }").Properties().Select(p => p.Name)) // "b,a"',
  ),
  member(
    'JProperty? Property(string? name)',
    (self, name) => (name === null ? null : (self.property(name) ?? null)),
    'JObject.Parse("{ a: 1 }").Property("a").ToString() // "\\"a\\": 1"',
    'JObject.Parse("{ a: 1 }").Property("A") // null',
  ),
  member(
    'JProperty? Property(string name, StringComparison comparison)',
    (self, name, comparison) => find(self, name, comparison) ?? null,
    'JObject.Parse("{ a: 1 }").Property("A", StringComparison.OrdinalIgnoreCase).Name // "a"',
  ),
  member(
    'JEnumerable<JToken> PropertyValues()',
    (self) =>
      new JEnumerable(
        tokenType(),
        self.properties.map(({ value }) => value),
      ),
    'JObject.Parse("{ a: 1, b: 2 }").PropertyValues().Count() // 2',
  ),
  member(
    'JToken? GetValue(string? propertyName)',
    (self, propertyName) => (propertyName === null ? null : self.get(propertyName)),
    '(int)JObject.Parse("{ a: 1 }").GetValue("a") // 1',
    'JObject.Parse("{ a: 1 }").GetValue("b") // null',
  ),
  member(
    'JToken? GetValue(string? propertyName, StringComparison comparison)',
    (self, propertyName, comparison) =>
      propertyName === null ? null : (find(self, propertyName, comparison)?.value ?? null),
    '(int)JObject.Parse("{ a: 1 }").GetValue("A", StringComparison.OrdinalIgnoreCase) // 1',
  ),
  member(
    'bool TryGetValue(string propertyName, out JToken? value)',
    (self, propertyName, value: Ref) => give(value, self.property(propertyName)),
    'JObject.Parse("{ a: 1 }").TryGetValue("a", out var v) // true',
    'JObject.Parse("{ a: 1 }").TryGetValue("b", out var v) // false',
  ),
  member(
    'bool TryGetValue(string? propertyName, StringComparison comparison, out JToken? value)',
    (self, propertyName, comparison, value: Ref) =>
      give(value, propertyName === null ? undefined : find(self, propertyName, comparison)),
    'JObject.Parse("{ a: 1 }").TryGetValue("A", StringComparison.OrdinalIgnoreCase, out var v) // true',
  ),
  member(
    'bool ContainsKey(string propertyName)',
    (self, propertyName) => self.property(propertyName) !== undefined,
    'JObject.Parse("{ a: null }").ContainsKey("a") // true',
    'JObject.Parse("{ a: null }").ContainsKey("A") // false',
  ),
  member(
    'void Add(string propertyName, JToken? value)',
    (self, propertyName, value, _types, environment) =>
      self.addKey(propertyName, value, environment),
    'new JObject { { "a", 1 }, { "b", null } }.ToString(Formatting.None) // "{\\"a\\":1,\\"b\\":null}"',
    `${edit('{ a: 1 }', 'o.Add("a", 2)')} // throws System.ArgumentException`,
  ),
  member(
    'bool Remove(string propertyName)',
    (self, propertyName, _types, environment) => {
      environment.spend(1 + (self.count >> 4));
      return self.removeKey(propertyName);
    },
    'JObject.Parse("{ a: 1 }").Remove("a") // true',
    'JObject.Parse("{ a: 1 }").Remove("b") // false',
  ),
  member(
    'IEnumerator<KeyValuePair<string, JToken?>> GetEnumerator()',
    (self) => new Enumerator(pairType(self.typeArguments), self),
    '((Func<string>)(() => { var s = ""; foreach (var pair in JObject.Parse("{ b: 1, a: 2 }")) s += pair.Key + pair.Value; return s; }))() // "b1a2"',
  ),
];

function propertyType(): ReturnType<typeof tokenType> {
  return SystemObject.registry.named('Newtonsoft.Json.Linq.JProperty');
}

function objectOf(content: unknown, environment: Environment): JObject {
  const object = new JObject();
  addContent(object, 0, content, environment);
  return object;
}

/** A property of just that name goes before one that is only alike. */
function find(self: JObject, name: string | null, comparison: number): JProperty | undefined {
  if (name === null) throw new ArgumentNullException('name');
  const exact = self.property(name);
  if (exact) return exact;
  return self.properties.find((property) => equalTexts(property.name, name, comparison));
}

function give(value: Ref, property: JProperty | undefined): boolean {
  value.value = property?.value ?? null;
  return property !== undefined;
}

function edit(json: string, statements: string): string {
  return `((Func<string>)(() => { var o = JObject.Parse("${json}"); ${statements}; return o.ToString(Formatting.None); }))()`;
}
