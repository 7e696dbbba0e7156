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
  let last = stateOf(files());
  return every(() => {
    const state = stateOf(files());
    if (state === last) return;
    onChange();
    // What is read may be other files now.
    last = stateOf(files());
  }, intervalMs);
}

function stateOf(files: Iterable<string>): string {
  return Array.from(files, (file) => {
    const found = statSync(file, { throwIfNoEntry: false, bigint: true });
    return found ? `${file} ${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}` : file;
  }).join('\n');
}
