import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    UriKind: number;
  }
}

export const uriKinds = { RelativeOrAbsolute: 0, Absolute: 1, Relative: 2 } as const;

/** https://learn.microsoft.com/dotnet/api/system.urikind */
export const SystemUriKind = defineType({
  name: 'System.UriKind',
  kind: 'enum',
  values: uriKinds,
});
