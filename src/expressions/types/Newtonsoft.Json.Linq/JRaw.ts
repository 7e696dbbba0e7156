import { defineType, membersOf } from '../../declare/defineType.ts';
import { NullReferenceException } from '../../runtime/exceptions.ts';
import { JRaw } from '../../runtime/json/JRaw.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JRaw: JRaw;
  }
}

const member = membersOf<JRaw>();

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JRaw.htm */
export const NewtonsoftJRaw = defineType({
  name: 'Newtonsoft.Json.Linq.JRaw',
  kind: 'class',
  base: 'JValue',
  represents: JRaw,
  members: [
    member(
      'JRaw(JRaw? other)',
      (other) => {
        if (!other) throw new NullReferenceException();
        return new JRaw(other.value);
      },
      'new JRaw(new JRaw("[1 ]")).ToString() // "[1 ]"',
      'new JRaw((JRaw)null) // throws System.NullReferenceException',
    ),
    member(
      'JRaw(object? rawJson)',
      (rawJson) => new JRaw(rawJson),
      'new JArray(new JRaw("{ }")).ToString(Formatting.None) // "[{ }]"',
      'new JRaw("1").Type // JTokenType.Raw',
    ),
  ],
});
