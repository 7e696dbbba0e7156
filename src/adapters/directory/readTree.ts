import type { Dirent } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Report } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import { problem } from '../../model/problems.ts';
import type { ProblemCode } from '../../model/problems.ts';
import { originOf } from '../../model/resources.ts';

/** A directory whose files were read. `path` is what problems print: it begins as the user wrote it. */
export interface DirectoryEntry {
  readonly name: string;
  readonly path: string;
  readonly directories: ReadonlyMap<string, DirectoryEntry>;
  readonly files: ReadonlyMap<string, FileEntry>;
}

export interface FileEntry {
  readonly name: string;
  readonly path: string;
  /** Absent for a file of a kind that no configuration has; only its name matters. */
  readonly bytes: Uint8Array | undefined;
}

/** What a directory may cost; one that exceeds it is refused. */
export interface TreeLimits {
  /** Files and directories together. */
  readonly entries: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly depth: number;
}

const usualLimits: TreeLimits = {
  entries: 20_000,
  fileBytes: 10_000_000,
  totalBytes: 200_000_000,
  depth: 16,
};

const readKinds = /\.(json|ya?ml|xml|graphql|proto|pem|key|crt|cer|der|pfx|p12)$/i;

/**
 * Reads a directory with everything below it. Names that begin with a dot and `node_modules` are
 * passed over. A symbolic link is followed when it stays within the directory, and refused when it
 * leads out. Undefined after it was reported that the directory cannot be used at all.
 */
export async function readTree(
  path: string,
  report: Report,
  limits = usualLimits,
): Promise<DirectoryEntry | undefined> {
  try {
    const root = await realpath(path);
    if (!(await stat(root)).isDirectory()) throw new Error('it is a file');
    return await new TreeReader(root, report, limits).directory(root, displayRoot(path), '', []);
  } catch (error) {
    if (error instanceof TooLarge) tell(report, 'APIM3002', path, [error.message]);
    else tell(report, 'APIM3001', path, [reasonOf(error)]);
    return undefined;
  }
}

class TooLarge extends Error {}

class TreeReader {
  readonly #root: string;
  readonly #report: Report;
  readonly #limits: TreeLimits;
  #entries = 0;
  #bytes = 0;

  constructor(root: string, report: Report, limits: TreeLimits) {
    this.#root = root;
    this.#report = report;
    this.#limits = limits;
  }

  async directory(
    real: string,
    path: string,
    name: string,
    above: readonly string[],
  ): Promise<DirectoryEntry> {
    const { depth, entries } = this.#limits;
    if (above.length > depth) throw new TooLarge(`it is more than ${depth} levels deep`);
    const directories = new Map<string, DirectoryEntry>();
    const files = new Map<string, FileEntry>();
    // Sorted, so that what a problem is said about does not depend on the file system.
    const children = (await readdir(real, { withFileTypes: true })).toSorted(byName);
    for (const child of children) {
      if (child.name.startsWith('.') || child.name === 'node_modules') continue;
      this.#entries += 1;
      if (this.#entries > entries) throw new TooLarge(`it holds more than ${entries} files`);
      const childPath = path === '' ? child.name : `${path}/${child.name}`;
      try {
        const found = await this.#child(join(real, child.name), childPath, child, [...above, real]);
        if (found === undefined) continue;
        if ('bytes' in found) files.set(child.name, found);
        else directories.set(child.name, found);
      } catch (error) {
        if (error instanceof TooLarge) throw error;
        // An editor's file may be gone before it is read; a link that leads nowhere stays wrong.
        const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
        if (isGone && !child.isSymbolicLink()) continue;
        tell(this.#report, 'APIM3004', childPath, [reasonOf(error)]);
      }
    }
    return { name, path, directories, files };
  }

  async #child(
    named: string,
    path: string,
    entry: Dirent,
    above: readonly string[],
  ): Promise<DirectoryEntry | FileEntry | undefined> {
    const real = entry.isSymbolicLink() ? await realpath(named) : named;
    if (!this.#isWithin(real)) {
      tell(this.#report, 'APIM3003', path);
      return undefined;
    }
    const status = await stat(real);
    if (status.isFile()) {
      const bytes = await this.#read(real, entry.name, path, status.size);
      return { name: entry.name, path, bytes };
    }
    if (!status.isDirectory()) return undefined;
    if (!above.includes(real)) return this.directory(real, path, entry.name, above);
    tell(this.#report, 'APIM3004', path, [circle]);
    return undefined;
  }

  #isWithin(real: string): boolean {
    return real === this.#root || real.startsWith(this.#root + sep);
  }

  async #read(
    real: string,
    name: string,
    path: string,
    size: number,
  ): Promise<Uint8Array | undefined> {
    if (!readKinds.test(name)) return undefined;
    if (size > this.#limits.fileBytes) {
      tell(this.#report, 'APIM3004', path, [`it is larger than ${this.#limits.fileBytes} bytes`]);
      return undefined;
    }
    this.#bytes += size;
    if (this.#bytes > this.#limits.totalBytes) {
      throw new TooLarge(`its files are larger than ${this.#limits.totalBytes} bytes together`);
    }
    return readFile(real);
  }
}

/**
 * The text of a file, without a byte order mark; undefined after it was reported that the file is
 * not UTF-8 text, or when reading it failed before.
 */
export function textOf({ path, bytes }: FileEntry, report: Report): SourceText | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new SourceText(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    tell(report, 'APIM3004', path, ['it is not UTF-8 text']);
    return undefined;
  }
}

/** The beginning of every path that is printed: what the user wrote, which may be the empty `.`. */
function displayRoot(path: string): string {
  const written = path.split(sep).join('/').replace(/\/+$/, '');
  if (written === '' && path !== '') return '/';
  return written === '.' ? '' : written;
}

function tell(report: Report, code: ProblemCode, path: string, args: string[] = []): void {
  report(problem(code, originOf(path), [path, ...args]));
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}

const circle = 'its symbolic links lead in a circle';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ELOOP: circle,
  ENOTDIR: 'a part of its path is a file',
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
