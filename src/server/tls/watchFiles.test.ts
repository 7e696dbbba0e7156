import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { watchFiles } from './watchFiles.ts';

test('files that are written, replaced, removed or reached by another link are other files', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'sallyport-watch-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const path = (name: string): string => join(directory, name);
  for (const version of ['v1', 'v2']) {
    mkdirSync(path(version));
    writeFileSync(join(path(version), 'tls.crt'), 'certificate');
  }
  symlinkSync('v1', path('..data'));
  symlinkSync('..data/tls.crt', path('tls.crt'));
  writeFileSync(path('plain'), 'one');
  let changes = 0;
  let look = (): void => undefined;
  const stop = watchFiles(
    () => [path('tls.crt'), path('plain')],
    () => changes++,
    (action) => {
      look = action;
      return () => (look = () => undefined);
    },
  );
  const changesAfter = (change: () => void): number => {
    const before = changes;
    change();
    look();
    look();
    return changes - before;
  };
  assert.equal(
    changesAfter(() => undefined),
    0,
  );
  assert.equal(
    changesAfter(() => writeFileSync(path('plain'), 'other')),
    1,
  );
  const replace = (): void => {
    writeFileSync(path('new'), 'third');
    renameSync(path('new'), path('plain'));
  };
  assert.equal(changesAfter(replace), 1);
  const exchange = (): void => {
    symlinkSync('v2', path('..new'));
    renameSync(path('..new'), path('..data'));
  };
  assert.equal(changesAfter(exchange), 1);
  assert.equal(
    changesAfter(() => rmSync(path('plain'))),
    1,
  );
  stop();
  assert.equal(changesAfter(replace), 0);
});

test('a file that changes after it was read, and before the next look, is read again', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'sallyport-watch-'));
  t.after(() => rmSync(directory, { recursive: true }));
  const file = join(directory, 'tls.crt');
  writeFileSync(file, 'one');
  const seen: string[] = [];
  let look = (): void => undefined;
  watchFiles(
    () => [file],
    () => {
      seen.push(readFileSync(file, 'utf8'));
      if (seen.length === 1) writeFileSync(file, 'third one');
    },
    (action) => {
      look = action;
      return () => undefined;
    },
  );
  writeFileSync(file, 'another');
  for (let looks = 0; looks < 3; looks++) look();
  assert.deepEqual(seen, ['another', 'third one']);
});
