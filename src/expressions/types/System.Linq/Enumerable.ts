import { defineType } from '../../declare/defineType.ts';
import { conversionMembers } from './conversion.ts';
import { elementMembers } from './elements.ts';
import { extremeMembers } from './extremeMembers.ts';
import { filteringMembers } from './filtering.ts';
import { generationMembers } from './generation.ts';
import { groupingMembers } from './grouping.ts';
import { joiningMembers } from './joining.ts';
import { numberMembers } from './numbers.ts';
import { orderingMembers } from './ordering.ts';
import { projectionMembers } from './projection.ts';
import { questionMembers } from './questions.ts';
import { setMembers } from './setOperations.ts';

/** https://learn.microsoft.com/dotnet/api/system.linq.enumerable */
export const LinqEnumerable = defineType({
  name: 'System.Linq.Enumerable',
  kind: 'class',
  members: [
    ...filteringMembers,
    ...projectionMembers,
    ...joiningMembers,
    ...groupingMembers,
    ...orderingMembers,
    ...setMembers,
    ...elementMembers,
    ...questionMembers,
    ...numberMembers,
    ...extremeMembers,
    ...generationMembers,
    ...conversionMembers,
  ],
});
