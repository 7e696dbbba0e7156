import { defineType } from '../../declare/defineType.ts';

/** https://learn.microsoft.com/dotnet/api/system.valuetype */
export const SystemValueType = defineType({ name: 'System.ValueType', kind: 'class' });
