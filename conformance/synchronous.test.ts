import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { test } from 'node:test';
import { MemoryOpenIdProviders } from '../src/adapters/memory/MemoryOpenIdProviders.ts';
import { PolicyRun } from '../src/engine/run/PolicyRun.ts';
import { compileSnapshot } from '../src/engine/snapshot/compileSnapshot.ts';
import { netTypes } from '../src/expressions/types/index.ts';
import { fetchThrough } from '../src/lib/http/fetchThrough.ts';
import { HeaderMap } from '../src/lib/http/HeaderMap.ts';
import { Url } from '../src/lib/http/Url.ts';
import { issue } from '../src/lib/jwt/tokens.fixture.ts';
import { policies } from '../src/policies/index.ts';
import { CaseWorld } from './runner/CaseWorld.ts';
import { machineFor } from './runner/machineFor.ts';
import { readCase } from './runner/readCase.ts';
import { resourcesOf } from './runner/resourcesOf.ts';

const secret = Buffer.alloc(32, 7);
const key = createSecretKey(secret);
const token = issue({ alg: 'HS256' }, { sub: 'ada', scp: 'read', exp: 2_000 }, key);

const access = `https://learn.microsoft.com/azure/api-management/
--- inbound
<cors><allowed-origins><origin>https://app.test</origin></allowed-origins></cors>
<ip-filter action="allow"><address-range from="203.0.113.0" to="203.0.113.255" /></ip-filter>
<check-header name="x-tier" failed-check-httpcode="403" failed-check-error-message="No." ignore-case="true"><value>gold</value></check-header>
<validate-jwt header-name="Authorization" require-scheme="Bearer" output-token-variable-name="jwt">
  <issuer-signing-keys><key>${secret.toString('base64')}</key></issuer-signing-keys>
  <required-claims><claim name="scp" separator=" "><value>read</value></claim></required-claims>
</validate-jwt>
<rate-limit calls="100" renewal-period="60"><api id="echo" calls="50" renewal-period="60" /></rate-limit>
<rate-limit-by-key calls="100" renewal-period="60" counter-key="@(((Jwt)context.Variables["jwt"]).Subject)" />
<authentication-basic username="gateway" password="secret" />`;

test('policies that decide about access make nobody wait when all they need is here', () => {
  const world = new CaseWorld(1_000_000);
  const openIdProviders = new MemoryOpenIdProviders({
    fetch: fetchThrough(world.send),
    now: () => world.now(),
  });
  const { snapshot } = compileSnapshot(resourcesOf('access', readCase(access)), {
    policies,
    types: netTypes,
    openIdProviders,
  });
  const plan = snapshot?.apis[0]?.operations[0]?.plan;
  assert.ok(plan);
  const run = runIn(world);
  assert.equal(plan.inbound(run), undefined);
  assert.equal(run.request.headers.get('authorization')?.slice(0, 6), 'Basic ');
});

function runIn(world: CaseWorld): PolicyRun {
  const url = (): Url => new Url({ scheme: 'https', host: 'gateway.test', path: '/echo' });
  const run = new PolicyRun(machineFor(world), incoming(), {
    requestId: '1',
    url: url(),
    originalUrl: url(),
    matchedParameters: new Map(),
    spentQueryParameters: new Set(),
    api: null,
    operation: null,
    target: undefined,
    httpVersion: '1',
    operationPath: '/echo',
    sampleResponse: () => undefined,
  });
  const dates = { createdDate: null, startDate: null, endDate: null };
  const keys = { key: 'k', primaryKey: 'k', secondaryKey: '' };
  run.identified({
    product: null,
    subscription: { id: 'ada', name: 'Ada', ...keys, ...dates },
    user: null,
  });
  return run;
}

function incoming(): ConstructorParameters<typeof PolicyRun>[1] {
  return {
    method: 'GET',
    scheme: 'https',
    authority: 'gateway.test',
    target: '/echo',
    httpVersion: '1.1',
    headers: new HeaderMap([
      ['Authorization', `Bearer ${token}`],
      ['Origin', 'https://app.test'],
      ['x-tier', 'Gold'],
    ]),
    body: null,
    remoteAddress: '203.0.113.7',
    clientCertificate: null,
    signal: new AbortController().signal,
  };
}
