import { defineType, membersOf } from '../../declare/defineType.ts';
import { invariantCulture } from '../../runtime/Culture.ts';
import { DBNull } from '../../runtime/DBNull.ts';
import { providerCulture } from '../../runtime/providerCulture.ts';
import type { TypeObject } from '../../runtime/TypeObject.ts';
import { changeType, changeTypeByCode, typeCodeOf } from './changeType.ts';
import { convertBytes } from './convertBytes.ts';
import { convertMembers } from './convertMembers.ts';
import { convertTexts } from './convertTexts.ts';

const member = membersOf<never>();

/** https://learn.microsoft.com/dotnet/api/system.convert */
export const SystemConvert = defineType({
  name: 'System.Convert',
  kind: 'class',
  members: [
    ...convertMembers,
    ...convertTexts,
    ...convertBytes,
    member(
      'static readonly object DBNull',
      () => DBNull.value,
      'Convert.DBNull == DBNull.Value // true',
    ),
    member(
      'static bool IsDBNull(object? value)',
      (value) => value instanceof DBNull,
      'Convert.IsDBNull(null) // false',
      'Convert.IsDBNull(DBNull.Value) // true',
    ),
    member(
      'static TypeCode GetTypeCode(object? value)',
      typeCodeOf,
      'Convert.GetTypeCode(1.5) // TypeCode.Double',
      'Convert.GetTypeCode(null) // TypeCode.Empty',
    ),
    member(
      'static object ChangeType(object? value, Type conversionType)',
      (value, { type }: TypeObject, _types, { world }) =>
        changeType(value, type, { culture: invariantCulture, world }) as NonNullable<unknown>,
      'Convert.ChangeType("12", typeof(int)) // 12',
      'Convert.ChangeType(null, typeof(int)) // throws System.InvalidCastException',
    ),
    member(
      'static object ChangeType(object? value, Type conversionType, IFormatProvider? provider)',
      (value, { type }: TypeObject, provider, _types, { world }) =>
        changeType(value, type, {
          culture: providerCulture(provider),
          world,
        }) as NonNullable<unknown>,
      'Convert.ChangeType("1,5", typeof(double), new CultureInfo("de-DE")) // 1.5',
    ),
    member(
      'static object ChangeType(object? value, TypeCode typeCode)',
      (value, typeCode, _types, { world }) =>
        changeTypeByCode(value, typeCode, {
          culture: invariantCulture,
          world,
        }) as NonNullable<unknown>,
      'Convert.ChangeType(12, TypeCode.String) // "12"',
    ),
    member(
      'static object ChangeType(object? value, TypeCode typeCode, IFormatProvider? provider)',
      (value, typeCode, provider, _types, { world }) =>
        changeTypeByCode(value, typeCode, {
          culture: providerCulture(provider),
          world,
        }) as NonNullable<unknown>,
      'Convert.ChangeType("12", TypeCode.Int64, null) // 12L',
    ),
  ],
});
