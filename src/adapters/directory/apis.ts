import { closest } from '../../lib/source/closest.ts';
import type { ApiProperties } from '../../model/api.ts';
import { normalizeOperationId } from '../../model/importOpenApi.ts';
import { importProto } from '../../model/importProto.ts';
import { problem } from '../../model/problems.ts';
import { originIn, originOf } from '../../model/resources.ts';
import type { ApiResource, ApiSchema, OperationResource } from '../../model/resources.ts';
import { collections } from './collections.ts';
import type { LoadedResource, Loading } from './Loading.ts';
import { textOf } from './readTree.ts';
import type { DirectoryEntry, FileEntry } from './readTree.ts';
import type { SpecificationCache } from './specification.ts';

/** The directories that declare APIs, whichever generation of tools wrote them. */
export function apiDirectories(loading: Loading, root: DirectoryEntry): DirectoryEntry[] {
  return loading.directories(root, collections.apis).flatMap((directory) => versionsOf(directory));
}

/**
 * The first generation puts each revision of each version into a directory of its own:
 * `apis/{display name}/{version}/{revision}/apiInformation.json`.
 */
function versionsOf(directory: DirectoryEntry, depth = 0): DirectoryEntry[] {
  if (declares(directory)) return [directory];
  if (depth === 2) return [];
  const below = [...directory.directories.values()].flatMap((each) => versionsOf(each, depth + 1));
  return below.length === 0 && depth === 0 ? [directory] : below;
}

function declares({ files }: DirectoryEntry): boolean {
  return collections.apis.information.some((name) => files.has(name));
}

/** Reads the API that a directory declares, with its description, operations and policies. */
export function readApi(
  loading: Loading,
  directory: DirectoryEntry,
  specifications: SpecificationCache,
): ApiResource | undefined {
  const loaded = loading.resource(collections.apis, directory);
  // Read even when the API itself is broken, so that all problems are shown at once.
  const specification = readSpecification(loading, directory, loaded, specifications);
  if (loaded === undefined) return undefined;
  const { resource, steps } = loaded;
  const operations = readOperations(loading, loaded, specification);
  const policy = loading.policy(directory, steps);
  return {
    ...resource,
    operations,
    schemas: [...specification.schemas, ...graphQlSchema(loading, directory)],
    ...(policy && { policy }),
  };
}

interface Specification {
  readonly operations: readonly OperationResource[];
  readonly schemas: readonly ApiSchema[];
  /** True when there is a description, but not one that can be used: it has told its problems. */
  readonly isBroken: boolean;
}

function readSpecification(
  loading: Loading,
  directory: DirectoryEntry,
  loaded: LoadedResource<ApiProperties> | undefined,
  specifications: SpecificationCache,
): Specification {
  const [file, ...others] = ['specification.yaml', 'specification.yml', 'specification.json']
    .map((name) => loading.file(directory, name))
    .filter((each) => each !== undefined);
  for (const other of others) {
    loading.report(problem('APIM3017', originOf(other.path), [other.path, file?.name ?? '']));
  }
  if (file !== undefined) {
    const imported = specifications.import(file, loading.report);
    if (!imported) return broken;
    return { operations: imported.operations, schemas: [imported.schema], isBroken: false };
  }
  const proto = loading.file(directory, 'specification.proto');
  if (proto !== undefined) {
    const source = textOf(proto, loading.report);
    const operations = source && importProto(source, loading.report);
    return operations ? { operations, schemas: [], isBroken: false } : broken;
  }
  const foreign = ['specification.wsdl', 'specification.wadl']
    .map((name) => loading.file(directory, name))
    .find((each) => each !== undefined);
  if (foreign !== undefined) {
    const id = loaded?.resource.id ?? directory.name;
    loading.report(problem('APIM3014', originOf(foreign.path), [id]));
  }
  return foreign === undefined ? { ...broken, isBroken: false } : broken;
}

const broken: Specification = { operations: [], schemas: [], isBroken: true };

function graphQlSchema(loading: Loading, directory: DirectoryEntry): ApiSchema[] {
  const file = loading.file(directory, 'specification.graphql');
  const source = file && textOf(file, loading.report);
  if (source === undefined) return [];
  const contentType = 'application/vnd.ms-azure-apim.graphql.schema';
  return [{ id: 'graphql', contentType, document: { value: source.text } }];
}

