import { uriPartial } from '../../../lib/dotnet-uri/DotNetUri.ts';
import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    UriPartial: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.uripartial */
export const SystemUriPartial = defineType({
  name: 'System.UriPartial',
  kind: 'enum',
  values: uriPartial,
});
