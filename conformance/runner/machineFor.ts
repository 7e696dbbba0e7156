import { MemoryCounters } from '../../src/adapters/memory/MemoryCounters.ts';
import { MemorySlots } from '../../src/adapters/memory/MemorySlots.ts';
import { MemoryValueCache } from '../../src/adapters/memory/MemoryValueCache.ts';
import type { Machine } from '../../src/engine/run/PolicyRun.ts';
import { defaultLimits } from '../../src/expressions/runtime/Environment.ts';
import type { CaseCertificates } from './certificates.ts';
import type { CaseWorld } from './CaseWorld.ts';

/** What policies of a case run on; nothing of it outlives the case. */
export function machineFor(world: CaseWorld, certificates?: CaseCertificates): Machine {
  return {
    world,
    counters: new MemoryCounters(),
    slots: new MemorySlots(),
    cache: new MemoryValueCache(),
    limits: defaultLimits,
    maxBufferedBytes: 1 << 20,
    deployment: {
      gatewayId: 'managed',
      gateway: { id: 'managed', instanceId: 'gw-0', isManaged: true },
      region: 'local',
      serviceId: 'apim',
      serviceName: 'apim',
      certificates: new Map(
        [...(certificates ?? [])].map(([id, { leaf, privateKey }]) => [
          id,
          { certificate: leaf, privateKey: () => privateKey },
        ]),
      ),
    },
  };
}
