import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.dayofweek */
export const SystemDayOfWeek = defineType({
  name: 'System.DayOfWeek',
  kind: 'enum',
  values: { Sunday: 0, Monday: 1, Tuesday: 2, Wednesday: 3, Thursday: 4, Friday: 5, Saturday: 6 },
});
