import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    TypeCode: number;
  }
}

export const TypeCode = {
  Empty: 0,
  Object: 1,
  DBNull: 2,
  Boolean: 3,
  Char: 4,
  SByte: 5,
  Byte: 6,
  Int16: 7,
  UInt16: 8,
  Int32: 9,
  UInt32: 10,
  Int64: 11,
  UInt64: 12,
  Single: 13,
  Double: 14,
  Decimal: 15,
  DateTime: 16,
  String: 18,
} as const;

/** https://learn.microsoft.com/dotnet/api/system.typecode */
export const SystemTypeCode = defineType({
  name: 'System.TypeCode',
  kind: 'enum',
  values: TypeCode,
});
