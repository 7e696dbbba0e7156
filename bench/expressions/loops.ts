/**
 * What loops, lambdas and local functions cost: nanoseconds of CPU time for one round or
 * call, the best of several. `node bench/expressions/loops.ts`
 */
import { compileExpression } from '../../src/expressions/evaluate.ts';
import { defaultLimits, Environment } from '../../src/expressions/runtime/Environment.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';

const count = 100_000;

const subjects: readonly (readonly [name: string, code: string])[] = [
  ['for with a sum', `int s = 0; for (int i = 0; i < ${count}; i++) s += i; return s;`],
  [
    'call of a lambda',
    `Func<int, bool> f = x => x > 1; int s = 0; for (int i = 0; i < ${count}; i++) if (f(i)) s++; return s;`,
  ],
  [
    'call of a closure',
    `int n = 5; Func<int, int> f = x => x + n; int s = 0; for (int i = 0; i < ${count}; i++) s += f(i); return s;`,
  ],
  [
    'call of a local function',
    `int F(int x) => x + 1; int s = 0; for (int i = 0; i < ${count}; i++) s += F(i); return s;`,
  ],
  [
    'element of an array',
    `var a = new int[10]; for (int i = 0; i < ${count}; i++) a[i % 10] += i; return a[5];`,
  ],
];

const limits = { ...defaultLimits, maxSteps: 100 * count };
const rounds = 8;

for (const [name, code] of subjects) {
  const source = new SourceText('bench', code);
  const { expression, diagnostics } = compileExpression(source, 'statements', {
    registry: netTypes,
  });
  if (!expression) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const world = { now: () => 0, randomBytes: (n: number) => new Uint8Array(n) };
    const environment = new Environment(world, limits);
    const start = process.cpuUsage();
    expression.evaluate(null, environment);
    best = Math.min(best, process.cpuUsage(start).user);
  }
  process.stdout.write(`${((best * 1e3) / count).toFixed(1).padStart(8)} ns  ${name}\n`);
}
