import { defineType } from '../../declare/defineType.ts';
import { JToken } from '../../runtime/json/JToken.ts';
import { conversionOperators } from './conversionOperators.ts';
import { tokenEditMembers } from './tokenEditMembers.ts';
import { tokenFormMembers } from './tokenFormMembers.ts';
import { tokenTreeMembers } from './tokenTreeMembers.ts';
import { jsonText } from './writeToken.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    JToken: JToken;
  }
}

/**
 * https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Linq_JToken.htm, without the members
 * whose types the gateway's allow list keeps out: readers, writers, serializers and converters.
 */
export const NewtonsoftJToken = defineType({
  name: 'Newtonsoft.Json.Linq.JToken',
  kind: 'class',
  implements: ['IJEnumerable<JToken>', 'ICloneable'],
  represents: JToken,
  behaviour: { text: (value: JToken) => jsonText(value, true) },
  members: [...tokenFormMembers, ...tokenTreeMembers, ...tokenEditMembers, ...conversionOperators],
});
