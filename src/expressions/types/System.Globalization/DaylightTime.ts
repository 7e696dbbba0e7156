import { defineType, membersOf } from '../../declare/defineType.ts';
import { DaylightTime } from '../../runtime/DaylightTime.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    'System.Globalization.DaylightTime': DaylightTime;
  }
}

const member = membersOf<DaylightTime>();

const march = 'new DateTime(2024, 3, 31, 2, 0, 0)';
const october = 'new DateTime(2024, 10, 27, 3, 0, 0)';
const summer = `new DaylightTime(${march}, ${october}, TimeSpan.FromHours(1))`;

/** https://learn.microsoft.com/dotnet/api/system.globalization.daylighttime */
export const GlobalizationDaylightTime = defineType({
  name: 'System.Globalization.DaylightTime',
  kind: 'class',
  represents: DaylightTime,
  members: [
    member(
      'DaylightTime(DateTime start, DateTime end, TimeSpan delta)',
      (start, end, delta) => new DaylightTime(start, end, delta),
      `${summer}.Delta.Hours // 1`,
    ),
    member('DateTime Start { get; }', (self) => self.start, `${summer}.Start // ${march}`),
    member('DateTime End { get; }', (self) => self.end, `${summer}.End // ${october}`),
    member(
      'TimeSpan Delta { get; }',
      (self) => self.delta,
      `${summer}.Delta // TimeSpan.FromHours(1)`,
    ),
  ],
});
