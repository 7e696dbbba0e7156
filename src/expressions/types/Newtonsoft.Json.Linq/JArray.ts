import { defineType, membersOf } from '../../declare/defineType.ts';
import { ArgumentException, ArgumentOutOfRangeException } from '../../runtime/exceptions.ts';
import { enumeratorOf } from '../../runtime/collections/enumeratorOf.ts';
import { checkRoom } from '../../runtime/collections/checks.ts';
import { elementFrom } from '../../runtime/collections/copyArray.ts';
import { JArray } from '../../runtime/json/JArray.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { JValue } from '../../runtime/json/JValue.ts';
import { addContent } from './content.ts';
import { parseJson, readArray } from './readToken.ts';
import { tokenOfKind } from './tokenObjects.ts';
import { tokenType } from './tokenTypeOf.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JArray: JArray;
  }
}

const member = membersOf<JArray>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JArray.htm */
export const NewtonsoftJArray = defineType({
  name: 'Newtonsoft.Json.Linq.JArray',
  kind: 'class',
  base: 'JContainer',
  implements: ['IList<JToken>'],
  represents: JArray,
  members: [
    member('JArray()', () => new JArray(), 'new JArray().Count // 0'),
    member(
      'JArray(JArray other)',
      (other, _types, environment) => other.clone(environment),
      'new JArray(JArray.Parse("[1]")).ToString(Formatting.None) // "[1]"',
    ),
    member(
      'JArray(params object[]? content)',
      (content, _types, environment) => arrayOf(content, environment),
      'new JArray(1, "a", null).ToString(Formatting.None) // "[1,\\"a\\",null]"',
    ),
    member(
      'JArray(object? content)',
      (content, _types, environment) => arrayOf(content, environment),
      'new JArray(1).ToString(Formatting.None) // "[1]"',
      'new JArray(new List<int> { 1, 2 }).Count // 2',
    ),
    member(
      'static JArray Parse(string json)',
      (json, _types, environment) => parseJson(json, environment, readArray),
      'JArray.Parse("[1, 2]").Count // 2',
      'JArray.Parse("{}") // throws Newtonsoft.Json.JsonReaderException',
    ),
    member(
      'static JArray FromObject(object o)',
      (o, _types, environment) => tokenOfKind(o, JArray, environment),
      'JArray.FromObject(new List<int> { 1, 2 }).Count // 2',
      'JArray.FromObject(new { a = 1 }) // throws System.ArgumentException',
    ),
    member(
      'JToken this[object key] { get; set; }',
      {
        get: (self, key) => self.item(key) ?? JValue.ofNull(),
        set: (self, key, value: JToken | null, _types, environment) =>
          self.setItem(key, value, environment),
      },
      '(int)JArray.Parse("[1, 2]")[(object)1] // 2',
      'JArray.Parse("[1]")["a"] // throws System.ArgumentException',
    ),
    member(
      'JToken this[int index] { get; set; }',
      {
        get: (self, index) => self.at(index),
        set: (self, index, value: JToken | null, _types, environment) =>
          self.replaceAt(index, value ?? JValue.ofNull(), environment),
      },
      '(int)JArray.Parse("[1, 2]")[1] // 2',
      'JArray.Parse("[1]")[1] // throws System.ArgumentOutOfRangeException',
    ),
    member(
      'bool IsReadOnly { get; }',
      (self) => self.isReadOnly,
      'new JArray().IsReadOnly // false',
    ),
    member(
      'void Add(JToken? item)',
      (self, item, _types, environment) => self.add(item, environment),
      'new JArray { 1, "a" }.ToString(Formatting.None) // "[1,\\"a\\"]"',
    ),
    member('void Clear()', (self) => self.clear(), `${edit('t.Clear()')} // "[]"`),
    member(
      'bool Contains(JToken? item)',
      (self, item) => self.contains(item),
      'JArray.Parse("[1]").Contains(1) // false',
      '((Func<bool>)(() => { var t = JArray.Parse("[1]"); return t.Contains(t[0]); }))() // true',
    ),
    member(
      'void CopyTo(JToken[] array, int arrayIndex)',
      (self, array, arrayIndex, _types, environment) => {
        if (arrayIndex < 0) throw new ArgumentOutOfRangeException('arrayIndex');
        if (arrayIndex !== 0 && arrayIndex >= array.length)
          throw new ArgumentException(
            'arrayIndex is equal to or greater than the length of array.',
          );
        // The array may be of a narrower type than its variable.
        checkRoom(array.length, arrayIndex, self.count);
        environment.spend(self.count);
        for (const [at, child] of self.children.entries())
          array.setAt(arrayIndex + at, elementFrom(child, array.elementType));
      },
      '((Func<int>)(() => { var a = new JToken[2]; JArray.Parse("[1, 2]").CopyTo(a, 0); return (int)a[1]; }))() // 2',
      '((Func<int>)(() => { JToken[] a = new JValue[1]; JArray.Parse("[[1]]").CopyTo(a, 0); return 0; }))() // throws System.InvalidCastException',
    ),
    member(
      'IEnumerator<JToken> GetEnumerator()',
      (self) => enumeratorOf(self, tokenType()),
      'JArray.Parse("[1]").GetEnumerator().MoveNext() // true',
    ),
    member(
      'int IndexOf(JToken? item)',
      (self, item) => self.indexOf(item),
      '((Func<int>)(() => { var t = JArray.Parse("[1, 2]"); return t.IndexOf(t[1]); }))() // 1',
      'JArray.Parse("[1, 2]").IndexOf(2) // -1',
    ),
    member(
      'void Insert(int index, JToken? item)',
      (self, index, item, _types, environment) =>
        self.insert(index, item ?? JValue.ofNull(), environment),
      `${edit('t.Insert(0, 5)')} // "[5,1,2]"`,
      `${edit('t.Insert(3, 5)')} // throws System.ArgumentOutOfRangeException`,
    ),
    member(
      'bool Remove(JToken? item)',
      (self, item, _types, environment) => {
        environment.spend(1 + (self.count >> 4));
        return self.remove(item);
      },
      `${edit('t.Remove(t[0])')} // "[2]"`,
      'JArray.Parse("[1]").Remove(1) // false',
    ),
    member(
      'void RemoveAt(int index)',
      (self, index, _types, environment) => {
        environment.spend(1 + (self.count >> 4));
        self.removeAt(index);
      },
      `${edit('t.RemoveAt(0)')} // "[2]"`,
      `${edit('t.RemoveAt(2)')} // throws System.ArgumentOutOfRangeException`,
    ),
  ],
});

function arrayOf(content: unknown, environment: Parameters<typeof addContent>[3]): JArray {
  const array = new JArray();
  addContent(array, 0, content, environment);
  return array;
}

function edit(statement: string): string {
  return `((Func<string>)(() => { var t = JArray.Parse("[1, 2]"); ${statement}; return t.ToString(Formatting.None); }))()`;
}
