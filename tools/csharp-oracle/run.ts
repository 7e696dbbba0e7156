/**
 * Asks a real C# compiler what random expressions over the declared .NET types are worth, and
 * compares. Needs Mono: `apt-get install mono-mcs mono-runtime libnewtonsoft-json5.0-cil`.
 *
 *     node tools/csharp-oracle/run.ts --seed 1 --count 5000
 *     node tools/csharp-oracle/run.ts --seed 1 --count 40000 --write   # renew conformance/expressions
 *     node tools/csharp-oracle/run.ts --seed 1 --count 20000 --blind   # name members never compared
 */
import { parseArgs } from 'node:util';
import { netTypes } from '../../src/expressions/types/index.ts';
import { askMono } from './askMono.ts';
import { askOurs } from './askOurs.ts';
import { casesOf } from './Case.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { memberName, membersToTry } from './members.ts';
import { neverCompared, report } from './report.ts';
import { writeVectors } from './writeVectors.ts';

/** Cases of one C# program. */
const batchSize = 5000;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5000' },
    write: { type: 'boolean', default: false },
    blind: { type: 'boolean', default: false },
  },
});

const cases = casesOf(netTypes, Number(values.seed)).take(Number(values.count)).toArray();
const verdicts: Verdict[] = [];
for (let start = 0; start < cases.length; start += batchSize) {
  const batch = cases.slice(start, start + batchSize);
  const answers = askMono(batch);
  verdicts.push(...batch.map((one, i) => judge(one, answers[i]!, askOurs(one.expression))));
}
console.log(report(verdicts));
if (values.blind) console.log(neverCompared(membersToTry(netTypes).map(memberName), verdicts));
if (values.write) console.log(`${writeVectors(verdicts)} vectors written.`);
process.exitCode = verdicts.some(({ kind }) => kind === 'different') ? 1 : 0;
