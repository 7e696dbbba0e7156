import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuid } from './uuid.ts';

test('version and variant are told, and every other bit is one that was given', () => {
  assert.equal(uuid(new Uint8Array(16)), '00000000-0000-4000-8000-000000000000');
  assert.equal(uuid(new Uint8Array(16).fill(0xff)), 'ffffffff-ffff-4fff-bfff-ffffffffffff');
  const counted = Uint8Array.from({ length: 16 }, (_, at) => at * 17);
  assert.equal(uuid(counted), '00112233-4455-4677-8899-aabbccddeeff');
});
