import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostApi } from '../../engine/snapshot/hosts.ts';
import { emptyPlan } from '../../engine/snapshot/PlanBuilder.ts';
import type { CompiledApi } from '../../engine/snapshot/Snapshot.ts';
import { Cancellation } from '../../lib/http/CancelSignal.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { Query } from '../../lib/http/Query.ts';
import { api as noun } from '../../model/api.ts';
import { apiVersionSet } from '../../model/apiVersionSet.ts';
import { noResources, originOf } from '../../model/resources.ts';
import { ApiTable } from './ApiTable.ts';

interface Request {
  readonly scheme?: 'http' | 'https';
  readonly headers?: readonly (readonly [string, string])[];
  readonly upgrade?: string;
}

type Find = (target: string, request?: Request) => string | undefined;

/** The id of the API that answers, and what of the path is left for its operations. */
function finderOf(apis: Readonly<Record<string, Record<string, unknown>>>): Find {
  const compiled = Object.entries(apis).map(([id, properties]) => compiledApi(id, properties));
  const table = new ApiTable({
    resources: { ...noResources, apiVersionSets: ['Header', 'Query', 'Segment'].map(versionSet) },
    apis: compiled,
    globalPlan: emptyPlan,
  });
  return (target, { scheme = 'https', headers = [], upgrade } = {}) => {
    const [path = '', query] = target.split('?');
    const request = {
      method: 'GET',
      scheme,
      authority: 'gateway.test',
      target,
      httpVersion: '1.1',
      headers: new HeaderMap(headers),
      body: null,
      remoteAddress: '192.0.2.1',
      clientCertificate: null,
      signal: new Cancellation(),
      ...(upgrade === undefined ? {} : { upgrade }),
    } as const;
    const found = table.match(request, path, new Query(query));
    return found && `${found.api.resource.id} ${found.operationPath}`;
  };
}

function compiledApi(id: string, written: Record<string, unknown>): CompiledApi {
  const properties = noun.read(
    id,
    { displayName: id, protocols: ['https'], ...written },
    ({ code, path }) => assert.fail(`${code} at ${path.join('.')}`),
  );
  const resource = {
    id,
    properties: properties!,
    origin: originOf(id),
    operations: [],
    schemas: [],
  };
  return {
    resource,
    host: hostApi(resource),
    target: undefined,
    httpVersion: '1',
    products: [],
    operations: [],
    plan: emptyPlan,
  };
}

function versionSet(scheme: string): (typeof noResources.apiVersionSets)[number] {
  const properties = apiVersionSet.read(
    scheme,
    {
      displayName: scheme,
      versioningScheme: scheme,
      ...(scheme === 'Header' ? { versionHeaderName: 'Api-Version' } : {}),
      ...(scheme === 'Query' ? { versionQueryName: 'api-version' } : {}),
    },
    ({ code, path }) => assert.fail(`${code} at ${path.join('.')}`),
  );
  return { id: scheme, properties: properties!, origin: originOf(scheme) };
}

test('the API with the longest path answers, without regard to case', () => {
  const find = finderOf({ all: { path: '' }, a: { path: 'a' }, long: { path: 'a/B/c d' } });
  assert.equal(find('/A/b/C%20D/x'), 'long /x');
  assert.equal(find('/a/b/c'), 'a /b/c');
  assert.equal(find('/ab'), 'all /ab');
  assert.equal(find('/'), 'all /');
});

test('what no API has the path of is not found', () => {
  const find = finderOf({ a: { path: 'a/b' } });
  assert.equal(find('/a/b'), 'a ');
  for (const path of ['/', '/a', '/b', '/a/bc', '/x/a/b']) assert.equal(find(path), undefined);
});

test('a revision is asked for behind the path of its API, and the current one without', () => {
  const find = finderOf({
    'a;rev=1': { path: 'a', apiRevision: '1', isCurrent: false },
    a: { path: 'a', apiRevision: '2', isCurrent: true },
  });
  assert.equal(find('/a/x'), 'a /x');
  assert.equal(find('/a;rev=1/x'), 'a;rev=1 /x');
  assert.equal(find('/A;REV=2/x'), 'a /x');
  assert.equal(find('/a;rev=3/x'), undefined);
});

for (const scheme of ['Header', 'Query']) {
  test(`the version that a request names answers, and without one the API without one: ${scheme}`, () => {
    const apiVersionSetId = `/apiVersionSets/${scheme}`;
    const find = finderOf({
      one: { path: 'a', apiVersionSetId },
      two: { path: 'a', apiVersionSetId, apiVersion: 'v2' },
    });
    const ask = (version: string): string | undefined =>
      scheme === 'Header'
        ? find('/a/x', { headers: [['api-version', version]] })
        : find(`/a/x?API-Version=${version}`);
    assert.equal(find('/a/x'), 'one /x');
    assert.equal(ask('v2'), 'two /x');
    assert.equal(ask('v3'), undefined);
  });
}

test('a version in the path is a segment of it', () => {
  const apiVersionSetId = '/apiVersionSets/Segment';
  const find = finderOf({
    one: { path: 'a', apiVersionSetId },
    two: { path: 'a', apiVersionSetId, apiVersion: 'v2' },
  });
  assert.equal(find('/a/V2/x'), 'two /x');
  assert.equal(find('/a/v3/x'), 'one /v3/x');
});

test('an API answers only to its schemes, and to none when it is offline', () => {
  const find = finderOf({
    a: { path: 'a' },
    both: { path: 'both', protocols: ['http', 'https'] },
    off: { path: 'off', protocols: ['http', 'https'], isOnline: false },
    socket: { path: 'socket', protocols: ['wss'] },
  });
  assert.equal(find('/a'), 'a ');
  assert.equal(find('/a', { scheme: 'http' }), undefined);
  assert.equal(find('/both', { scheme: 'http' }), 'both ');
  assert.equal(find('/off'), undefined);
  assert.equal(find('/socket'), undefined);
  assert.equal(find('/socket', { upgrade: 'WebSocket' }), 'socket ');
  assert.equal(find('/socket', { upgrade: 'websocket', scheme: 'http' }), undefined);
});

test('each of a thousand APIs is found', () => {
  const paths = Array.from({ length: 1_000 }, (_, at) => `team-${at % 30}/api-${at}`);
  const find = finderOf(Object.fromEntries(paths.map((path) => [path, { path }])));
  for (const path of paths) assert.equal(find(`/${path}/x`), `${path} /x`);
  assert.equal(find('/team-1/api-0/x'), undefined);
});
