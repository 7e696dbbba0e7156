import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** One import of one file by another; paths are relative to the repository, with slashes. */
export interface Import {
  readonly file: string;
  readonly target: string;
}

export const root = join(import.meta.dirname, '..');

// Also `export … from`, dynamic `import('…')` and imports of types: an arrow is an arrow.
const specifier = /(?:\bfrom\s+|\bimport\s+|\bimport\()(['"])(\.{1,2}\/[^'"]+)\1/g;

/** The relative imports of all TypeScript files under a folder of the repository. */
export function importsUnder(folder: string): Import[] {
  return globSync('**/*.{ts,tsx}', { cwd: join(root, folder) }).flatMap((path) => {
    const file = join(root, folder, path);
    const text = readFileSync(file, 'utf8');
    return [...text.matchAll(specifier)].map((match) => ({
      file: slashed(relative(root, file)),
      target: slashed(relative(root, join(dirname(file), match[2]!))),
    }));
  });
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
