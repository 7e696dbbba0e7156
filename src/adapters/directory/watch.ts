import { readdirSync, statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Runs `action` once after `delayMs`; returns what cancels it. */
export type Delay = (action: () => void, delayMs: number) => () => void;

export interface WatchOptions {
  /** Single files outside the directory, such as a file of overrides. */
  readonly files?: readonly string[];
  /** Changes that follow each other faster than this are one. Default 50. */
  readonly quietMs?: number;
  /** What could not be watched is tried again after this. Default 1000. */
  readonly retryMs?: number;
  readonly delay?: Delay;
}

/** One value for each time that something may have changed; ends when it is closed. */
export interface DirectoryWatch extends AsyncIterable<undefined> {
  close(): void;
}

/** More directories than this are not watched; a configuration of that size has a store. */
const mostDirectories = 10_000;

const realDelay: Delay = (action, delayMs) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

/**
 * Watches a directory with everything below it. Editors write several files for one save and rename
 * them into place, so a signal only says "look again", and comes when it has been quiet for a moment.
 * The directory may be replaced as a whole (a checkout, a mounted volume); it is found again.
 *
 * Each directory has a watcher of its own. The recursive mode of `fs.watch` would be less to write,
 * but on Linux it loses the directory when that is renamed.
 */
export function watchDirectory(path: string, options: WatchOptions = {}): DirectoryWatch {
  return new TreeWatch(resolve(path), options);
}

interface Watched {
  readonly watcher: FSWatcher;
  /** Tells a directory from another one that has taken its path. */
  readonly identity: string;
}

class TreeWatch implements DirectoryWatch {
  readonly #root: string;
  readonly #files: readonly string[];
  readonly #quietMs: number;
  readonly #retryMs: number;
  readonly #delay: Delay;
  readonly #signals = new Signals();
  readonly #watched = new Map<string, Watched>();
  #isClosed = false;
  #cancelQuiet = (): void => {};
  #cancelRetry = (): void => {};

  constructor(root: string, options: WatchOptions) {
    this.#root = root;
    this.#files = (options.files ?? []).map((file) => resolve(file));
    this.#quietMs = options.quietMs ?? 50;
    this.#retryMs = options.retryMs ?? 1000;
    this.#delay = options.delay ?? realDelay;
    this.#watchAll();
  }

  [Symbol.asyncIterator](): AsyncIterator<undefined> {
    return this.#signals;
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelQuiet();
    this.#cancelRetry();
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#signals.end();
  }

  #changed(): void {
    this.#cancelQuiet();
    this.#cancelQuiet = this.#delay(() => {
      // First watch what is new, then let it be read: a change after that is seen again.
      this.#watchAll();
      this.#signals.give();
    }, this.#quietMs);
  }

  /** Makes the watchers those of the directories that there are now. */
  #watchAll(): void {
    const concerns = new Map<string, (name: string) => boolean>();
    // A directory does not see its own replacement; the directory around it does.
    for (const path of [this.#root, ...this.#files]) {
      const parent = dirname(path);
      const others = concerns.get(parent);
      concerns.set(parent, (name) => name === basename(path) || (others?.(name) ?? false));
    }
    let isComplete = true;
    const found = directoriesBelow(this.#root);
    for (const path of found) concerns.set(path, isContent);
    if (found.length === 0) isComplete = false;
    for (const [path, { watcher }] of this.#watched) {
      if (concerns.has(path)) continue;
      watcher.close();
      this.#watched.delete(path);
    }
    for (const [path, concern] of concerns) isComplete = this.#watch(path, concern) && isComplete;
    this.#cancelRetry();
    if (!isComplete) this.#cancelRetry = this.#delay(() => this.#changed(), this.#retryMs);
  }

  #watch(path: string, concerns: (name: string) => boolean): boolean {
    const identity = identityOf(path);
    const known = this.#watched.get(path);
    if (known !== undefined && known.identity === identity) return true;
    known?.watcher.close();
    this.#watched.delete(path);
    if (identity === undefined) return false;
    try {
      const watcher = watch(path, (_, name) => {
        if (!this.#isClosed && (name === null || concerns(name))) this.#changed();
      });
      watcher.on('error', () => {
        watcher.close();
        this.#watched.delete(path);
        if (!this.#isClosed) this.#changed();
      });
      this.#watched.set(path, { watcher, identity });
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * Names that begin with a dot belong to editors and tools. Two dots are different: a volume of
 * Kubernetes changes by exchanging its link `..data`.
 */
function isContent(name: string): boolean {
  return !name.startsWith('.') || name.startsWith('..');
}

/** A directory and those below it, links included; none when it is not there. */
function directoriesBelow(root: string): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const identity = identityOf(path);
    if (identity === undefined || seen.has(identity) || found.length >= mostDirectories) return;
    seen.add(identity);
    try {
      const entries = readdirSync(path, { withFileTypes: true });
      found.push(path);
      for (const entry of entries) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        if (entry.isDirectory() || entry.isSymbolicLink()) visit(join(path, entry.name));
      }
    } catch {
      // Removed while it was being read: the event of its removal brings us here again.
    }
  };
  visit(root);
  return found;
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path);
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** Signals that nobody has taken yet count as one. */
class Signals implements AsyncIterator<undefined> {
  #isPending = false;
  #isEnded = false;
  #wake: (() => void) | undefined;

  give(): void {
    this.#isPending = true;
    this.#wake?.();
  }

  end(): void {
    this.#isEnded = true;
    this.#wake?.();
  }

  async next(): Promise<IteratorResult<undefined, undefined>> {
    while (!this.#isPending && !this.#isEnded) {
      const { promise, resolve: wake } = Promise.withResolvers<void>();
      this.#wake = wake;
      await promise;
    }
    if (this.#isEnded) return { done: true, value: undefined };
    this.#isPending = false;
    return { done: false, value: undefined };
  }

  return(): Promise<IteratorResult<undefined, undefined>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }
}
