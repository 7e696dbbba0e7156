import { defineType, membersOf } from '../../declare/defineType.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { ArgumentException, NullReferenceException } from '../../runtime/exceptions.ts';
import { iterate } from '../../runtime/iterate.ts';
import { JEnumerable } from '../../runtime/json/JEnumerable.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { JToken } from '../../runtime/json/JToken.ts';
import {
  ancestors,
  ancestorsAndSelf,
  descendants,
  descendantsAndSelf,
} from '../../runtime/json/walk.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { SystemObject } from '../System/Object.ts';
import { convertElement, converted } from './elements.ts';
import { tokenType } from './tokenTypeOf.ts';
import { childTokens, keyedTokens } from './valuesOf.ts';

const member = membersOf<never>();

type Walk = (token: JToken, environment: Environment) => Iterable<JToken>;

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_Extensions.htm */
export const NewtonsoftExtensions = defineType({
  name: 'Newtonsoft.Json.Linq.Extensions',
  kind: 'class',
  members: [
    member(
      'static IJEnumerable<JToken> Ancestors<T>(this IEnumerable<T> source) where T : JToken',
      (source, _types, environment) => walked(source, ancestors, environment),
      'JToken.Parse("[[1]]")[0].Children().Ancestors().Count() // 2',
    ),
    member(
      'static IJEnumerable<JToken> AncestorsAndSelf<T>(this IEnumerable<T> source) where T : JToken',
      (source, _types, environment) => walked(source, ancestorsAndSelf, environment),
      'JToken.Parse("[[1]]")[0].Children().AncestorsAndSelf().Count() // 3',
      'new JToken[] { null }.AncestorsAndSelf().Count() // throws System.NullReferenceException',
    ),
    member(
      'static IJEnumerable<JToken> Descendants<T>(this IEnumerable<T> source) where T : JContainer',
      (source, _types, environment) => walked(source, descendants, environment),
      'new[] { JArray.Parse("[1, [2]]") }.Descendants().Count() // 3',
    ),
    member(
      'static IJEnumerable<JToken> DescendantsAndSelf<T>(this IEnumerable<T> source) where T : JContainer',
      (source, _types, environment) => walked(source, descendantsAndSelf, environment),
      'new[] { JArray.Parse("[1, [2]]") }.DescendantsAndSelf().Count() // 4',
    ),
    member(
      'static IJEnumerable<JProperty> Properties(this IEnumerable<JObject> source)',
      (source, _types, environment) =>
        enumerable(propertyType(), () => propertiesOf(source, environment)),
      'new[] { JObject.Parse("{ a: 1, b: 2 }") }.Properties().Last().Name // "b"',
    ),
    member(
      'static IJEnumerable<JToken> Values(this IEnumerable<JToken> source, object? key)',
      (source, key, _types, environment) =>
        enumerable(tokenType(), () => valuesAt(source, key, environment)),
      'JToken.Parse("[{ a: 1 }, { b: 2 }]").Values((object)"a").Count() // 1',
    ),
    member(
      'static IJEnumerable<JToken> Values(this IEnumerable<JToken> source)',
      (source, _types, environment) =>
        enumerable(tokenType(), () => childTokens(source, true, environment)),
      'new[] { JToken.Parse("[1, 2]"), JToken.Parse("3") }.Values().Count() // 3',
    ),
    member(
      'static IEnumerable<U?> Values<U>(this IEnumerable<JToken> source, object? key)',
      (source, key, [type], environment) =>
        converted(
          enumerable(tokenType(), () => valuesAt(source, key, environment)),
          type!,
          environment,
        ),
      'JToken.Parse("[{ a: 1 }, { a: 2 }]").Values<int>("a").Sum() // 3',
    ),
    member(
      'static IEnumerable<U?> Values<U>(this IEnumerable<JToken> source)',
      (source, [type], environment) =>
        converted(
          enumerable(tokenType(), () => childTokens(source, true, environment)),
          type!,
          environment,
        ),
      'new[] { JToken.Parse("[1, 2]") }.Values<int>().Sum() // 3',
    ),
    member(
      'static U? Value<U>(this IEnumerable<JToken> value)',
      (value: unknown, [type], environment) => convertElement(tokenIn(value), type!, environment),
      'JToken.Parse("\'5\'").Value<int>() // 5',
      'JToken.Parse("{}").Value<string>() // throws System.InvalidCastException',
    ),
    member(
      'static U? Value<T, U>(this IEnumerable<T> value) where T : JToken',
      (value: unknown, [, type], environment) => convertElement(tokenIn(value), type!, environment),
      'JToken.Parse("5").Value<JToken, int>() // 5',
    ),
    member(
      'static IJEnumerable<JToken> Children<T>(this IEnumerable<T> source) where T : JToken',
      (source, _types, environment) =>
        enumerable(tokenType(), () => childTokens(source, false, environment)),
      'new[] { JToken.Parse("[1, 2]"), JToken.Parse("[3]") }.Children().Count() // 3',
    ),
    member(
      'static IEnumerable<U?> Children<T, U>(this IEnumerable<T> source) where T : JToken',
      (source, [, type], environment) =>
        converted(
          enumerable(tokenType(), () => childTokens(source, false, environment)),
          type!,
          environment,
        ),
      'new[] { JToken.Parse("[1, 2]") }.Children<JToken, int>().Sum() // 3',
    ),
    member(
      'static IJEnumerable<JToken>? AsJEnumerable(this IEnumerable<JToken>? source)',
      (source) => (source === null ? null : asJEnumerable(source, tokenType())),
      'new[] { JToken.Parse("{ a: 1 }") }.AsJEnumerable()["a"].Count() // 1',
    ),
    member(
      'static IJEnumerable<T>? AsJEnumerable<T>(this IEnumerable<T>? source) where T : JToken',
      (source, [type]) => (source === null ? null : asJEnumerable(source, type!)),
      'new[] { JObject.Parse("{ a: 1 }") }.AsJEnumerable<JObject>()["a"].Count() // 1',
    ),
  ],
});

function propertyType(): NetType {
  return SystemObject.registry.named('Newtonsoft.Json.Linq.JProperty');
}

function enumerable(type: NetType, start: () => Iterator<JToken>): JEnumerable {
  return new JEnumerable(type, { [Symbol.iterator]: start });
}

function walked(source: unknown, walk: Walk, environment: Environment): JEnumerable {
  return enumerable(tokenType(), function* () {
    for (const token of iterate(source, tokenType())) {
      if (!(token instanceof JToken)) throw new NullReferenceException();
      yield* walk(token, environment);
    }
  });
}

function* propertiesOf(source: unknown, environment: Environment): Generator<JToken> {
  for (const object of iterate(source, tokenType())) {
    environment.spend();
    if (!(object instanceof JObject)) throw new NullReferenceException();
    yield* object.properties;
  }
}

function valuesAt(source: unknown, key: unknown, environment: Environment): Iterator<JToken> {
  return key === null
    ? childTokens(source, true, environment)
    : keyedTokens(source, key, environment);
}

function tokenIn(value: unknown): JToken {
  if (value instanceof JToken) return value;
  throw new ArgumentException('Source value must be a JToken.');
}

function asJEnumerable(source: unknown, type: NetType): unknown {
  if (source instanceof JEnumerable || source instanceof JToken) return source;
  return new JEnumerable(type, iterate(source, type));
}
