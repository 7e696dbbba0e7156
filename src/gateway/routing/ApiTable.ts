import type { CompiledApi, Snapshot } from '../../engine/snapshot/Snapshot.ts';
import type { IncomingRequest } from '../../lib/http/exchange.ts';
import type { Query } from '../../lib/http/Query.ts';
import type { ApiVersionSetProperties } from '../../model/apiVersionSet.ts';
import { ById, resolveReference } from '../../model/references.ts';
import { OperationTree } from './OperationTree.ts';

/** An API as routing sees it. */
export interface RoutedApi {
  readonly api: CompiledApi;
  readonly operations: OperationTree;
}

export interface MatchedApi extends RoutedApi {
  /** What of the path follows the API's own: percent-encoded, with its leading slash or empty. */
  readonly operationPath: string;
}

/** What decides about a call stands here itself: an entry among ten thousand is in no cache. */
interface Entry extends RoutedApi {
  readonly revision: string;
  readonly isCurrentRevision: boolean;
  /** By what an address begins with; none of an API that is offline. */
  readonly schemes: Readonly<Record<'http' | 'https' | 'ws' | 'wss', boolean>>;
  /** Where the version stands; a version in the path is part of the way to this entry. */
  readonly version:
    | { readonly in: 'header' | 'query'; readonly name: string; readonly value: string }
    | undefined;
}

class Node {
  readonly children = new Map<string, Node>();
  readonly entries: Entry[] = [];
}

/** The APIs of a snapshot, found by path, version, revision and scheme. */
export class ApiTable {
  readonly #root = new Node();

  constructor({ apis, resources }: Snapshot) {
    const versionSets = new ById(resources.apiVersionSets);
    for (const api of apis) {
      const reference = api.resource.properties.apiVersionSetId;
      const id = reference && resolveReference(reference, 'apiVersionSets');
      this.#add(api, id === undefined || id === '' ? undefined : versionSets.get(id)?.properties);
    }
  }

  #add(api: CompiledApi, versionSet: ApiVersionSetProperties | undefined): void {
    const { path, apiVersion } = api.resource.properties;
    const isSegment = versionSet?.versioningScheme === 'Segment';
    const segments = path.split('/').filter((segment) => segment !== '');
    if (isSegment && apiVersion) segments.push(apiVersion);
    let node = this.#root;
    for (const segment of segments) {
      const key = segment.toLowerCase();
      let next = node.children.get(key);
      if (!next) node.children.set(key, (next = new Node()));
      node = next;
    }
    const { revision, isCurrentRevision } = api.host;
    node.entries.push({
      api,
      operations: new OperationTree(api.operations),
      version: versionOf(versionSet, apiVersion),
      revision,
      isCurrentRevision,
      schemes: schemesOf(api),
    });
  }

  /** The API with the longest path that answers the request. */
  match(request: IncomingRequest, path: string, query: Query): MatchedApi | undefined {
    const segments = path.split('/').slice(1);
    for (const { node, depth, revision } of this.#walk(segments)) {
      const entry =
        node.entries.find(
          (each) =>
            hasRevision(each, revision) &&
            hasScheme(each, request) &&
            hasVersion(each, request, query),
        ) ??
        node.entries.find(
          (each) =>
            hasRevision(each, revision) &&
            hasScheme(each, request) &&
            isOriginal(each, node, request, query),
        );
      if (entry) {
        const rest = segments.slice(depth);
        const { api, operations } = entry;
        return { api, operations, operationPath: rest.length === 0 ? '' : `/${rest.join('/')}` };
      }
    }
    return undefined;
  }

  /** The nodes on the way along the path that hold APIs, the deepest first. */
  #walk(
    segments: readonly string[],
  ): { node: Node; depth: number; revision: string | undefined }[] {
    const found = [{ node: this.#root, depth: 0, revision: undefined as string | undefined }];
    let node: Node | undefined = this.#root;
    for (const [index, segment] of segments.entries()) {
      const { name, revision } = withRevision(segment);
      node = node.children.get(decoded(name).toLowerCase());
      if (!node) break;
      found.push({ node, depth: index + 1, revision });
      if (revision !== undefined) break;
    }
    return found.reverse();
  }
}

/** The revisions page: `;rev=N` follows the path of the API. */
function withRevision(segment: string): { name: string; revision: string | undefined } {
  const [, name = segment, revision] = segment.includes(';')
    ? (/^(.*?);rev=([^;]+)$/i.exec(segment) ?? [])
    : [];
  return { name, revision };
}

function decoded(segment: string): string {
  return segment.includes('%') ? decodeURIComponent(segment) : segment;
}

function versionOf(
  versionSet: ApiVersionSetProperties | undefined,
  value: string | undefined,
): Entry['version'] {
  if (!versionSet || !value) return undefined;
  const { versioningScheme, versionHeaderName, versionQueryName } = versionSet;
  if (versioningScheme === 'Header') return { in: 'header', name: versionHeaderName ?? '', value };
  if (versioningScheme === 'Query') return { in: 'query', name: versionQueryName ?? '', value };
  return undefined;
}

function schemesOf({ host, resource }: CompiledApi): Entry['schemes'] {
  const has = (scheme: string): boolean =>
    resource.properties.isOnline && host.protocols.includes(scheme);
  return { http: has('http'), https: has('https'), ws: has('ws'), wss: has('wss') };
}

function hasRevision(entry: Entry, revision: string | undefined): boolean {
  return revision === undefined ? entry.isCurrentRevision : entry.revision === revision;
}

function hasScheme({ schemes }: Entry, { scheme, upgrade }: IncomingRequest): boolean {
  if (schemes[scheme]) return true;
  // RFC 6455 §3: the same connection, by another name.
  const isSocket = upgrade?.toLowerCase() === 'websocket';
  return isSocket && schemes[scheme === 'https' ? 'wss' : 'ws'];
}

function hasVersion({ version }: Entry, request: IncomingRequest, query: Query): boolean {
  return version !== undefined && versionsIn(version, request, query).includes(version.value);
}

/** An API without a version answers requests that name none of the versions of its set. */
function isOriginal(entry: Entry, node: Node, request: IncomingRequest, query: Query): boolean {
  if (entry.version) return false;
  return node.entries.every(
    ({ version }) => !version || versionsIn(version, request, query).length === 0,
  );
}

function versionsIn(
  version: NonNullable<Entry['version']>,
  { headers }: IncomingRequest,
  query: Query,
): readonly string[] {
  return version.in === 'header' ? headers.values(version.name) : query.values(version.name);
}
