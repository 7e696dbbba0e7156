import type { Report } from '../../lib/source/Diagnostic.ts';
import type { ApiVersionSetProperties } from '../apiVersionSet.ts';
import type { IsDeclared } from '../consistency.ts';
import { problem } from '../problems.ts';
import { ById, resolveReference, revisionOf } from '../references.ts';
import type { ApiResource, Located, ServiceResources } from '../resources.ts';
import { isBackendUrl } from './backendUrl.ts';

type VersionSet = Located<ApiVersionSetProperties>;

/** Version sets say where the version stands; APIs have paths, versions and revisions of their own. */
export function checkApis(
  { apis, apiVersionSets }: ServiceResources,
  report: Report,
  isDeclared: IsDeclared,
): void {
  for (const set of apiVersionSets) checkVersionSet(set, report);
  const sets = new ById(apiVersionSets);
  const setOf = (api: ApiResource) =>
    sets.get(resolveReference(api.properties.apiVersionSetId ?? '', 'apiVersionSets') ?? '');
  for (const api of apis) {
    const { apiVersion, apiVersionSetId, serviceUrl } = api.properties;
    if (apiVersionSetId === undefined) {
      if (apiVersion) report(problem('APIM3203', api.origin.at('apiVersion')));
    } else if (setOf(api) === undefined) {
      const id = resolveReference(apiVersionSetId, 'apiVersionSets') ?? apiVersionSetId;
      if (!isDeclared('apiVersionSets', id)) {
        report(problem('APIM3202', api.origin.at('apiVersionSetId'), [id]));
      }
    }
    if (serviceUrl && !isBackendUrl(serviceUrl)) {
      report(problem('APIM3225', api.origin.at('serviceUrl'), [serviceUrl]));
    }
  }
  checkAddresses(apis, setOf, report);
  checkRevisions(apis, report);
}

function checkVersionSet({ properties, origin }: VersionSet, report: Report): void {
  const { versioningScheme, versionHeaderName, versionQueryName } = properties;
  const needed =
    versioningScheme === 'Header' && versionHeaderName === undefined
      ? 'versionHeaderName'
      : versioningScheme === 'Query' && versionQueryName === undefined
        ? 'versionQueryName'
        : undefined;
  if (needed === undefined) return;
  report(problem('APIM3205', origin.at('versioningScheme'), [versioningScheme, needed]));
}

/** No two current revisions may answer at one address, or a request could mean either. */
function checkAddresses(
  apis: readonly ApiResource[],
  setOf: (api: ApiResource) => VersionSet | undefined,
  report: Report,
): void {
  const taken = new Map<string, ApiResource>();
  for (const api of apis) {
    if (revisionOf(api.id).revision !== undefined) continue;
    const address = addressOf(api, setOf(api));
    const key = address.toLowerCase();
    const other = taken.get(key);
    if (other === undefined) taken.set(key, api);
    else report(problem('APIM3201', api.origin.at('path'), [api.id, address, other.id]));
  }
}

function addressOf({ properties }: ApiResource, set: VersionSet | undefined): string {
  const path = `/${properties.path.replace(/^\/+|\/+$/g, '')}`;
  const version = properties.apiVersion;
  if (!version || set === undefined) return path;
  const { versioningScheme, versionHeaderName, versionQueryName } = set.properties;
  switch (versioningScheme) {
    case 'Segment':
      return `${path === '/' ? '' : path}/${version}`;
    case 'Header':
      return `${path} with ${versionHeaderName}: ${version}`;
    case 'Query':
      return `${path}?${versionQueryName}=${version}`;
  }
}

function checkRevisions(apis: readonly ApiResource[], report: Report): void {
  const taken = new Map<string, ApiResource>();
  for (const api of apis) {
    const { name, revision } = revisionOf(api.id);
    const number = revision ?? api.properties.apiRevision ?? '1';
    const key = `${name.toLowerCase()};${number}`;
    const other = taken.get(key);
    if (other === undefined) taken.set(key, api);
    else report(problem('APIM3204', api.origin.at('apiRevision'), [number, name, other.id]));
  }
}
