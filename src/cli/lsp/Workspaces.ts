import { fileURLToPath } from 'node:url';
import { fileChangeTypes } from './protocol.ts';
import { recordOf, textOf } from './readParams.ts';
import {
  configurationAround,
  emptyWorkspace,
  WorkspaceReader,
} from '../../server/readWorkspace.ts';
import type { Workspace } from '../../server/readWorkspace.ts';

/** The configuration directories around documents, read when they are first asked for. */
export class Workspaces {
  #folders: readonly string[];
  readonly #reader = new WorkspaceReader();
  readonly #read = new Map<string, Promise<Workspace>>();

  /** `folders` are the addresses of what the editor has open. */
  constructor(folders: readonly string[]) {
    this.#folders = pathsOf(folders);
  }

  /** The editor has opened and closed folders. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const closed = pathsOf(removed);
    const kept = this.#folders.filter((folder) => !closed.includes(folder));
    this.#folders = [...kept, ...pathsOf(added)];
  }

  /** What the document of that address may refer to. */
  async around(uri: string): Promise<Workspace> {
    const file = pathOf(uri);
    if (file === undefined) return emptyWorkspace;
    for (const folder of this.#folders) {
      const directory = await configurationAround(file, folder);
      if (directory !== undefined) return this.#workspaceIn(directory);
    }
    return emptyWorkspace;
  }

  /** Reads everything again when it is asked for. */
  forget(): void {
    this.#read.clear();
  }

  #workspaceIn(directory: string): Promise<Workspace> {
    const known = this.#read.get(directory);
    if (known) return known;
    const reading = this.#reader.read(directory);
    this.#read.set(directory, reading);
    // What failed once is tried again.
    reading.catch(() => this.#read.delete(directory));
    return reading;
  }
}

function pathsOf(uris: readonly string[]): readonly string[] {
  return uris.map(pathOf).filter((path) => path !== undefined);
}

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Unsaved documents and those of other file systems have no path.
    return undefined;
  }
}

/**
 * Whether one of the `changes` of `workspace/didChangeWatchedFiles` may change what documents refer
 * to. The text of a policy document does not: only whether there is one counts.
 */
export function mayChangeNames(change: unknown): boolean {
  const { uri, type } = recordOf(change, 'change');
  const isChanged = type === fileChangeTypes.changed;
  return !isChanged || textOf(uri, 'uri').toLowerCase().endsWith('.json');
}
