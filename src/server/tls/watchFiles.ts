import { statSync } from 'node:fs';
import type { Every } from './LiveTls.ts';

/** Milliseconds between looks. */
const intervalMs = 2000;

/**
 * Tells when one of the files is another than before; returns what ends it. They are looked at again
 * and again: that sees links exchanged far above a file, as volumes of Kubernetes do, and network file
 * systems, which tell nobody of changes.
 */
export function watchFiles(
  files: () => Iterable<string>,
  onChange: () => void,
  every: Every,
): () => void {
  let last = statesOf(files());
  return every(() => {
    const states = statesOf(files());
    if (isSame(states, last)) return;
    onChange();
    // What is read may be other files now. Those that changed after they were read are to be read again.
    last = statesOf(files(), states);
  }, intervalMs);
}

/** The states of files by their names, as far as they are `known` without a look. */
function statesOf(files: Iterable<string>, known?: States): States {
  return new Map(Array.from(files, (file) => [file, known?.get(file) ?? stateOf(file)]));
}

type States = ReadonlyMap<string, string>;

function stateOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}` : 'none';
}

function isSame(states: States, others: States): boolean {
  if (states.size !== others.size) return false;
  return [...states].every(([file, state]) => others.get(file) === state);
}
