import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReceivedResponse } from '../../expressions/context/values.ts';
import { JArray } from '../../expressions/runtime/json/JArray.ts';
import { JValue } from '../../expressions/runtime/json/JValue.ts';
import { NetArray } from '../../expressions/runtime/NetArray.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { Body } from '../../lib/http/Body.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { bytesOf } from './bytesOf.ts';

const long = 'x'.repeat(10_000);
const byte = netTypes.named('System.Byte');
const string = netTypes.named('System.String');

/** `depth` arrays, one in another, around a value. */
function nested(depth: number, value: JValue): JArray {
  let array = new JArray();
  array.append(value);
  for (let at = 1; at < depth; at++) {
    const outer = new JArray();
    outer.append(array);
    array = outer;
  }
  return array;
}

test('nothing is free', () => {
  for (const value of [null, true, 1, 1n, '']) assert.ok(bytesOf(value) > 0, String(value));
});

test('texts and bytes count wherever they are held', () => {
  const holders = {
    text: long,
    bytes: new NetArray(byte, new Uint8Array(10_000)),
    texts: new NetArray(string, ['', long]),
    token: nested(2, JValue.of(long)),
    body: new ReceivedResponse(200, 'OK', new HeaderMap(), Body.ofText(long)),
    header: new ReceivedResponse(200, 'OK', new HeaderMap([['x-long', long]]), null),
  };
  for (const [name, value] of Object.entries(holders)) {
    const bytes = bytesOf(value);
    assert.ok(bytes >= 10_000 && bytes < 25_000, `${name}: ${bytes}`);
  }
});

test('tokens are counted however deep they nest', () => {
  assert.ok(bytesOf(nested(50_000, JValue.of(1))) > 50_000);
});
