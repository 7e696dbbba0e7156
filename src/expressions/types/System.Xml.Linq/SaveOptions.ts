import { defineType } from '../../declare/defineType.ts';
import { saveOptions } from '../../runtime/xml/writeNode.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    SaveOptions: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.xml.linq.saveoptions */
export const LinqSaveOptions = defineType({
  name: 'System.Xml.Linq.SaveOptions',
  kind: 'enum',
  flags: true,
  values: saveOptions,
});
