import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { AccessRecord } from '../gateway/GatewayLog.ts';
import { parseRange } from '../lib/cidr/range.ts';
import type { AddressRange } from '../lib/cidr/range.ts';
import { Body } from '../lib/http/Body.ts';
import { HeaderMap } from '../lib/http/HeaderMap.ts';
import { listen } from '../lib/http/server.ts';
import { GatewayServer } from './GatewayServer.ts';
import { refusalOutside } from './refusalOutside.ts';

function range(text: string): AddressRange {
  const result = parseRange(text);
  assert.ok(result.ok, text);
  return result.range;
}

test('a refusal names the address, its block and the setting that allows it', () => {
  assert.equal(
    refusalOutside([])('10.1.2.3'),
    '10.1.2.3 is in 10.0.0.0/8 (Private-Use, RFC 1918), which needs --allow-network 10.1.2.3',
  );
});

test('an allowed network is open, the others stay closed', () => {
  const refusal = refusalOutside([range('10.1.0.0/16'), range('fd00::/8')]);
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00:ec2::254', '1.1.1.1'])
    assert.equal(refusal(address), undefined, address);
  for (const address of ['10.2.0.1', '127.0.0.1', '64:ff9b::10.1.2.3', 'fe80::1'])
    assert.notEqual(refusal(address), undefined, address);
});

test('what is no address is refused', () => {
  for (const text of ['', 'localhost', 'fe80::1%eth0', '0x7f.1'])
    assert.match(refusalOutside([range('::/0')])(text) ?? '', /no address/, text);
});

/** An API whose backend a header of the call names, on a gateway that runs. */
const computedBackend = {
  'apis/echo/apiInformation.json': JSON.stringify({
    properties: {
      displayName: 'Echo',
      path: '',
      protocols: ['http'],
      subscriptionRequired: false,
    },
  }),
  'apis/echo/specification.json': JSON.stringify({
    openapi: '3.0.1',
    info: { title: 'Echo', version: '1' },
    paths: { '/echo': { get: { operationId: 'get', responses: { 200: { description: 'ok' } } } } },
  }),
  'apis/echo/policy.xml': `<policies><inbound><base />
    <set-backend-service base-url="@("http://" + context.Request.Headers.GetValueOrDefault("x-host", ""))" />
    </inbound><backend><base /></backend><outbound><base /></outbound>
    <on-error><base /><set-header name="x-reason"><value>@(context.LastError.Reason)</value></set-header></on-error></policies>`,
  'policy.xml':
    '<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>',
};

async function withGateway(
  allowedNetworks: readonly AddressRange[],
  use: (call: (host: string) => Promise<Response>, log: AccessRecord[]) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'sallyport-'));
  for (const [name, text] of Object.entries(computedBackend)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  const log: AccessRecord[] = [];
  const { server } = await GatewayServer.start({
    directory,
    host: '127.0.0.1',
    httpPort: 0,
    https: undefined,
    trustedCertificates: [],
    allowedNetworks,
    log: { access: (record) => void log.push(record), refusal: () => undefined },
  });
  try {
    const url = `http://127.0.0.1:${server.httpPort}/echo`;
    await use((host) => fetch(url, { headers: { 'x-host': host, connection: 'close' } }), log);
  } finally {
    await server.close(0);
    rmSync(directory, { recursive: true });
  }
}

test('OW-7: a running gateway is not led to this machine, unless its network is allowed', async () => {
  const secret = await listen('127.0.0.1', 0, {
    handle: async () => ({
      status: 200,
      reason: 'OK',
      headers: new HeaderMap(),
      body: Body.ofText('secret'),
    }),
  });
  try {
    await withGateway([], async (call, log) => {
      for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]']) {
        const answer = await call(`${host}:${secret.port}`);
        assert.equal(answer.status, 500, host);
        assert.equal(answer.headers.get('x-reason'), 'BackendConnectionFailure');
        const text = await answer.text();
        assert.match(text, /"message": "Internal server error"/);
        assert.doesNotMatch(text, /127\.0\.0\.1|allow-network/);
        const { failure } = log.at(-1)!;
        assert.equal(failure?.message, 'The connection to the backend failed.');
        assert.match(failure.cause ?? '', /127\.0\.0\.0\/8 .*--allow-network/, host);
      }
    });
    await withGateway([range('127.0.0.0/8'), range('::1')], async (call) => {
      const answer = await call(`127.0.0.1:${secret.port}`);
      assert.equal(await answer.text(), 'secret');
    });
  } finally {
    await secret.close(0);
  }
});
