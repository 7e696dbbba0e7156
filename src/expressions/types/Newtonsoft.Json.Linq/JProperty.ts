import { defineType, membersOf } from '../../declare/defineType.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { valueOf } from './content.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JProperty: JProperty;
  }
}

const member = membersOf<JProperty>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JProperty.htm */
export const NewtonsoftJProperty = defineType({
  name: 'Newtonsoft.Json.Linq.JProperty',
  kind: 'class',
  base: 'JContainer',
  represents: JProperty,
  members: [
    member(
      'JProperty(JProperty other)',
      (other, _types, environment) => other.clone(environment),
      'new JProperty(new JProperty("a", 1)).ToString() // "\\"a\\": 1"',
    ),
    member(
      'JProperty(string name, params object[]? content)',
      (name, content, _types, environment) => propertyOf(name, content, environment),
      'new JProperty("a", 1, 2).ToString(Formatting.None) // "\\"a\\":[1,2]"',
    ),
    member(
      'JProperty(string name, object? content)',
      (name, content, _types, environment) => propertyOf(name, content, environment),
      'new JProperty("a", "b").ToString() // "\\"a\\": \\"b\\""',
      'new JProperty("a", null).Value.Type // JTokenType.Null',
      'new JProperty("a", new List<int> { 1 }).Value.Type // JTokenType.Array',
    ),
    member('string Name { get; }', (self) => self.name, 'new JProperty("a", 1).Name // "a"'),
    member(
      'JToken Value { get; set; }',
      {
        get: (self) => self.value as JToken,
        set: (self, value: JToken | null, _types, environment) => self.setValue(value, environment),
      },
      '(int)new JProperty("a", 1).Value // 1',
      '((Func<int>)(() => { var p = new JProperty("a", 1); p.Value = 2; return (int)p.Value; }))() // 2',
    ),
  ],
});

function propertyOf(
  name: string,
  content: unknown,
  environment: Parameters<typeof valueOf>[1],
): JProperty {
  const property = new JProperty(name);
  property.setValue(valueOf(content, environment), environment);
  return property;
}
