import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';

/** Makes a directory with the given files for one test; objects are written as JSON. */
export async function testDirectory(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array | object>>,
): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sallyport-directory-'));
  test.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) await write(root, path, content);
  return root;
}

/** Writes one file below `root`, with the directories on the way. */
export async function write(
  root: string,
  path: string,
  content: string | Uint8Array | object,
): Promise<void> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  const isBytes = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(file, isBytes ? content : JSON.stringify(content));
}

/** Diagnostics as `path:line:column code message`, with paths relative to `root`. */
export function shown(diagnostics: readonly Diagnostic[], root: string): string[] {
  return diagnostics.map(({ source, span, code, message }) => {
    const { line, column } = source.positionAt(span.start);
    return `${source.name}:${line}:${column} ${code} ${message}`.replaceAll(`${root}/`, '');
  });
}
