/**
 * What typical expressions of policies cost: nanoseconds of CPU time for one evaluation, the
 * best of several rounds. `node bench/expressions/condition.ts`
 */
import { compileExpression } from '../../src/expressions/evaluate.ts';
import type { HostHeaders } from '../../src/expressions/context/host.ts';
import { Environment } from '../../src/expressions/runtime/Environment.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';

const subjects: readonly string[] = [
  'context.Request.Headers.GetValueOrDefault("x","") == "a"',
  'context.Request.Method == "POST"',
  'context.Request.Url.Path.StartsWith("/orders")',
  'context.Request.Method == "GET" && context.Request.Headers.GetValueOrDefault("x","") != "a"',
  '(string)context.Variables["name"] == "value"',
  '((string)context.Variables["name"]).Length + 1 > 3 ? "long" : "short"',
  '"Bearer " + (string)context.Variables["name"]',
];

const iterations = 200_000;
const rounds = 5;

for (const code of subjects) {
  const { expression, diagnostics } = compileExpression(
    new SourceText('bench', code),
    'expression',
    { registry: netTypes },
  );
  if (!expression) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  const evaluate = expression.evaluate.bind(expression);
  const context = sampleContext();
  const environment = new Environment({ now: () => 0, randomBytes: (n) => new Uint8Array(n) });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let i = 0; i < iterations; i++) evaluate(context, environment);
    best = Math.min(best, process.cpuUsage(start).user);
  }
  const nanoseconds = Math.round((best * 1e3) / iterations);
  process.stdout.write(`${String(nanoseconds).padStart(6)} ns  ${code}\n`);
}

/** As much of a request as the subjects look at. */
function sampleContext(): unknown {
  const fields = new Map([['x', ['a']]]);
  const headers: HostHeaders = {
    names: () => fields.keys(),
    values: (name) => fields.get(name.toLowerCase()) ?? [],
  };
  return {
    request: {
      method: 'POST',
      headers,
      url: { scheme: 'https', host: 'a', port: 443, path: '/orders/1', queryString: '' },
    },
    variables: new Map<string, unknown>([['name', 'value']]),
  };
}
