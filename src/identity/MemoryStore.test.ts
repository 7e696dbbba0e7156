import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryStore } from './MemoryStore.ts';

function open(): { store: MemoryStore; clock: { ms: number } } {
  const clock = { ms: 0 };
  return { store: new MemoryStore(() => clock.ms), clock };
}

test('what was stored is found until it expires', async () => {
  const { store, clock } = open();
  const sessions = store.adapter('Session');
  await sessions.upsert('a', { uid: 'u', accountId: 'ada' }, 60);
  clock.ms = 59_999;
  assert.equal((await sessions.find('a'))?.accountId, 'ada');
  assert.equal((await sessions.findByUid('u'))?.accountId, 'ada');
  clock.ms = 60_000;
  assert.equal(await sessions.find('a'), undefined);
  assert.equal(await sessions.findByUid('u'), undefined);
});

test('kinds do not mix, and every kind has one store', async () => {
  const { store } = open();
  await store.adapter('Session').upsert('a', {}, 60);
  assert.equal(await store.adapter('Interaction').find('a'), undefined);
  assert.ok(await store.adapter('Session').find('a'));
});

test('a change to what was given or found does not reach the store', async () => {
  const { store } = open();
  const sessions = store.adapter('Session');
  const payload = { state: { step: 1 } };
  await sessions.upsert('a', payload, 60);
  payload.state.step = 2;
  const found = await sessions.find('a');
  assert.deepEqual(found, { state: { step: 1 } });
});

test('a flood of one kind pushes out its own oldest entries and no other kind', async () => {
  const { store } = open();
  await store.adapter('RefreshToken').upsert('mine', {}, 60);
  const interactions = store.adapter('Interaction');
  for (let i = 0; i <= 5000; i++) await interactions.upsert(`i${i}`, {}, 60);
  assert.equal(await interactions.find('i0'), undefined);
  assert.ok(await interactions.find('i1'));
  assert.ok(await interactions.find('i5000'));
  assert.ok(await store.adapter('RefreshToken').find('mine'));
});

test('a code is consumed once', async () => {
  const { store, clock } = open();
  const codes = store.adapter('AuthorizationCode');
  await codes.upsert('c', {}, 60);
  clock.ms = 5000;
  await codes.consume('c');
  assert.equal((await codes.find('c'))?.consumed, 5);
  await assert.rejects(codes.consume('c'), { error: 'invalid_grant' });
  await assert.rejects(codes.consume('unknown'), { error: 'invalid_grant' });
});

test('revoking a grant takes away what belongs to it', async () => {
  const { store } = open();
  const tokens = store.adapter('RefreshToken');
  await tokens.upsert('1', { grantId: 'g' }, 60);
  await tokens.upsert('2', { grantId: 'h' }, 60);
  await tokens.revokeByGrantId('g');
  assert.equal(await tokens.find('1'), undefined);
  assert.ok(await tokens.find('2'));
  await tokens.destroy('2');
  assert.equal(await tokens.find('2'), undefined);
});
