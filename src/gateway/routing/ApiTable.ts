import type { CompiledApi, Snapshot } from '../../engine/snapshot/Snapshot.ts';
import type { IncomingRequest } from '../../lib/http/exchange.ts';
import type { Query } from '../../lib/http/Query.ts';
import type { ApiVersionSetProperties } from '../../model/apiVersionSet.ts';
import { ById, resolveReference } from '../../model/references.ts';
import { OperationTable } from './OperationTable.ts';
import type { MatchedOperation } from './OperationTable.ts';
import { SegmentTree } from './SegmentTree.ts';

/** An API as routing sees it. */
interface RoutedApi {
  readonly api: CompiledApi;
  /** Where its operations begin. */
  readonly operations: number;
}

export interface MatchedApi extends RoutedApi {
  /** What of the path follows the API's own: percent-encoded, with its leading slash or empty. */
  readonly operationPath: string;
}

/** What decides about a call stands here itself: an entry among ten thousand is in no cache. */
interface Entry extends RoutedApi {
  readonly revision: string;
  readonly isCurrentRevision: boolean;
  /** What an address may begin with, a bit each; none of an API that is offline. */
  readonly schemes: number;
  /** Where the version stands; a version in the path is part of the way to this entry. */
  readonly version:
    | { readonly in: 'header' | 'query'; readonly name: string; readonly value: string }
    | undefined;
  /** One of the same path. */
  readonly next: Entry | undefined;
}

/** The APIs of a snapshot, found by path, version, revision and scheme. */
export class ApiTable {
  /** By segments of paths, in lower case. */
  readonly #tree = new SegmentTree<Entry>();
  readonly #root = this.#tree.addNode();
  readonly #operations = new OperationTable();

  constructor({ apis, resources }: Snapshot) {
    const versionSets = new ById(resources.apiVersionSets);
    // Backwards, as each goes before those of the same path that are there already.
    for (const api of apis.toReversed()) {
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
    for (const segment of segments) node = this.#tree.addChild(node, segment.toLowerCase());
    const { revision, isCurrentRevision } = api.host;
    this.#tree.setValueAt(node, {
      api,
      operations: this.#operations.add(api.operations),
      version: versionOf(versionSet, apiVersion),
      revision,
      isCurrentRevision,
      schemes: schemesOf(api),
      next: this.#tree.valueAt(node),
    });
  }

  /** The API with the longest path that answers the request. */
  match(request: IncomingRequest, path: string, query: Query): MatchedApi | undefined {
    return this.#deepest(this.#root, { request, path, query }, 0, undefined);
  }

  /** The operation of an API that a call with the method is for. */
  operationOf(
    { operations, operationPath }: MatchedApi,
    method: string,
    query: Query,
  ): MatchedOperation | undefined {
    return this.#operations.match(operations, method, operationPath, query);
  }

  /** The API that answers here, or further along the path, of which what stands before `at` led here. */
  #deepest(
    node: number,
    wanted: Wanted,
    at: number,
    revision: string | undefined,
  ): MatchedApi | undefined {
    const { path } = wanted;
    if (revision === undefined && at < path.length) {
      const slash = path.indexOf('/', at + 1);
      const end = slash < 0 ? path.length : slash;
      const segment = withRevision(path.slice(at + 1, end));
      const next = this.#tree.child(node, decoded(segment.name).toLowerCase());
      const found =
        next === undefined ? undefined : this.#deepest(next, wanted, end, segment.revision);
      if (found) return found;
    }
    const entry = entryIn(this.#tree.valueAt(node), wanted, revision);
    if (!entry) return undefined;
    return { api: entry.api, operations: entry.operations, operationPath: path.slice(at) };
  }
}

/** What is looked for. */
interface Wanted {
  readonly request: IncomingRequest;
  readonly path: string;
  readonly query: Query;
}

/** Of the version that the request names, or without one when it names none of those there are. */
function entryIn(
  entries: Entry | undefined,
  wanted: Wanted,
  revision: string | undefined,
): Entry | undefined {
  let original: Entry | undefined;
  for (let entry = entries; entry; entry = entry.next) {
    if (!hasRevision(entry, revision) || !hasScheme(entry, wanted.request)) continue;
    if (!entry.version) original ??= entry;
    else if (versionsIn(entry.version, wanted).includes(entry.version.value)) return entry;
  }
  return original && namesNoVersion(entries, wanted) ? original : undefined;
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

const bitOf = { http: 1, https: 2, ws: 4, wss: 8 } as const;

function schemesOf({ host, resource }: CompiledApi): number {
  if (!resource.properties.isOnline) return 0;
  return Object.entries(bitOf).reduce(
    (bits, [scheme, bit]) => (host.protocols.includes(scheme) ? bits | bit : bits),
    0,
  );
}

function hasRevision(entry: Entry, revision: string | undefined): boolean {
  return revision === undefined ? entry.isCurrentRevision : entry.revision === revision;
}

function hasScheme({ schemes }: Entry, { scheme, upgrade }: IncomingRequest): boolean {
  if (schemes & bitOf[scheme]) return true;
  // RFC 6455 §3: the same connection, by another name.
  const isSocket = upgrade?.toLowerCase() === 'websocket';
  return isSocket && (schemes & bitOf[scheme === 'https' ? 'wss' : 'ws']) !== 0;
}

function namesNoVersion(entries: Entry | undefined, wanted: Wanted): boolean {
  for (let entry = entries; entry; entry = entry.next) {
    if (entry.version && versionsIn(entry.version, wanted).length > 0) return false;
  }
  return true;
}

function versionsIn(
  version: NonNullable<Entry['version']>,
  { request, query }: Wanted,
): readonly string[] {
  return version.in === 'header'
    ? request.headers.values(version.name)
    : query.values(version.name);
}
