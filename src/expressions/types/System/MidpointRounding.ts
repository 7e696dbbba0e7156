import { MidpointRounding } from '../../../lib/decimal/round.ts';
import { defineType } from '../../declare/defineType.ts';

declare module '../../declare/typed.ts' {
  interface Representations {
    MidpointRounding: number;
  }
}

/** https://learn.microsoft.com/dotnet/api/system.midpointrounding */
export const SystemMidpointRounding = defineType({
  name: 'System.MidpointRounding',
  kind: 'enum',
  values: MidpointRounding,
});
