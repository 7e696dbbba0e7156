/**
 * What a call costs the gateway, without sockets, when there are many others it could have been for:
 * one API beside 10,000 with 200,000 operations and 100,000 subscriptions.
 * `node bench/gateway/manyApis.ts`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDirectory } from '../../src/adapters/directory/loadDirectory.ts';
import { SpecificationCache } from '../../src/adapters/directory/specification.ts';
import { MemoryCounters } from '../../src/adapters/memory/MemoryCounters.ts';
import { MemoryOpenIdProviders } from '../../src/adapters/memory/MemoryOpenIdProviders.ts';
import { MemorySlots } from '../../src/adapters/memory/MemorySlots.ts';
import { MemoryValueCache } from '../../src/adapters/memory/MemoryValueCache.ts';
import { compileSnapshot } from '../../src/engine/snapshot/compileSnapshot.ts';
import { defaultLimits } from '../../src/expressions/runtime/Environment.ts';
import { netTypes } from '../../src/expressions/types/index.ts';
import { Gateway, liveOf } from '../../src/gateway/Gateway.ts';
import { Body } from '../../src/lib/http/Body.ts';
import { Cancellation } from '../../src/lib/http/CancelSignal.ts';
import type { IncomingRequest, Send } from '../../src/lib/http/exchange.ts';
import { HeaderMap } from '../../src/lib/http/HeaderMap.ts';
import type { ServiceResources } from '../../src/model/resources.ts';
import { policies } from '../../src/policies/index.ts';
import { jsonLog } from '../../src/server/accessLog.ts';
import { realWorld } from '../../src/server/realWorld.ts';
import { sallyport } from './sallyport.ts';
import { tlsFiles } from './tlsFiles.ts';

const operationsEach = 20;
const subscriptionsEach = 10;
const calls = 20_000;
const rounds = 12;

const answer = Buffer.from('{"ok":true}');
const send: Send = async () => ({
  status: 200,
  reason: 'OK',
  headers: new HeaderMap([['Content-Type', 'application/json']]),
  body: Body.of(answer),
});

/** The configuration of the other benchmarks: one API that wants a key. */
async function oneApi(): Promise<ServiceResources> {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-bench-'));
  const tls = await tlsFiles(folder);
  const setup = { folder, httpPort: 0, httpsPort: 0, origin: 1, sink: 1, tls };
  sallyport(setup, { isSecured: true });
  const { resources } = await loadDirectory(folder, { specifications: new SpecificationCache() });
  rmSync(folder, { recursive: true });
  return resources;
}

function multiplied(resources: ServiceResources, count: number): ServiceResources {
  const api = resources.apis.find(({ id }) => id === 'bench')!;
  const { policy: _, ...open } = api;
  const [operation] = api.operations;
  const [subscription] = resources.subscriptions;
  const times = <T>(length: number, make: (at: number) => T): T[] =>
    Array.from({ length }, (_, at) => make(at));
  return {
    ...resources,
    apis: times(count, (at) => ({
      ...open,
      id: `api-${at}`,
      properties: { ...api.properties, path: `team/${at}` },
      operations: times(operationsEach, (each) => ({
        ...operation!,
        id: `operation-${each}`,
        properties: { ...operation!.properties, method: 'GET', urlTemplate: `/items/${each}/{id}` },
      })),
    })),
    subscriptions: times(count * subscriptionsEach, (at) => ({
      ...subscription!,
      id: `subscription-${at}`,
      properties: {
        ...subscription!.properties,
        scope: `/apis/api-${at % count}`,
        primaryKey: `key-${at}`,
      },
    })),
  };
}

/** Microseconds a call. */
async function measure(resources: ServiceResources, count: number): Promise<number> {
  const openIdProviders = new MemoryOpenIdProviders({ fetch, now: Date.now });
  const options = { policies, types: netTypes, openIdProviders };
  const { snapshot } = compileSnapshot(multiplied(resources, count), options);
  if (!snapshot) throw new Error('the configuration does not compile');
  const deployment = {
    gatewayId: 'bench',
    gateway: { id: 'bench', instanceId: 'bench', isManaged: false },
    region: 'bench',
    serviceId: 'bench',
    serviceName: 'bench',
    certificates: new Map<string, never>(),
  };
  const machine = {
    world: realWorld(send),
    counters: new MemoryCounters(),
    slots: new MemorySlots(),
    cache: new MemoryValueCache(),
    limits: defaultLimits,
    maxBufferedBytes: 1 << 20,
    deployment,
  };
  const log = jsonLog({ write: () => undefined });
  const gateway = new Gateway(liveOf(snapshot, machine), { log });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (let at = 0; at < calls; at++) {
      const { status } = await gateway.handle(requestOf(round * calls + at, count));
      if (status !== 200) throw new Error(`status ${status}`);
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / calls);
  }
  return best;
}

/** Another API each time, and when all had their turn, another operation and subscription of each. */
function requestOf(at: number, count: number): IncomingRequest {
  const api = (at * 7_919) % count;
  const each = at + Math.floor(at / count);
  const key = `key-${api + count * (each % subscriptionsEach)}`;
  return {
    method: 'GET',
    scheme: 'http',
    authority: '127.0.0.1',
    target: `/team/${api}/items/${each % operationsEach}/${at}`,
    httpVersion: '1.1',
    headers: new HeaderMap([
      ['Host', '127.0.0.1'],
      ['Ocp-Apim-Subscription-Key', key],
    ]),
    body: null,
    remoteAddress: '127.0.0.1',
    clientCertificate: null,
    signal: new Cancellation(),
  };
}

const resources = await oneApi();
const [one, many] = [await measure(resources, 1), await measure(resources, 10_000)];
process.stdout.write(
  `${one.toFixed(2)} µs a call with 1 API, ${many.toFixed(2)} µs with 10,000: ${(many / one).toFixed(2)} times\n`,
);
