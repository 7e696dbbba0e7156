import type { Report } from '../../lib/source/Diagnostic.ts';
import { problem } from '../../model/problems.ts';
import { originOf } from '../../model/resources.ts';
import { collections, otherDirectories } from './collections.ts';
import type { Loading } from './Loading.ts';
import type { DirectoryEntry, FileEntry } from './readTree.ts';

/** Files that every such directory may have and that say nothing to a gateway. */
const expected = /(\.(md|txt|yml)|^license|^configuration\..*\.ya?ml|^serviceInformation\.json)$/i;

/** The names that mark a directory as a configuration. */
export const knownDirectories: ReadonlySet<string> = new Set([
  ...Object.values(collections).flatMap(({ directories }) => directories),
  ...otherDirectories,
]);

/** Says once for each kind of file that nothing reads it. */
export function tellLeftovers(root: DirectoryEntry, loading: Loading): void {
  const kinds = new Map<string, FileEntry[]>();
  for (const [kind, file] of leftoversIn(root, loading)) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), file]);
  }
  for (const [kind, files] of kinds) tell(kind, files, loading.report);
}

function tell(kind: string, [first, ...others]: readonly FileEntry[], report: Report): void {
  const count = others.length + 1;
  const files = count === 1 ? '1 file' : `${count} files`;
  const place = originOf(first?.path ?? kind);
  if (kind === 'tags') report(problem('APIM3013', place, [files]));
  else if (kind === 'workspaces') report(problem('APIM3012', place, [kind, files]));
  else report(problem('APIM3011', place, [kind, files]));
}

/** Every file that was not used, with its kind: what its name says, wherever it stands. */
function leftoversIn(root: DirectoryEntry, loading: Loading): [string, FileEntry][] {
  const found: [string, FileEntry][] = [];
  const visit = (directory: DirectoryEntry, above: readonly string[]): void => {
    for (const file of directory.files.values()) {
      const isTag = above.includes('tags') || file.name === 'tags.json';
      if (isTag) found.push(['tags', file]);
      else if (!loading.isUsed(file) && !expected.test(file.name)) {
        found.push([kindOf(file, above), file]);
      }
    }
    for (const each of directory.directories.values()) visit(each, [...above, each.name]);
  };
  visit(root, []);
  return found;
}

function kindOf({ name }: FileEntry, above: readonly string[]): string {
  const [top] = above;
  if (top === undefined) return name;
  if (!knownDirectories.has(top) || top === 'workspaces') return top;
  return `${top}/**/${name}`;
}
