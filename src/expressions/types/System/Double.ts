import { doubleSize } from '../../../lib/dotnet-format/formatNumber.ts';
import { parseFloat } from '../../../lib/dotnet-format/parseNumber.ts';
import { defineType } from '../../declare/defineType.ts';
import { floatBehaviour, floatMembers } from './floatMembers.ts';
import type { FloatKind } from './floatMembers.ts';
import { numberInterfaces } from './integerMembers.ts';

const kind: FloatKind = {
  keyword: 'double',
  name: 'Double',
  called: 'a Double',
  size: doubleSize,
  typeCode: 14,
  maximum: Number.MAX_VALUE,
  epsilon: Number.MIN_VALUE,
  smallestNormal: 2 ** -1022,
  suffix: 'd',
  parse: parseFloat,
};

/** https://learn.microsoft.com/dotnet/api/system.double */
export const SystemDouble = defineType({
  name: 'System.Double',
  keyword: 'double',
  kind: 'struct',
  implements: numberInterfaces('double'),
  behaviour: floatBehaviour(kind),
  members: floatMembers(kind),
});
