import { defineType, membersOf } from '../../declare/defineType.ts';
import { Enumerator } from '../../runtime/Enumerator.ts';
import { iterate } from '../../runtime/iterate.ts';
import { JEnumerable } from '../../runtime/json/JEnumerable.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import type { NetType } from '../../typeSystem/NetType.ts';
import { valuesOf } from './valuesOf.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    'JEnumerable<JToken>': JEnumerable;
  }
}

const member = membersOf<JEnumerable>();
const interfaceMember = membersOf<JEnumerable | JToken>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_IJEnumerable_1.htm */
export const NewtonsoftIJEnumerable = defineType({
  name: 'Newtonsoft.Json.Linq.IJEnumerable<out T>',
  kind: 'interface',
  implements: ['IEnumerable<T>'],
  members: [
    interfaceMember(
      'IJEnumerable<JToken> this[object key] { get; }',
      (self, key, _types, environment) => valuesOf(self, key, environment),
      'JToken.Parse("[[{ a: 1 }]]").Values()["a"].Count() // 1',
    ),
  ],
});

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JEnumerable_1.htm */
export const NewtonsoftJEnumerable = defineType({
  name: 'Newtonsoft.Json.Linq.JEnumerable<T>',
  kind: 'struct',
  implements: ['IJEnumerable<T>', 'IEquatable<JEnumerable<T>>'],
  represents: JEnumerable,
  behaviour: {
    equals: (value: JEnumerable, other) =>
      other instanceof JEnumerable && value.source === other.source,
    zero: ([type]: readonly NetType[]) => new JEnumerable(type!, []),
  },
  members: [
    member(
      'static readonly JEnumerable<T> Empty',
      ([type]: readonly NetType[]) => new JEnumerable(type!, []),
      'JEnumerable<JToken>.Empty.Count() // 0',
    ),
    member(
      'JEnumerable(IEnumerable<T> enumerable)',
      (enumerable, [type]) => new JEnumerable(type!, iterate(enumerable, type!)),
      'new JEnumerable<JToken>(new JToken[] { 1, 2 }).Count() // 2',
    ),
    member(
      'IEnumerator<T> GetEnumerator()',
      (self) => new Enumerator(self.elementType, self),
      'JToken.Parse("[1]").Children().GetEnumerator().MoveNext() // true',
    ),
    member(
      'IJEnumerable<JToken> this[object key] { get; }',
      (self, key, _types, environment) => valuesOf(self, key, environment),
      'JToken.Parse("[{ a: 1 }, { a: 2 }]").Children()["a"].Count() // 2',
    ),
    member(
      'bool Equals(JEnumerable<T> other)',
      (self, other: JEnumerable) => self.source === other.source,
      'JEnumerable<JToken>.Empty.Equals(JToken.Parse("[1]").Children()) // false',
    ),
  ],
});
