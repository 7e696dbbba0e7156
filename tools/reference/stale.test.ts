import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../imports.ts';
import { anchor } from './markdown.ts';
import { folder, referencePages } from './pages.ts';

const directory = join(root, folder);

test('the committed reference says what the declarations say (npm run docs writes it)', async () => {
  const pages = await referencePages();
  const committed = globSync('**/*.md', { cwd: directory }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const stale = [...new Set([...pages.keys(), ...committed])].filter(
    (path) => !committed.includes(path) || pages.get(path) !== textOf(path),
  );
  assert.deepEqual(stale, [], `stale pages in ${folder}; write them anew with: npm run docs`);
});

test('links within the reference lead to pages and headings that exist', async () => {
  const pages = await referencePages();
  const broken: string[] = [];
  for (const [path, text] of pages) {
    // What stands in code is no link.
    const prose = text.replaceAll(/(`+).*?\1/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^):]+)\)/g)) {
      if (!leads(target, path, pages)) broken.push(`${path}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

function leads(target: string, from: string, pages: ReadonlyMap<string, string>): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? from : join(from, '..', file).replaceAll('\\', '/');
  if (path.startsWith('..')) return globSync(join(directory, path)).length > 0;
  const page = pages.get(path);
  return page !== undefined && (heading === undefined || headingsOf(page).includes(heading));
}

function headingsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
}

function textOf(path: string): string {
  return readFileSync(join(directory, path), 'utf8');
}
