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
  readonly #folders: readonly string[];
  readonly #reader = new WorkspaceReader();
  readonly #read = new Map<string, Promise<Workspace>>();

  /** `folders` are the addresses of what the editor has open. */
  constructor(folders: readonly string[]) {
    this.#folders = folders.map(pathOf).filter((path) => path !== undefined);
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

  /** Files have changed; `changes` are those of `workspace/didChangeWatchedFiles`. */
  filesChanged(changes: readonly unknown[]): void {
    if (changes.some(mayChangeNames)) this.forget();
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

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    // Unsaved documents and those of other file systems have no path.
    return undefined;
  }
}

/** Not the text of a policy document: only whether there is one counts. */
function mayChangeNames(change: unknown): boolean {
  const { uri, type } = recordOf(change, 'change');
  const isChanged = type === fileChangeTypes.changed;
  return !isChanged || textOf(uri, 'uri').toLowerCase().endsWith('.json');
}
