import { defineType } from '../../declare/defineType.ts';
import type { Culture } from '../../runtime/Culture.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    IFormatProvider: Culture;
  }
}

/**
 * https://learn.microsoft.com/dotnet/api/system.iformatprovider. Values are cultures; `GetFormat` is
 * for formatters, which expressions cannot write.
 */
export const SystemIFormatProvider = defineType({
  name: 'System.IFormatProvider',
  kind: 'interface',
});
