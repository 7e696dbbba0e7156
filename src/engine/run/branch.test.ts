import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cancellation } from '../../lib/http/CancelSignal.ts';
import { branchOf, BranchOver } from './branch.ts';
import type { PolicyContext } from './PolicyContext.ts';

/** As much of a context as a branch touches, with a private field as the real one has. */
class Request {
  readonly signal = new Cancellation();
  readonly variables = new Map<string, unknown>();
  response: unknown = null;
  readonly #id = 'r1';

  get requestId(): string {
    return this.#id;
  }

  openResponse(): string {
    return this.#id;
  }
}

function begin(): { request: Request; context: PolicyContext; end: () => void } {
  const request = new Request();
  const branch = branchOf(request as unknown as PolicyContext);
  return { request, context: branch.context, end: () => branch.end() };
}

test('a branch acts on its request', () => {
  const { request, context, end } = begin();
  context.variables.set('a', 1);
  context.response = null;
  assert.equal(context.requestId, 'r1');
  assert.equal(context.openResponse(), 'r1');
  assert.deepEqual([...request.variables], [['a', 1]]);
  end();
});

test('what a branch waits for is given up when it ends, and the request goes on', () => {
  const { request, context, end } = begin();
  let isGivenUp = false;
  context.signal.addEventListener('abort', () => (isGivenUp = true));
  end();
  assert.equal(isGivenUp, true);
  assert.equal(context.signal.aborted, true);
  assert.equal(request.signal.aborted, false);
});

test('a branch that is over can neither read nor change anything', () => {
  const { request, context, end } = begin();
  end();
  assert.throws(() => context.variables, BranchOver);
  assert.throws(() => (context.response = null), BranchOver);
  assert.equal(request.variables.size, 0);
});

test('a branch is given up when the caller goes away, before it began or after', () => {
  const { request, context, end } = begin();
  request.signal.abort();
  assert.equal(context.signal.aborted, true);
  const late = branchOf(request as unknown as PolicyContext);
  assert.equal(late.context.signal.aborted, true);
  late.end();
  end();
});
