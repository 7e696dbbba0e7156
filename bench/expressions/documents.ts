/**
 * What expressions over tokens and JSON documents cost: microseconds of CPU time for one evaluation,
 * the best of several rounds. `node bench/expressions/documents.ts`
 */
import type { HostHeaders } from '../../src/expressions/context/host.ts';
import { compileExpression } from '../../src/expressions/evaluate.ts';
import { Environment } from '../../src/expressions/runtime/Environment.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { SourceText } from '../../src/lib/source/SourceText.ts';

const token = [
  { alg: 'RS256', typ: 'JWT', kid: 'bench' },
  {
    iss: 'https://issuer.example/',
    aud: 'api://bench',
    sub: 'caller',
    roles: ['Orders.Read.All', 'Orders.Write.All'],
    exp: 1_795_631_083,
    filler: 'x'.repeat(250),
  },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat('c2lnbmF0dXJl')
  .join('.');

const orders = Array.from({ length: 19 }, (_, id) => ({
  id,
  customer: `customer ${id}`,
  total: 12.5 * id,
  isPaid: id % 2 === 0,
  lines: [{ sku: 'A-1', count: id }],
  note: null,
}));
const json = JSON.stringify({ orders, next: 'https://api.example/orders?page=2' });

const subjects: readonly (readonly [name: string, code: string])[] = [
  [
    'AsJwt and a claim',
    'context.Request.Headers.GetValueOrDefault("Authorization","").Split(\' \')[1].AsJwt()?.Claims.GetValueOrDefault("roles", "")',
  ],
  [
    `JObject of ${json.length} bytes, parsed, and a member`,
    '(int)JObject.Parse((string)context.Variables["json"])["orders"][7]["lines"][0]["count"]',
  ],
  [
    `JObject of ${json.length} bytes, parsed, and SelectToken`,
    '(string)JObject.Parse((string)context.Variables["json"]).SelectToken("orders[?(@.id == 7)].customer")',
  ],
];

const iterations = 5_000;
const rounds = 8;

for (const [name, code] of subjects) {
  const { expression, diagnostics } = compileExpression(
    new SourceText('bench', code),
    'expression',
    { registry: netTypes },
  );
  if (!expression) throw new Error(diagnostics.map(({ message }) => message).join(' '));
  const context = sampleContext();
  const world = { now: () => 0, randomBytes: (n: number) => new Uint8Array(n) };
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let i = 0; i < iterations; i++) expression.evaluate(context, new Environment(world));
    best = Math.min(best, process.cpuUsage(start).user);
  }
  process.stdout.write(`${(best / iterations).toFixed(2).padStart(8)} µs  ${name}\n`);
}

/** As much of a request as the subjects look at. */
function sampleContext(): unknown {
  const fields = new Map([['authorization', [`Bearer ${token}`]]]);
  const headers: HostHeaders = {
    names: () => fields.keys(),
    values: (name) => fields.get(name.toLowerCase()) ?? [],
  };
  return {
    request: { method: 'POST', headers },
    variables: new Map<string, unknown>([['json', json]]),
  };
}
