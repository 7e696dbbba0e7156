import { defineType, membersOf } from '../../declare/defineType.ts';
import { JContainer } from '../../runtime/json/JContainer.ts';
import { descendants, descendantsAndSelf } from '../../runtime/json/walk.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { addContent } from './content.ts';
import { mergeContent } from './mergeContent.ts';
import { tokenType } from './tokenTypeOf.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JContainer: JContainer;
  }
}

const member = membersOf<JContainer>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JContainer.htm */
export const NewtonsoftJContainer = defineType({
  name: 'Newtonsoft.Json.Linq.JContainer',
  kind: 'class',
  base: 'JToken',
  implements: ['IList<JToken>', 'System.Collections.IList'],
  represents: JContainer,
  members: [
    member('int Count { get; }', (self) => self.count, 'JArray.Parse("[1, 2]").Count // 2'),
    member(
      'void Add(object? content)',
      (self, content, _types, environment) => addContent(self, self.count, content, environment),
      `${edit('JArray', '[1]', 't.Add(new[] { 2, 3 })')} // "[1,2,3]"`,
      `${edit('JObject', '{}', 't.Add(new JProperty(\\"a\\", 1))').replaceAll('\\"', '"')} // "{\\"a\\":1}"`,
      `${edit('JObject', '{}', 't.Add(1)')} // throws System.ArgumentException`,
    ),
    member(
      'void AddFirst(object? content)',
      (self, content, _types, environment) => addContent(self, 0, content, environment),
      `${edit('JArray', '[1]', 't.AddFirst(2)')} // "[2,1]"`,
    ),
    member(
      'void RemoveAll()',
      (self) => self.removeAll(),
      `${edit('JArray', '[1]', 't.RemoveAll()')} // "[]"`,
    ),
    member(
      'void ReplaceAll(object? content)',
      (self, content, _types, environment) => {
        self.removeAll();
        addContent(self, 0, content, environment);
      },
      `${edit('JArray', '[1]', 't.ReplaceAll(2)')} // "[2]"`,
    ),
    member(
      'void Merge(object? content)',
      (self, content, _types, environment) => mergeContent(self, content, environment),
      `${edit('JObject', '{ a: { b: 1 }, c: [1], d: 1 }', 't.Merge(JObject.Parse("{ a: { e: 2 }, c: [2], d: null, f: 3 }"))')} // "{\\"a\\":{\\"b\\":1,\\"e\\":2},\\"c\\":[1,2],\\"d\\":1,\\"f\\":3}"`,
      `${edit('JArray', '[1]', 't.Merge(new[] { 1, 2 })')} // "[1,1,2]"`,
      `${edit('JObject', '{}', 't.Merge(1)')} // throws System.ArgumentException`,
    ),
    member(
      'IEnumerable<JToken> Descendants()',
      (self, _types, environment) =>
        new Sequence(tokenType(), () => descendants(self, environment)),
      'JObject.Parse("{ a: [1, 2] }").Descendants().Count() // 4',
    ),
    member(
      'IEnumerable<JToken> DescendantsAndSelf()',
      (self, _types, environment) =>
        new Sequence(tokenType(), () => descendantsAndSelf(self, environment)),
      'JObject.Parse("{ a: [1, 2] }").DescendantsAndSelf().Count() // 5',
    ),
  ],
});

function edit(type: string, json: string, statement: string): string {
  return `((Func<string>)(() => { var t = ${type}.Parse("${json}"); ${statement}; return t.ToString(Formatting.None); }))()`;
}
