import { defineType } from '../../declare/defineType.ts';
import { JObject } from '../../runtime/json/JObject.ts';
import { objectMembers } from './objectMembers.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JObject: JObject;
  }
}

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JObject.htm */
export const NewtonsoftJObject = defineType({
  name: 'Newtonsoft.Json.Linq.JObject',
  kind: 'class',
  base: 'JContainer',
  implements: ['IDictionary<string, JToken>'],
  represents: JObject,
  members: objectMembers,
});
