import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { readTree } from './readTree.ts';
import { testDirectory } from './testDirectory.ts';

const limits = { entries: 10, fileBytes: 100, totalBytes: 150, depth: 3 };

test('dot names and node_modules are passed over; files of unknown kinds are not read', async (t) => {
  const root = await testDirectory(t, {
    '.git/config.json': '{}',
    'node_modules/x/package.json': '{}',
    'apis/a.json': '{}',
    'apis/logo.png': 'x',
  });
  const tree = await readTree(root, () => assert.fail());
  assert.deepEqual([...tree!.directories.keys()], ['apis']);
  const { files } = tree!.directories.get('apis')!;
  assert.deepEqual(
    [...files.values()].map(({ name, bytes }) => [name, bytes?.length]),
    [
      ['a.json', 2],
      ['logo.png', undefined],
    ],
  );
});

test('number, size and depth of files are bounded', async (t) => {
  const read = async (files: Parameters<typeof testDirectory>[1]) => {
    const said: Diagnostic[] = [];
    const tree = await readTree(await testDirectory(t, files), (each) => said.push(each), limits);
    return { tree, said: said.map(({ code, message }) => `${code} ${message.split(': ')[1]}`) };
  };
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.json`, '']));
  assert.deepEqual((await read(many)).said, ['APIM3002 it holds more than 10 files.']);
  assert.deepEqual((await read({ 'a/b/c/d/e.json': '' })).said, [
    'APIM3002 it is more than 3 levels deep.',
  ]);
  const big = await read({ 'a.json': 'x'.repeat(101) });
  assert.deepEqual(big.said, ['APIM3004 it is larger than 100 bytes.']);
  assert.notEqual(big.tree, undefined);
  const half = 'x'.repeat(80);
  assert.deepEqual((await read({ 'a.json': half, 'b.json': half })).said, [
    'APIM3002 its files are larger than 150 bytes together.',
  ]);
});
