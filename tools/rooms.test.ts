import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importsUnder, root } from './imports.ts';

/** Each room lists the rooms that it may import; ARCHITECTURE.md says why. */
const rooms: ReadonlyMap<string, readonly string[]> = new Map([
  ['lib', []],
  ['expressions', ['lib']],
  ['model', ['lib']],
  ['engine', ['expressions', 'model', 'lib']],
  ['policies', ['engine', 'expressions', 'lib']],
  ['gateway', ['engine', 'expressions', 'model', 'lib']],
  ['identity', ['lib']],
  ['adapters', ['engine', 'expressions', 'model', 'lib']],
  [
    'server',
    ['adapters', 'identity', 'gateway', 'policies', 'engine', 'expressions', 'model', 'lib'],
  ],
  ['cli', ['server', 'policies', 'engine', 'expressions', 'model', 'lib']],
]);

/** Names that say nothing about what a file holds. */
const emptyNames =
  /(?:^|[/.-])(?:utils?|helpers?|common|core|shared|managers?|services?)(?:[/.-]|$)/i;

/** The tables that the design names; every other index file would only hide where things are. */
const tables = new Set([
  'src/policies/index.ts',
  'src/expressions/context/index.ts',
  'src/expressions/types/index.ts',
]);

const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

test('every folder under src is a room', () => {
  const found = new Set(files.map(roomOf));
  assert.deepEqual(
    [...found].filter((room) => !rooms.has(room)),
    [],
  );
});

test('no room imports a room above it', () => {
  const wrong = importsUnder('src').filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    return from !== to && !rooms.get(from)?.includes(to);
  });
  assert.deepEqual(wrong, []);
});

test('the product imports no tests, fixtures or tools', () => {
  const wrong = importsUnder('src').filter(
    ({ file, target }) => !isForTests(file) && (isForTests(target) || !target.startsWith('src/')),
  );
  assert.deepEqual(wrong, []);
});

test('properties are tried on samples that one file decides about', () => {
  const others = files.filter(
    (file) =>
      file !== 'src/lib/testing/properties.ts' &&
      readFileSync(`${root}/${file}`, 'utf8').includes("from 'fast-check'"),
  );
  assert.deepEqual(others, []);
});

test('a name says what a file holds', () => {
  assert.deepEqual(
    // Policies are named as Azure names their elements: set-backend-service.
    files.filter((file) => emptyNames.test(file) && !file.startsWith('src/policies/')),
    [],
  );
});

test('an index file is a table, never a barrel', () => {
  const indexes = files.filter((file) => file.endsWith('/index.ts'));
  assert.deepEqual(
    indexes.filter((file) => !tables.has(file)),
    [],
  );
});

test('the package keeps its rooms on public packages that it declares', () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const used = new Set(
    files
      .filter((file) => !isForTests(file))
      .flatMap((file) => [
        ...readFileSync(`${root}/${file}`, 'utf8').matchAll(/\bfrom '([^.'$][^']*)';$/gm),
      ])
      .map((match) => packageOf(match[1]!))
      .filter((name) => !name.startsWith('node:')),
  );
  assert.deepEqual([...used].filter((name) => !(name in dependencies)).toSorted(), []);
  assert.deepEqual(
    Object.keys(dependencies).filter((name) => !used.has(name)),
    [],
  );
});

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function isForTests(path: string): boolean {
  return /\.test\.ts$|\.fixture\.ts$|\.contract\.ts$|\/testing\/|\/fixtures\//.test(path);
}

/** `oidc-provider/lib/x.js` → `oidc-provider`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}
