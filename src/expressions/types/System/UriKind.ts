import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    UriKind: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.urikind */
export const SystemUriKind = defineType({
  name: 'System.UriKind',
  kind: 'enum',
  values: { RelativeOrAbsolute: 0, Absolute: 1, Relative: 2 },
});
