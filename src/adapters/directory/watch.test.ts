import assert from 'node:assert/strict';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { testDirectory, write } from './testDirectory.ts';
import { watchDirectory } from './watch.ts';

/** Watches with hardly any delay; `next` waits for a signal that comes after `change`. */
async function watching(t: TestContext, files: Parameters<typeof testDirectory>[1]) {
  const root = await testDirectory(t, files);
  const config = join(root, 'config');
  const watched = watchDirectory(config, {
    files: [join(root, 'prod.yaml')],
    quietMs: 5,
    retryMs: 5,
  });
  t.after(() => watched.close());
  const signals = watched[Symbol.asyncIterator]();
  const after = async (change: () => Promise<unknown>) => {
    await change();
    assert.equal((await signals.next()).done, false);
  };
  return { root, config, watched, signals, after };
}

const files = { 'config/apis/a/policy.xml': '1', 'prod.yaml': 'a: 1' };

test('writing, renaming into place, adding and removing are seen, at any depth', async (t) => {
  const { config, after } = await watching(t, files);
  const policy = join(config, 'apis/a/policy.xml');
  await after(() => writeFile(policy, '2'));
  for (let save = 0; save < 3; save++) {
    await after(async () => {
      await writeFile(`${policy}.tmp`, '3');
      await rename(`${policy}.tmp`, policy);
    });
  }
  await after(() => write(config, 'apis/b/operations/x/policy.xml', '1'));
  await after(() => writeFile(join(config, 'apis/b/operations/x/policy.xml'), '2'));
  await after(() => rm(join(config, 'apis/a'), { recursive: true }));
});

test('a directory that is replaced as a whole is found again', async (t) => {
  const { root, config, after } = await watching(t, files);
  await after(async () => {
    await rename(config, join(root, 'old'));
    await mkdir(join(config, 'products'), { recursive: true });
  });
  await after(() => writeFile(join(config, 'products/x.json'), '1'));
  await after(() => rm(config, { recursive: true }));
  await after(() => mkdir(config));
  await after(() => writeFile(join(config, 'policy.xml'), '1'));
});

test('a volume that changes by exchanging a link is seen', async (t) => {
  const { config, after } = await watching(t, {
    'config/..v1/apis/a.json': '1',
    'config/..v2/apis/a.json': '2',
  });
  await after(() => symlink('..v1', join(config, '..data')));
  await after(() => symlink('..data/apis', join(config, 'apis')));
  await after(async () => {
    await symlink('..v2', join(config, '..next'));
    await rename(join(config, '..next'), join(config, '..data'));
  });
  await after(() => writeFile(join(config, '..v2/apis/a.json'), '3'));
});

test('a file outside the directory is watched by its name', async (t) => {
  const { root, after } = await watching(t, files);
  await after(async () => {
    await writeFile(join(root, 'prod.yaml.tmp'), 'a: 2');
    await rename(join(root, 'prod.yaml.tmp'), join(root, 'prod.yaml'));
  });
});

test('changes in quick succession are one signal, and none comes without a change', async (t) => {
  const root = await testDirectory(t, { 'a.json': '1' });
  const due: (() => void)[] = [];
  const watched = watchDirectory(root, {
    delay(action) {
      due.push(action);
      return () => due.splice(due.indexOf(action), 1);
    },
  });
  t.after(() => watched.close());
  const signals = watched[Symbol.asyncIterator]();
  let count = 0;
  const taken = (async () => {
    while (!(await signals.next()).done) count += 1;
  })();
  for (let i = 0; i < 5; i++) await writeFile(join(root, 'a.json'), String(i));
  await writeFile(join(root, '.a.json.swp'), 'x');
  while (due.length === 0) await new Promise(setImmediate);
  assert.equal(due.length, 1);
  assert.equal(count, 0);
  due.splice(0)[0]!();
  await new Promise(setImmediate);
  assert.equal(count, 1);
  watched.close();
  await taken;
  assert.equal(count, 1);
});

test('closing ends a loop that waits, and leaving the loop is allowed', async (t) => {
  const { watched } = await watching(t, files);
  const loop = (async () => {
    for await (const signal of watched) assert.fail(`unexpected ${String(signal)}`);
  })();
  watched.close();
  await loop;
});
