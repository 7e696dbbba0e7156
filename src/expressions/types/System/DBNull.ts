import { defineType, membersOf } from '../../declare/defineType.ts';
import { DBNull } from '../../runtime/DBNull.ts';
import { TypeCode } from './TypeCode.ts';

const member = membersOf<DBNull>();

/** https://learn.microsoft.com/dotnet/api/system.dbnull */
export const SystemDBNull = defineType({
  name: 'System.DBNull',
  kind: 'class',
  implements: ['IConvertible'],
  represents: DBNull,
  behaviour: { text: () => '' },
  members: [
    member('static readonly DBNull Value', DBNull.value, 'DBNull.Value.ToString() // ""'),
    member(
      'TypeCode GetTypeCode()',
      () => TypeCode.DBNull,
      'DBNull.Value.GetTypeCode() // TypeCode.DBNull',
    ),
    member(
      'string ToString(IFormatProvider? provider)',
      () => '',
      'DBNull.Value.ToString(null) // ""',
    ),
  ],
});
