import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { isFull, tellWritten } from './PostedLines.ts';

test('who writes faster than lines are read waits, and goes on when they are', async () => {
  const unwritten = new SharedArrayBuffer(4);
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.module).then(({ PostedLines }) => {
      const lines = new PostedLines(workerData.unwritten, (text) => parentPort.postMessage(text));
      for (let i = 0; i < 20; i++) lines.write(String.fromCharCode(97 + i).repeat(1 << 20));
    });`;
  const module = new URL('PostedLines.ts', import.meta.url).href;
  const worker = new Worker(code, { eval: true, workerData: { module, unwritten } });
  const read: string[] = [];
  worker.on('message', (text: string) => read.push(text));
  while (!isFull(unwritten)) await new Promise(setImmediate);
  while (read.length < 17) await once(worker, 'message');
  assert.equal(read.length, 17);
  const isOver = once(worker, 'exit');
  for (let written = 0; written < 20; written++) {
    while (read.length <= written) await once(worker, 'message');
    tellWritten(unwritten, read[written]!.length);
  }
  await isOver;
  assert.equal(read.map((text) => text[0]).join(''), 'abcdefghijklmnopqrst');
  assert.equal(new Int32Array(unwritten)[0], 0);
});
