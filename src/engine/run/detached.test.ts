import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { Box } from '../../expressions/runtime/Box.ts';
import { Environment } from '../../expressions/runtime/Environment.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';
import { NetList } from '../../expressions/runtime/collections/NetList.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { detached } from './detached.ts';

const environment = new Environment({
  now: () => 0,
  randomBytes: (count) => new Uint8Array(count),
});
const int = netTypes.named('System.Int32');
const byte = netTypes.named('System.Byte');

test('what never changes needs no copy', () => {
  for (const value of [null, 'text', 42, 42n, true, new Box(byte, 7)]) {
    assert.equal(detached(value, environment), value);
  }
});

test('an array is copied, and what it holds', () => {
  const bytes = new NetArray(byte, Uint8Array.of(1, 2));
  const rows = new NetArray(byte.arrayOf(), [bytes]);
  const copy = detached(rows, environment);
  bytes.setAt(0, 9);
  assert.ok(copy instanceof NetArray);
  const [row] = copy.items;
  assert.ok(row instanceof NetArray);
  assert.deepEqual([...row], [1, 2]);
  assert.deepEqual(detached(new NetArray(int, [1]), environment), new NetArray(int, [1]));
});

test('a response is copied', () => {
  const response = new ReceivedResponse(200, 'OK', new HeaderMap(), Body.ofText('body'));
  const copy = detached(response, environment);
  response.body?.read(false);
  assert.ok(copy instanceof ReceivedResponse);
  assert.equal(copy.body?.read(true).length, 4);
});

test('what may change and cannot be copied is refused', () => {
  const list = new NetList(int);
  assert.equal(detached(list, environment), undefined);
  assert.equal(
    detached(new NetArray(netTypes.named('System.Object'), [list]), environment),
    undefined,
  );
  assert.equal(
    detached(() => 1, environment),
    undefined,
  );
});
