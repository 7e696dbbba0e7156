import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccessRecord } from '../gateway/GatewayLog.ts';
import { jsonLog, levels, logFrom } from './accessLog.ts';

const record: AccessRecord = {
  requestId: 'id',
  remoteAddress: '192.0.2.1',
  method: 'GET',
  path: '/a',
  status: 200,
  durationMs: 1.5,
  apiId: 'orders',
  operationId: undefined,
  productId: undefined,
  subscriptionId: undefined,
  failure: undefined,
};

function logged(more: Partial<AccessRecord>): unknown {
  let text = '';
  jsonLog({ write: (line) => (text += line) }).access({ ...record, ...more });
  assert.equal(text.indexOf('\n'), text.length - 1, 'one line');
  return JSON.parse(text);
}

test('a call is one line of JSON with all that is known of it', () => {
  const { time, ...line } = logged({}) as Record<string, unknown>;
  assert.match(String(time), /^\d{4}-\d\d-\d\dT.*Z$/);
  const expected = JSON.parse(JSON.stringify({ level: 'info', msg: 'call', ...record })) as object;
  assert.deepEqual(line, expected);
});

test('nothing that a caller sends can end the line or the text', () => {
  for (const path of ['/"', '/\\', '/\n{"level":"info"}', '/\u0000', '/\u2028', '/é', '/\ud800']) {
    assert.equal((logged({ path }) as AccessRecord).path, path);
  }
});

test('refusals are warnings, failures of the gateway are errors', () => {
  const failure = { source: 'a', reason: 'B', message: 'c"', path: undefined, cause: undefined };
  assert.equal((logged({ status: 401, failure }) as { level: string }).level, 'warn');
  assert.equal((logged({ status: 500, failure }) as { level: string }).level, 'error');
});

test('a log from a level on has the lines of that level and above, and refused connections from warn on', () => {
  const failure = { source: 'a', reason: 'B', message: 'c', path: undefined, cause: undefined };
  const told = levels.map((least) => {
    const lines: string[] = [];
    const log = logFrom(least, jsonLog({ write: (line) => lines.push(line) }));
    log.access(record);
    log.access({ ...record, status: 401, failure });
    log.access({ ...record, status: 500, failure });
    log.refusal({ remoteAddress: '192.0.2.1', status: 400, reason: 'malformed' });
    return lines.map((line) => (JSON.parse(line) as { level: string }).level);
  });
  assert.deepEqual(told, [['info', 'warn', 'error', 'warn'], ['warn', 'error', 'warn'], ['error']]);
});
