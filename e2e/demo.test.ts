import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import * as oauth from 'openid-client';
import { Body } from '../src/lib/http/Body.ts';
import { strictTls } from '../src/lib/http/exchange.ts';
import { fetchThrough } from '../src/lib/http/fetchThrough.ts';
import { HeaderMap } from '../src/lib/http/HeaderMap.ts';
import { createClient } from '../src/lib/http/http1/client.ts';
import { Workshop } from './program.ts';
import type { Program } from './program.ts';

const freePorts = ['http', 'https', 'identity', 'orders', 'inventory'].flatMap((name) => [
  `--${name}-port`,
  '0',
]);

const workshop = new Workshop();
let demo: Program;

before(async () => {
  demo = workshop.start('demo', ...freePorts);
  await demo.until(/Ctrl-C stops everything\./);
});

after(async () => {
  await demo.interrupt();
  workshop.remove();
});

/** The lines to paste that the demo printed, with the status that it promises for each. */
function printedCalls(): {
  readonly status: string;
  readonly shows: string;
  readonly line: string;
}[] {
  return [...demo.stdout.matchAll(/^# (\d{3}): (.+)\n(.+)$/gm)].map(([, status, shows, line]) => ({
    status: status!,
    shows: shows!,
    line: line!,
  }));
}

test('every call that the demo prints does what is printed beside it', async (t) => {
  const calls = printedCalls();
  assert.ok(calls.length >= 9, demo.stdout);
  for (const { status, shows, line } of calls) {
    await t.test(shows, async () => {
      const { stdout, stderr } = await workshop.shell(line);
      const statuses = [...stdout.matchAll(/^HTTP\/[12.]+ (\d{3})/gm)].map((match) => match[1]);
      assert.equal(statuses.at(-1), status, `${line}\n${stdout}${stderr}`);
    });
  }
});

test('a token passes through the gateway unchanged in scenario 1', async () => {
  const passing = printedCalls().find(({ shows }) => shows.includes('scenario 1'))!;
  const { stdout } = await workshop.shell(passing.line);
  const { caller } = JSON.parse(stdout.slice(stdout.indexOf('\r\n\r\n'))) as {
    caller: { azp: string };
  };
  assert.equal(caller.azp, '10000000-0000-0000-0000-000000000001');
});

test('the onward call of scenario 2 is made in the name of the gateway', async () => {
  const passing = printedCalls().find(({ shows }) => shows.includes('in its own name'))!;
  const { stdout } = await workshop.shell(passing.line);
  const { caller } = JSON.parse(stdout.slice(stdout.indexOf('\r\n\r\n'))) as {
    caller: { azp: string };
  };
  assert.equal(caller.azp, '20000000-0000-0000-0000-000000000002');
});

test('a real OAuth client gets a token that the gateway lets through', async () => {
  const state = JSON.parse(readFileSync(`${workshop.home}/data/demo/state.json`, 'utf8')) as {
    caFile: string;
    clientId: string;
    clientSecret: string;
  };
  const client = createClient({ trustedCertificates: [readFileSync(state.caFile, 'utf8')] });
  const metadata = /https:\/\/localhost:\d+\/\S+\/openid-configuration/.exec(demo.stdout)![0];
  const configuration = await oauth.discovery(
    new URL(metadata),
    state.clientId,
    state.clientSecret,
    undefined,
    { [oauth.customFetch]: fetchOver(client) },
  );
  const { access_token } = await oauth.clientCredentialsGrant(configuration, {
    scope: 'api://orders/.default',
  });
  const [, key] = /Ocp-Apim-Subscription-Key: (\S+?)'/.exec(demo.stdout)!;
  const [, origin] = /gateway\s+(http:\/\/localhost:\d+)/.exec(demo.stdout)!;
  const answer = await fetchThrough(client.send)(`${origin}/shop/orders/1003`, {
    headers: { Authorization: `Bearer ${access_token}`, 'Ocp-Apim-Subscription-Key': key! },
  });
  assert.equal(answer.status, 200);
  await client.close();
});

test('a port that is taken is named, with the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await workshop
    .start('demo', ...freePorts, '--http-port', String(port))
    .finish();
  other.close();
  assert.equal(code, 1);
  assert.match(stderr, new RegExp(`Port ${port} \\(http\\) is taken by another program`));
  assert.match(stderr, /--http-port PORT/);
});

test('without a demo, a token cannot be had, and the way out is named', async () => {
  const elsewhere = new Workshop();
  const { code, stderr } = await elsewhere.start('token').finish();
  assert.equal(code, 1);
  assert.match(stderr, /No demo is running\.\n.*sallyport demo/);
  elsewhere.remove();
});

test('Ctrl-C stops the demo cleanly and leaves no secret behind', async () => {
  const own = new Workshop();
  const running = own.start('demo', ...freePorts);
  await running.until(/Ctrl-C stops everything\./);
  const { code, stdout } = await running.interrupt();
  assert.equal(code, 0, stdout);
  assert.match(stdout, /Stopping: calls under way may finish\./);
  assert.equal(existsSync(`${own.home}/data/demo/state.json`), false);
  own.remove();
});

type Fetch = NonNullable<Parameters<typeof oauth.discovery>[4]>[typeof oauth.customFetch];

/** The library's calls over a client that trusts the development CA. */
function fetchOver(client: ReturnType<typeof createClient>): NonNullable<Fetch> {
  return async (url, { method, headers, body }) => {
    const answer = await client.send({
      method,
      url,
      headers: new HeaderMap(Object.entries(headers)),
      body: body instanceof URLSearchParams ? Body.ofText(body.toString()) : null,
      timeoutMs: 5_000,
      tls: strictTls,
    });
    const bytes = await answer.body?.buffer(1 << 20);
    return new Response(bytes ? new Uint8Array(bytes) : null, {
      status: answer.status,
      headers: [...answer.headers].map(([name, value]): [string, string] => [name, value]),
    });
  };
}
