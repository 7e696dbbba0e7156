import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.datetimekind */
export const SystemDateTimeKind = defineType({
  name: 'System.DateTimeKind',
  kind: 'enum',
  values: { Unspecified: 0, Utc: 1, Local: 2 },
});
