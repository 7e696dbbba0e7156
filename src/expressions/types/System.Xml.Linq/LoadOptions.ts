import { defineType } from '../../declare/defineType.ts';
import { loadOptions } from '../../runtime/xml/readXml.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    LoadOptions: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.loadoptions */
export const LinqLoadOptions = defineType({
  name: 'System.Xml.Linq.LoadOptions',
  kind: 'enum',
  flags: true,
  values: loadOptions,
});
