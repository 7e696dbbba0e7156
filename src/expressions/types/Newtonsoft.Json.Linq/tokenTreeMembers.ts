/** Members of JToken that look around in the tree. */
import { membersOf } from '../../declare/defineType.ts';
import type { MemberDeclaration } from '../../declare/MemberDeclaration.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { InvalidOperationException } from '../../runtime/exceptions.ts';
import { JContainer } from '../../runtime/json/JContainer.ts';
import { JEnumerable } from '../../runtime/json/JEnumerable.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { afterSelf, ancestors, ancestorsAndSelf, beforeSelf } from '../../runtime/json/walk.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { convertElement, converted, ofType } from './elements.ts';
import { selectToken, selectTokens } from './selectTokens.ts';
import { tokenPath } from './tokenPath.ts';
import { tokenType } from './tokenTypeOf.ts';

const member = membersOf<JToken>();

export const tokenTreeMembers: readonly MemberDeclaration[] = [
  member(
    'JTokenType Type { get; }',
    (self) => self.type,
    'JToken.Parse("[1]").Type // JTokenType.Array',
  ),
  member(
    'bool HasValues { get; }',
    (self) => self.hasValues,
    'JToken.Parse("[]").HasValues // false',
    'JToken.Parse("{ a: 1 }").HasValues // true',
  ),
  member(
    'JContainer? Parent { get; }',
    (self) => self.parent,
    'JToken.Parse("{ a: 1 }")["a"].Parent.Type // JTokenType.Property',
    'JToken.Parse("[1]").Parent // null',
  ),
  member(
    'JToken Root { get; }',
    (self) => self.root,
    'JToken.Parse("[[1]]")[0][0].Root.ToString(Formatting.None) // "[[1]]"',
  ),
  member('JToken? Next { get; }', (self) => self.next, '(int)JToken.Parse("[1, 2]")[0].Next // 2'),
  member(
    'JToken? Previous { get; }',
    (self) => self.previous,
    'JToken.Parse("[1, 2]")[0].Previous // null',
  ),
  member(
    'string Path { get; }',
    tokenPath,
    'JToken.Parse("{ a: [{ \'b c\': 1 }] }")["a"][0]["b c"].Path // "a[0][\'b c\']"',
    'JToken.Parse("{}").Path // ""',
  ),
  member(
    'JToken? this[object? key] { get; set; }',
    {
      get: (self, key) => self.item(key),
      set: (self, key, value: JToken | null, _types, environment) =>
        self.setItem(key, value, environment),
    },
    '(int)JToken.Parse("{ a: 1 }")["a"] // 1',
    'JToken.Parse("{ a: 1 }")["b"] // null',
    'JToken.Parse("[1]")["a"] // throws System.ArgumentException',
    'JToken.Parse("1")["a"] // throws System.InvalidOperationException',
  ),
  member(
    'JToken? First { get; }',
    (self) => containerOf(self).items[0] ?? null,
    '(int)JToken.Parse("[1, 2]").First // 1',
    'JToken.Parse("[]").First // null',
    'JToken.Parse("1").First // throws System.InvalidOperationException',
  ),
  member(
    'JToken? Last { get; }',
    (self) => containerOf(self).items.at(-1) ?? null,
    '(int)JToken.Parse("[1, 2]").Last // 2',
  ),
  member(
    'T? Value<T>(object? key)',
    (self, key, [type], environment) => convertElement(self.item(key), type!, environment),
    'JToken.Parse("{ a: \'5\' }").Value<int>("a") // 5',
    'JToken.Parse("{}").Value<string>("a") // null',
    'JToken.Parse("{ a: {} }").Value<string>("a") // throws System.InvalidCastException',
  ),
  member(
    'JEnumerable<JToken> Children()',
    (self) => new JEnumerable(tokenType(), self.children),
    'JToken.Parse("[1, 2]").Children().Count() // 2',
    'JToken.Parse("1").Children().Any() // false',
  ),
  member(
    'JEnumerable<T> Children<T>() where T : JToken',
    (self, [type], environment) =>
      new JEnumerable(type!, ofType(self.children, type!, environment)),
    'JToken.Parse("[1, {}]").Children<JObject>().Count() // 1',
  ),
  member(
    'IEnumerable<T?> Values<T>()',
    (self, [type], environment) =>
      converted(containerOf(self, 'Cannot access child values on').items, type!, environment),
    'JToken.Parse("[1, \'2\']").Values<int>().Sum() // 3',
    'JToken.Parse("1").Values<int>() // throws System.InvalidOperationException',
  ),
  member(
    'IEnumerable<JToken> Ancestors()',
    (self, _types, environment) => tokens(() => ancestors(self, environment)),
    'JToken.Parse("[[1]]")[0][0].Ancestors().Count() // 2',
  ),
  member(
    'IEnumerable<JToken> AncestorsAndSelf()',
    (self, _types, environment) => tokens(() => ancestorsAndSelf(self, environment)),
    'JToken.Parse("[[1]]")[0][0].AncestorsAndSelf().Count() // 3',
  ),
  member(
    'IEnumerable<JToken> AfterSelf()',
    (self, _types, environment) => tokens(() => afterSelf(self, environment)),
    'JToken.Parse("[1, 2, 3]")[0].AfterSelf().Select(t => (int)t).Sum() // 5',
  ),
  member(
    'IEnumerable<JToken> BeforeSelf()',
    (self, _types, environment) => tokens(() => beforeSelf(self, environment)),
    'JToken.Parse("[1, 2, 3]")[2].BeforeSelf().Select(t => (int)t).Sum() // 3',
  ),
  member(
    'JToken? SelectToken(string path)',
    (self, path, _types, environment) => selectToken(self, path, false, environment),
    '(int)JToken.Parse("{ a: [{ b: 1 }] }").SelectToken("a[0].b") // 1',
    '(int)JToken.Parse("{ a: { \'b c\': 1 } }").SelectToken("$.a[\'b c\']") // 1',
    'JToken.Parse("{}").SelectToken("a.b") // null',
    'JToken.Parse("[1, 2]").SelectToken("[*]") // throws Newtonsoft.Json.JsonException',
    'JToken.Parse("[1]").SelectToken("[") // throws Newtonsoft.Json.JsonException',
  ),
  member(
    'JToken? SelectToken(string path, bool errorWhenNoMatch)',
    (self, path, errorWhenNoMatch, _types, environment) =>
      selectToken(self, path, errorWhenNoMatch, environment),
    'JToken.Parse("{}").SelectToken("a", false) // null',
    'JToken.Parse("{}").SelectToken("a", true) // throws Newtonsoft.Json.JsonException',
  ),
  member(
    'IEnumerable<JToken> SelectTokens(string path)',
    (self, path, _types, environment) => selected(self, path, false, environment),
    'JToken.Parse("[{ a: 1 }, { a: 5 }]").SelectTokens("$[?(@.a > 2)]").Count() // 1',
    'JToken.Parse("{ a: { b: 1 }, c: { b: 2 } }").SelectTokens("$..b").Select(t => (int)t).Sum() // 3',
    'JToken.Parse("[1, 2, 3, 4]").SelectTokens("[1:3]").Select(t => (int)t).Sum() // 5',
  ),
  member(
    'IEnumerable<JToken> SelectTokens(string path, bool errorWhenNoMatch)',
    (self, path, errorWhenNoMatch, _types, environment) =>
      selected(self, path, errorWhenNoMatch, environment),
    'JToken.Parse("[1]").SelectTokens("[5]", false).Any() // false',
    'JToken.Parse("[1]").SelectTokens("[5]", true).Any() // throws Newtonsoft.Json.JsonException',
  ),
];

/** The path is read at once, the tree when the result is enumerated. */
function selected(
  token: JToken,
  path: string,
  mustMatch: boolean,
  environment: Environment,
): NetArray | Sequence {
  const found = selectTokens(token, path, mustMatch, environment);
  if (Array.isArray(found)) return newArray(tokenType(), found);
  return new Sequence(tokenType(), () => found[Symbol.iterator]());
}

function containerOf(token: JToken, problem = 'Cannot access child value on'): JContainer {
  if (token instanceof JContainer) return token;
  throw new InvalidOperationException(`${problem} ${token.typeName}.`);
}

function tokens(start: () => Iterator<unknown>): Sequence {
  return new Sequence(tokenType(), start);
}
