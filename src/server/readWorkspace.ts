import { readdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { knownDirectories } from '../adapters/directory/leftovers.ts';
import { loadDirectory } from '../adapters/directory/loadDirectory.ts';
import { SpecificationCache } from '../adapters/directory/specification.ts';
import type { Origin, Place, ServiceResources } from '../model/resources.ts';

/** Something that documents refer to by name, and where it is declared. */
export interface Declared {
  readonly name: string;
  /** For a reader; a secret is not among it. */
  readonly detail: string;
  readonly place: Place;
}

/** What the policy documents of a configuration directory may refer to. */
export interface Workspace {
  readonly namedValues: readonly Declared[];
  readonly fragments: readonly Declared[];
  readonly backends: readonly Declared[];
  readonly certificates: readonly Declared[];
  readonly loggers: readonly Declared[];
}

export const emptyWorkspace: Workspace = {
  namedValues: [],
  fragments: [],
  backends: [],
  certificates: [],
  loggers: [],
};

/** Reads the names of configuration directories, again and again as they change. */
export class WorkspaceReader {
  /** Descriptions of APIs are long, and read anew only when they change. */
  readonly #specifications = new Map<string, SpecificationCache>();

  /** What cannot be read has no name. */
  async read(directory: string): Promise<Workspace> {
    const specifications = this.#specifications.get(directory) ?? new SpecificationCache();
    this.#specifications.set(directory, specifications);
    const { resources } = await loadDirectory(directory, {
      assumeReferences: true,
      specifications,
    });
    return namesIn(resources);
  }
}

function namesIn(resources: ServiceResources): Workspace {
  return {
    namedValues: resources.namedValues.map(({ properties, origin }) => ({
      name: properties.displayName,
      detail: properties.secret ? 'secret' : (properties.value ?? 'without a value here'),
      place: placeOf(origin),
    })),
    fragments: resources.policyFragments.map(({ id, properties, document, origin }) => ({
      name: id,
      detail: properties.description ?? '',
      // Policies within the information file have no file of their own.
      place: document.source.name.includes('#')
        ? placeOf(origin)
        : { source: document.source, span: { start: 0, end: 0 } },
    })),
    backends: resources.backends.map(({ id, properties, origin }) => ({
      name: id,
      detail: properties.url ?? '',
      place: placeOf(origin),
    })),
    certificates: resources.certificates.map(({ id, origin }) => declared(id, origin)),
    loggers: resources.loggers.map(({ id, origin }) => declared(id, origin)),
  };
}

/** The outermost directory from `folder` down to the file that is laid out as a configuration. */
export async function configurationAround(
  file: string,
  folder: string,
): Promise<string | undefined> {
  const below = relative(folder, dirname(file));
  if (below.startsWith('..')) return undefined;
  let at = folder;
  for (const part of ['', ...below.split(sep)]) {
    at = join(at, part);
    if (await isConfiguration(at)) return at;
  }
  return undefined;
}

async function isConfiguration(directory: string): Promise<boolean> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.some((each) => each.isDirectory() && knownDirectories.has(each.name));
  } catch {
    return false;
  }
}

function declared(name: string, origin: Origin): Declared {
  return { name, detail: '', place: placeOf(origin) };
}

function placeOf({ source, span }: Origin): Place {
  return { source, span };
}
