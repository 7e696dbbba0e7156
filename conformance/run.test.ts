import { globSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { test } from 'node:test';
import { runCase } from './runner/runCase.ts';

const root = import.meta.dirname;

for (const path of globSync('**/*.case', { cwd: root }).toSorted()) {
  const file = relative(root, `${root}/${path}`).split(sep).join('/');
  test(titleOf(file), () => runCase(file, readFileSync(`${root}/${path}`, 'utf8')));
}

/** `policies/set-header/skip-leaves-it.case` → `set-header: skip leaves it`. */
function titleOf(file: string): string {
  const [name = '', topic = ''] = file
    .replace(/\.case$/, '')
    .split('/')
    .reverse();
  return `${topic}: ${name.replaceAll('-', ' ')}`;
}
