import type { Report } from '../../lib/source/Diagnostic.ts';
import type { BackendProperties } from '../backend.ts';
import type { IsDeclared } from '../consistency.ts';
import { problem } from '../problems.ts';
import { ById, resolveReference } from '../references.ts';
import type { Located, ServiceResources } from '../resources.ts';
import { isBackendUrl } from './backendUrl.ts';

type Backend = Located<BackendProperties>;

/** True for a backend that spreads calls over others. */
export function isPool({ type, pool }: BackendProperties): boolean {
  return type === undefined ? pool !== undefined : type === 'Pool';
}

/** Backends have an address or members, and name certificates and backends that exist. */
export function checkBackends(
  { backends, certificates }: ServiceResources,
  report: Report,
  isDeclared: IsDeclared,
): void {
  const backendsById = new ById(backends);
  const certificatesById = new ById(certificates);
  for (const backend of backends) {
    if (isPool(backend.properties)) checkMembers(backend);
    else checkUrl(backend, report);
    checkCertificates(backend);
    checkCircuitBreaker(backend, report);
  }

  function checkMembers({ id, properties, origin }: Backend): void {
    const services = properties.pool?.services ?? [];
    if (services.length === 0) report(problem('APIM3221', origin, [id]));
    services.forEach((service, index) => {
      const place = origin.at('pool', 'services', index, 'id');
      const memberId = resolveReference(service.id, 'backends') ?? service.id;
      const member = backendsById.get(memberId);
      if (member === undefined) {
        if (!isDeclared('backends', memberId)) report(problem('APIM3222', place, [memberId]));
      } else if (isPool(member.properties)) report(problem('APIM3223', place, [memberId]));
    });
  }

  function checkCertificates({ properties, origin }: Backend): void {
    properties.credentials?.certificateIds.forEach((reference, index) => {
      const id = resolveReference(reference, 'certificates') ?? reference;
      if (certificatesById.has(id) || isDeclared('certificates', id)) return;
      report(problem('APIM3224', origin.at('credentials', 'certificateIds', index), [id]));
    });
  }
}

function checkUrl({ id, properties, origin }: Backend, report: Report): void {
  const { url } = properties;
  if (url === undefined) report(problem('APIM3220', origin, [id]));
  else if (!isBackendUrl(url)) report(problem('APIM3225', origin.at('url'), [url]));
}

function checkCircuitBreaker({ properties, origin }: Backend, report: Report): void {
  properties.circuitBreaker?.rules.forEach(({ failureCondition }, index) => {
    const { count, percentage, interval } = failureCondition;
    if ((count ?? percentage) !== undefined && interval !== undefined) return;
    const place = origin.at('circuitBreaker', 'rules', index, 'failureCondition');
    report(problem('APIM3226', place));
  });
}
