import { NumberStyles } from '../../../lib/dotnet-format/NumberStyles.ts';
import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    NumberStyles: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.globalization.numberstyles */
export const GlobalizationNumberStyles = defineType({
  name: 'System.Globalization.NumberStyles',
  kind: 'enum',
  flags: true,
  values: NumberStyles,
});
