import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

const configuration = {
  'conf/apis/a/apiInformation.json': {
    properties: {
      displayName: 'A',
      path: '',
      protocols: ['http', 'https'],
      subscriptionRequired: false,
    },
  },
  'conf/apis/a/operations/get/operationInformation.json': {
    properties: { displayName: 'get', method: 'GET', urlTemplate: '/*' },
  },
  'conf/apis/a/operations/long/operationInformation.json': {
    properties: { displayName: 'long', method: 'GET', urlTemplate: '/long' },
  },
};

const policy = `<policies><inbound><rate-limit-by-key calls="25" renewal-period="300" counter-key="all" />
<return-response /></inbound><backend /><outbound /><on-error /></policies>`;

const longPolicy = `<policies><inbound><return-response>
<set-body>@{ var n = 0; while (n < 1000) n++; return n.ToString(); }</set-body>
</return-response></inbound><backend /><outbound /><on-error /></policies>`;

function write(path: string, text: string): void {
  const file = join(workshop.home, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The status of a call on a connection of its own. */
function call(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https') ? requestSecurely : request;
    send(url, { agent: false, rejectUnauthorized: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

test('two threads serve one port, count together, log whole lines and end together', async () => {
  for (const [path, value] of Object.entries(configuration)) write(path, JSON.stringify(value));
  write('conf/apis/a/policy.xml', policy);
  write('conf/apis/a/operations/long/policy.xml', longPolicy);
  const ports = ['--http-port', '0', '--https-port', '0'];
  const trace = ['--trace', join(workshop.home, 'traces')];
  const limit = ['--expression-limit', 'steps=900'];
  const gateway = workshop.start('start', 'conf', '--workers', '2', ...ports, ...trace, ...limit);
  await gateway.until(/gateway {2}http:/);
  const url = /http:\/\/127\.0\.0\.1:(\d+)/.exec(gateway.stdout)!;
  const statuses = await Promise.all(Array.from({ length: 40 }, () => call(`${url[0]}/x`)));
  assert.equal(statuses.filter((status) => status === 200).length, 25);
  assert.equal(statuses.filter((status) => status === 429).length, 15);
  const [secureUrl] = /https:\/\/127\.0\.0\.1:\d+/.exec(gateway.stdout)!;
  assert.equal(await call(`${secureUrl}/x`), 429);
  assert.equal(await call(`${url[0]}/long`), 500);

  const second = ['start', 'conf', '--workers', '2', '--http-port', url[1]!, '--https-port', '0'];
  const { code: refused, stderr } = await workshop.start(...second).finish();
  assert.equal(refused, 1);
  assert.match(stderr, /is taken by another program/);

  const { code, stdout } = await gateway.interrupt();
  assert.equal(code, 0);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  assert.equal(lines.length, 42);
  const ids = lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId);
  assert.equal(new Set(ids).size, 42);
  assert.match(stdout, /limit of 900 \(steps\)/);
});
