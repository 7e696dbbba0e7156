import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CheckingThread } from './CheckingThread.ts';

test('texts are checked in another thread, and a new one when that has died', async () => {
  const thread = new CheckingThread();
  const first = thread.start();
  const uri = 'file:///policy.xml';
  const dying = thread.check({ uri, text: '<policies />' });
  await Promise.all([assert.rejects(dying, /has ended/), first.terminate()]);
  const [found] = await thread.check({ uri, text: '<policies><in /></policies>' });
  assert.equal(found?.diagnostic.code, 'APIM1006');
  assert.deepEqual(await thread.check({ uri, text: '<policies />' }), []);
});
