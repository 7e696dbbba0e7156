import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SendError } from '../../lib/http/exchange.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import { GatewayError } from '../errors.ts';
import { onwardHeaders, sendFailure } from './onward.ts';

test('Host goes on only when somebody set it, even to what it was', () => {
  const headers = new HeaderMap([
    ['Host', 'gateway.test'],
    ['Accept', '*/*'],
  ]);
  assert.deepEqual([...onwardHeaders({ headers }).names()], ['Accept']);
  headers.set('Host', 'gateway.test');
  assert.equal(onwardHeaders({ headers }).get('host'), 'gateway.test');
});

test('each failure to send has its reason', () => {
  const { signal } = new AbortController();
  const reasons = (['connection', 'protocol', 'timeout', 'aborted'] as const).map((kind) => {
    const failure = sendFailure(new SendError(kind, 'why'), { signal });
    return failure instanceof GatewayError && [failure.reason, failure.message];
  });
  assert.deepEqual(reasons, [
    ['BackendConnectionFailure', 'why'],
    ['BackendConnectionFailure', 'why'],
    ['Timeout', 'why'],
    ['BackendConnectionFailure', 'why'],
  ]);
});

test('a caller who went away is the reason, whatever broke then', () => {
  const failure = sendFailure(new Error('broken pipe'), { signal: AbortSignal.abort() });
  assert.ok(failure instanceof GatewayError);
  assert.equal(failure.reason, 'ClientConnectionFailure');
});

test('what is no failure to send stays what it is', () => {
  const bug = new TypeError('x is undefined');
  assert.equal(sendFailure(bug, { signal: new AbortController().signal }), bug);
});
