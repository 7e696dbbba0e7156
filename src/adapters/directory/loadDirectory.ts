import { readFile } from 'node:fs/promises';
import type { Diagnostic, Report } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { ApiVersionSetProperties } from '../../model/apiVersionSet.ts';
import { checkConsistency } from '../../model/consistency.ts';
import { problem } from '../../model/problems.ts';
import { noResources, originOf } from '../../model/resources.ts';
import type { Located, PolicyFragmentResource, ServiceResources } from '../../model/resources.ts';
import { apiDirectories, readApi } from './apis.ts';
import { readCertificate } from './certificates.ts';
import { collections } from './collections.ts';
import type { Collection } from './collections.ts';
import { knownDirectories, tellLeftovers } from './leftovers.ts';
import { Loading } from './Loading.ts';
import { Overrides } from './Overrides.ts';
import { readProduct } from './products.ts';
import { readTree } from './readTree.ts';
import type { DirectoryEntry } from './readTree.ts';
import { SpecificationCache } from './specification.ts';

export interface LoadOptions {
  /** A file of values for one environment, `configuration.{env}.yaml`. */
  readonly overrides?: string | undefined;
  /** Keep one from load to load of the same directory. */
  readonly specifications?: SpecificationCache;
  /** Backends and certificates that nothing declares are taken to exist somewhere else. */
  readonly assumeReferences?: boolean;
}

/** What `assumeReferences` covers. APIs and products are what a configuration is about. */
const assumable = new Set(['backends', 'certificates']);

export interface LoadedDirectory {
  /** Everything that could be read; not to be used when a diagnostic is an error. */
  readonly resources: ServiceResources;
  /** By file and place; the names of the files begin with `path` as it was given. */
  readonly diagnostics: readonly Diagnostic[];
}

/** All that a configuration says, as it was read at one moment. A value that threads can be given. */
export interface ConfigurationFiles {
  /** As it was given: the names of files in diagnostics begin with it. */
  readonly path: string;
  readonly tree: DirectoryEntry;
  readonly overrides: { readonly path: string; readonly text: string } | undefined;
}

/**
 * Reads the configuration of a service from a directory in the layout that Azure APIOps extracts, in
 * the spelling of any of its generations, in `path` itself or in `path/apimartifacts`. Bad content
 * never throws: it is in the diagnostics, all of it at once.
 */
export async function loadDirectory(
  path: string,
  options: LoadOptions = {},
): Promise<LoadedDirectory> {
  const diagnostics: Diagnostic[] = [];
  const files = await readConfiguration(path, options.overrides, (each) => diagnostics.push(each));
  if (files === undefined) return { resources: noResources, diagnostics };
  const loaded = loadConfiguration(files, options);
  return { ...loaded, diagnostics: [...diagnostics, ...loaded.diagnostics].toSorted(byPlace) };
}

/** Reads without understanding; undefined after it was reported that the directory cannot be used. */
export async function readConfiguration(
  path: string,
  overrides: string | undefined,
  report: Report,
): Promise<ConfigurationFiles | undefined> {
  const tree = await readTree(path, report);
  return tree && { path, tree, overrides: await readOverrides(overrides, report) };
}

/** What files say. The same files always say the same. */
export function loadConfiguration(
  { path, tree, overrides: overridesFile }: ConfigurationFiles,
  options: Omit<LoadOptions, 'overrides'> = {},
): LoadedDirectory {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (each) => diagnostics.push(each);
  const root = configurationIn(tree);
  if (root === undefined) {
    report(problem('APIM3005', originOf(path), [path]));
    return { resources: noResources, diagnostics };
  }
  const overrides =
    overridesFile === undefined
      ? Overrides.none
      : Overrides.read(new SourceText(overridesFile.path, overridesFile.text), report);
  const loading = new Loading(report, overrides);
  const resources = readResources(
    root,
    loading,
    options.specifications ?? new SpecificationCache(),
  );
  for (const each of Object.values(collections)) overrides.tellUnused(each.overrides, report);
  tellLeftovers(root, loading);
  checkConsistency(
    resources,
    report,
    (collection, id) =>
      loading.isDeclared(collection, id) ||
      (options.assumeReferences === true && assumable.has(collection)),
  );
  return { resources, diagnostics: diagnostics.toSorted(byPlace) };
}

/** The directory that holds the configuration: the one given, or the one that APIOps makes in it. */
function configurationIn(tree: DirectoryEntry): DirectoryEntry | undefined {
  return [tree, tree.directories.get('apimartifacts')].find(
    (each) =>
      each !== undefined &&
      (each.files.has('policy.xml') ||
        [...each.directories.keys()].some((name) => knownDirectories.has(name))),
  );
}

async function readOverrides(
  path: string | undefined,
  report: Report,
): Promise<ConfigurationFiles['overrides']> {
  if (path === undefined) return undefined;
  try {
    return { path, text: await readFile(path, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(problem('APIM3004', originOf(path), [path, reason]));
    return undefined;
  }
}

function readResources(
  root: DirectoryEntry,
  loading: Loading,
  specifications: SpecificationCache,
): ServiceResources {
  const plain = <T>(collection: Collection<T>): Located<T>[] =>
    loading.collection(root, collection).map(({ resource }) => resource);
  const policy = loading.policy(root, []);
  const apis = apiDirectories(loading, root);
  const resources: ServiceResources = {
    ...(policy && { policy }),
    apiVersionSets: [...plain(collections.apiVersionSets), ...versionSetsInApis(root, loading)],
    apis: present(apis.map((each) => readApi(loading, each, specifications))),
    products: loading
      .collection(root, collections.products)
      .map((each) => readProduct(loading, each)),
    subscriptions: plain(collections.subscriptions),
    backends: plain(collections.backends),
    namedValues: plain(collections.namedValues),
    policyFragments: present(
      loading
        .directories(root, collections.policyFragments)
        .map((each) => readFragment(loading, each)),
    ),
    certificates: present(
      loading
        .directories(root, collections.certificates)
        .map((each) => readCertificate(loading, each)),
    ),
    users: plain(collections.users),
    groups: plain(collections.groups),
    loggers: plain(collections.loggers),
    tags: plain(collections.tags),
  };
  specifications.endLoad();
  for (const { id, properties, origin } of resources.namedValues) {
    if (properties.value === undefined) loading.report(problem('APIM3021', origin, [id]));
  }
  return resources;
}

/** The first generation writes a version set beside the APIs that are its versions. */
function versionSetsInApis(
  root: DirectoryEntry,
  loading: Loading,
): Located<ApiVersionSetProperties>[] {
  return present(
    loading
      .directories(root, collections.apis)
      .filter(({ files }) => files.has('apiVersionSet.json'))
      .map((directory) => loading.resource(collections.apiVersionSets, directory)?.resource),
  );
}

/** A fragment's policies are in `policy.xml`, or in `value` of its information file. */
function readFragment(
  loading: Loading,
  directory: DirectoryEntry,
): PolicyFragmentResource | undefined {
  const loaded = loading.resource(collections.policyFragments, directory, [], {});
  if (loaded === undefined) return undefined;
  const { resource, steps } = loaded;
  const { value, format } = resource.properties;
  const own = loading.policy(directory, steps);
  if (own !== undefined) return { ...resource, document: own };
  if (value === undefined) {
    loading.report(problem('APIM3020', resource.origin, [resource.id]));
    return undefined;
  }
  const source = new SourceText(`${directory.path}#value`, value);
  return { ...resource, document: { source, format } };
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.source.name !== b.source.name) return a.source.name < b.source.name ? -1 : 1;
  return a.span.start - b.span.start;
}