/**
 * The operations of the description, those that have a file of their own (which take the place of a
 * described one), and the policies of both.
 */
function readOperations(
  loading: Loading,
  api: LoadedResource<ApiProperties>,
  { operations: described, isBroken }: Specification,
): OperationResource[] {
  const known = api.resource.properties.type === 'websocket' ? [onHandshake(api)] : described;
  const operations = new Map<string, OperationResource>(
    known.map((each) => [each.id.toLowerCase(), each]),
  );
  const directories = [
    ...(api.directory.directories.get('operations')?.directories.values() ?? []),
  ];
  const orphans: { directory: DirectoryEntry; policy: FileEntry }[] = [];
  for (const directory of directories) {
    const declared = readOperation(loading, api, directory);
    if (declared !== undefined) operations.set(declared.id.toLowerCase(), declared);
    const policy = loading.file(directory, 'policy.xml');
    const operation = declared ?? find(operations, directory.name);
    if (operation !== undefined) {
      const document = loading.policy(directory, stepsTo(api, operation.id));
      operations.set(operation.id.toLowerCase(), {
        ...operation,
        ...(document && { policy: document }),
      });
    } else if (policy !== undefined) orphans.push({ directory, policy });
  }
  addOverriddenPolicies(loading, api, operations);
  if (!isBroken) {
    for (const { directory, policy } of orphans)
      tellOrphan(loading, api, directory, policy, operations);
    tellEmpty(loading, api, operations.size);
  }
  return [...operations.values()];
}

/**
 * A WebSocket API has one operation that nobody declares: its policies decide about the request that a
 * WebSocket begins with (https://learn.microsoft.com/azure/api-management/websocket-api).
 */
function onHandshake({ resource }: LoadedResource<ApiProperties>): OperationResource {
  return {
    id: 'onHandshake',
    properties: {
      displayName: 'onHandshake',
      method: 'GET',
      urlTemplate: '/*',
      templateParameters: [],
      responses: [],
    },
    origin: resource.origin,
  };
}

function readOperation(
  loading: Loading,
  api: LoadedResource<ApiProperties>,
  directory: DirectoryEntry,
): OperationResource | undefined {
  const { information } = collections.operations;
  if (!information.some((name) => directory.files.has(name))) return undefined;
  return loading.resource(collections.operations, directory, api.steps)?.resource;
}

/** By its id, or by the operationId as the description spells it. */
function find(
  operations: ReadonlyMap<string, OperationResource>,
  name: string,
): OperationResource | undefined {
  return operations.get(name.toLowerCase()) ?? operations.get(normalizeOperationId(name));
}

function stepsTo(api: LoadedResource<ApiProperties>, id: string) {
  return [...api.steps, { collections: collections.operations.overrides, id }];
}

/** A file of overrides can give a policy to an operation whose directory has none. */
function addOverriddenPolicies(
  loading: Loading,
  api: LoadedResource<ApiProperties>,
  operations: Map<string, OperationResource>,
): void {
  for (const [key, operation] of operations) {
    const source = loading.overrides.find(stepsTo(api, operation.id))?.policy;
    if (source === undefined || operation.policy !== undefined) continue;
    operations.set(key, { ...operation, policy: { source, format: 'rawxml' } });
  }
}

function tellOrphan(
  loading: Loading,
  { resource }: LoadedResource<ApiProperties>,
  directory: DirectoryEntry,
  policy: FileEntry,
  operations: ReadonlyMap<string, OperationResource>,
): void {
  const source = textOf(policy, loading.report);
  const near = closest(directory.name, operations.keys());
  const hint = near === undefined ? undefined : `Did you mean '${near}'?`;
  const place = source === undefined ? originOf(policy.path) : originIn(source);
  loading.report(problem('APIM3016', place, [resource.id, directory.name], hint));
}

function tellEmpty(
  { report }: Loading,
  { resource }: LoadedResource<ApiProperties>,
  count: number,
): void {
  const { id, properties, origin } = resource;
  // A GraphQL API has one operation that nobody declares.
  const needsOperations = ['http', 'soap', 'grpc'].includes(properties.type);
  if (count === 0 && needsOperations) report(problem('APIM3015', origin, [id]));
}
