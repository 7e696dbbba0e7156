import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Formatting: number;
  }
}

export const formattings = { None: 0, Indented: 1 } as const;

/** https://www.newtonsoft.com/json/help/html/T_Newtonsoft_Json_Formatting.htm */
export const NewtonsoftFormatting = defineType({
  name: 'Newtonsoft.Json.Formatting',
  kind: 'enum',
  values: formattings,
});
