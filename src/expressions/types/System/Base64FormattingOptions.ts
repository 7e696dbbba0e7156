import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    Base64FormattingOptions: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.base64formattingoptions */
export const SystemBase64FormattingOptions = defineType({
  name: 'System.Base64FormattingOptions',
  kind: 'enum',
  flags: true,
  values: { None: 0, InsertLineBreaks: 1 },
});
