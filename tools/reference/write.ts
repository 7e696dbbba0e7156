/** `npm run docs`: writes the generated reference, and removes pages of what is gone. */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../imports.ts';
import { folder, referencePages } from './pages.ts';

const pages = await referencePages();
const directory = join(root, folder);

for (const old of globSync('**/*.md', { cwd: directory })) {
  if (!pages.has(old.replaceAll('\\', '/'))) rmSync(join(directory, old));
}
for (const [path, text] of pages) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}
process.stdout.write(`${pages.size} pages in ${folder}\n`);
