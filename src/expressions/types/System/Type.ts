import { defineType, membersOf } from '../../declare/defineType.ts';
import { TypeObject } from '../../runtime/TypeObject.ts';

const member = membersOf<TypeObject>();

/**
 * https://learn.microsoft.com/dotnet/api/system.type, the names only: the gateway's allow list keeps
 * reflection out, but `GetType()` and `typeof` must give something.
 */
export const SystemType = defineType({
  name: 'System.Type',
  kind: 'class',
  represents: TypeObject,
  behaviour: {
    text: (value: TypeObject) => value.type.toString(),
  },
  members: [
    member(
      'string Name { get; }',
      (self) => self.name,
      'typeof(string[]).Name // "String[]"',
      'typeof(void).Name // "Void"',
    ),
    member(
      'string FullName { get; }',
      (self) => self.type.toString(),
      'typeof(int).FullName // "System.Int32"',
      'typeof(TimeZoneInfo.AdjustmentRule).FullName // "System.TimeZoneInfo+AdjustmentRule"',
    ),
    member(
      'string Namespace { get; }',
      (self) => self.namespace,
      'typeof(int).Namespace // "System"',
      'typeof(void).Namespace // "System"',
      'typeof(TimeZoneInfo.AdjustmentRule).Namespace // "System"',
    ),
    member(
      'static bool operator ==(Type? left, Type? right)',
      (left, right) => left === right,
      '1.GetType() == typeof(int) // true',
    ),
    member(
      'static bool operator !=(Type? left, Type? right)',
      (left, right) => left !== right,
      '1.GetType() != typeof(long) // true',
    ),
  ],
});
