import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyWorkspace } from '../../server/readWorkspace.ts';
import { CheckingThread } from './CheckingThread.ts';
import { namesIn } from './unknownReferences.ts';

const uri = 'file:///policy.xml';
const names = namesIn(emptyWorkspace);

test('texts are checked in another thread, and a new one when that has died', async () => {
  const thread = new CheckingThread();
  const first = thread.start();
  const dying = thread.check({ uri, text: '<policies />', names });
  await Promise.all([assert.rejects(dying, /has ended/), first.terminate()]);
  const [found] = await thread.check({ uri, text: '<policies><in /></policies>', names });
  assert.equal(found?.diagnostic.code, 'APIM1006');
  assert.deepEqual(await thread.check({ uri, text: '<policies />', names }), []);
});

test('a check that takes too long is given up', async () => {
  const impatient = new CheckingThread(1);
  await assert.rejects(impatient.check({ uri, text: '<policies />', names }), /has ended/);
});
