import { regexOptions } from '../../../lib/dotnet-regex/options.ts';
import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    RegexOptions: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.text.regularexpressions.regexoptions */
export const RegularExpressionsRegexOptions = defineType({
  name: 'System.Text.RegularExpressions.RegexOptions',
  kind: 'enum',
  flags: true,
  values: regexOptions,
});
