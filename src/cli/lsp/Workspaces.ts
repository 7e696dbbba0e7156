import { fileURLToPath } from 'node:url';
import { configurationAround, emptyWorkspace, readWorkspace } from '../../server/readWorkspace.ts';
import type { Workspace } from '../../server/readWorkspace.ts';

/** The configuration directories around documents, read when they are first asked for. */
export class Workspaces {
  readonly #folders: readonly string[];
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

  /** Files have changed. */
  forget(): void {
    this.#read.clear();
  }

  #workspaceIn(directory: string): Promise<Workspace> {
    const known = this.#read.get(directory) ?? readWorkspace(directory);
    this.#read.set(directory, known);
    return known;
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
