import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { testDirectory, write } from '../adapters/directory/testDirectory.ts';
import { DevelopmentCa } from '../lib/x509/developmentCa.ts';
import { GatewayServer } from './GatewayServer.ts';

test('a reload also changes what `context.Deployment` says', async (t) => {
  const directory = await testDirectory(t, {
    'apis/a/apiInformation.json': {
      properties: { displayName: 'A', path: '', protocols: ['http'], subscriptionRequired: false },
    },
    'apis/a/operations/get/operationInformation.json': {
      properties: { displayName: 'get', method: 'GET', urlTemplate: '/*' },
    },
    'apis/a/policy.xml': `<policies><inbound><return-response>
      <set-body>@(context.Deployment.Certificates.Count + " " + context.Deployment.Certificates.ContainsKey("backend"))</set-body>
      </return-response></inbound><backend /><outbound /><on-error /></policies>`,
  });
  const { server } = await GatewayServer.start({
    directory,
    host: '127.0.0.1',
    httpPort: 0,
    https: undefined,
    trustedCertificates: [],
    log: { access: () => undefined, refusal: () => undefined },
  });
  t.after(() => server.close(0));
  const call = async (): Promise<string> =>
    (
      await fetch(`http://127.0.0.1:${server.httpPort}/`, { headers: { connection: 'close' } })
    ).text();
  assert.equal(await call(), '0 False');
  const ca = await DevelopmentCa.create({ now: Date.now, randomBytes });
  const { certificatePem } = await ca.issueClient({ commonName: 'gateway' });
  await write(directory, 'certificates/backend/backend.cer', certificatePem);
  assert.equal((await server.reload()).isLive, true);
  assert.equal(await call(), '1 True');
});
