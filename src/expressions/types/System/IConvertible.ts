import { defineType } from '../../declare/defineType.ts';

/**
 * https://learn.microsoft.com/dotnet/api/system.iconvertible. Types implement its members explicitly;
 * expressions convert with System.Convert.
 */
export const SystemIConvertible = defineType({ name: 'System.IConvertible', kind: 'interface' });
