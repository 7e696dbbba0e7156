import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf } from './causeOf.ts';

function behind(cause: unknown): string | undefined {
  return causeOf(new Error('the failure itself', { cause }));
}

test('without a cause, or with one that says nothing, there is none', () => {
  assert.equal(causeOf(new Error('the failure itself')), undefined);
  assert.equal(behind(undefined), undefined);
  assert.equal(behind(new Error('')), undefined);
});

test('causes of causes are told, the first one last', () => {
  const first = new TypeError('connect ECONNREFUSED 192.0.2.1:80');
  const second = new Error('', { cause: first });
  assert.equal(
    behind(new Error('no connection', { cause: second })),
    'Error: no connection < TypeError: connect ECONNREFUSED 192.0.2.1:80',
  );
});

test('several failures at once are all told', () => {
  const failures = new AggregateError([new Error('a failed'), new Error('b failed')]);
  assert.equal(behind(failures), 'AggregateError: a failed, b failed');
});

test('something thrown that is no error is not shown', () => {
  assert.equal(behind('secret'), 'unknown');
  assert.equal(behind(null), 'unknown');
});

test('a circle of causes ends', () => {
  const circle = new Error('again');
  circle.cause = circle;
  assert.equal(behind(circle)?.split(' < ').length, 5);
});
