import { defineType } from '../../declare/defineType.ts';
import { tokenTypes } from '../../runtime/json/tokenTypes.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JTokenType: number;
  }
}

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JTokenType.htm */
export const NewtonsoftJTokenType = defineType({
  name: 'Newtonsoft.Json.Linq.JTokenType',
  kind: 'enum',
  values: tokenTypes,
});
