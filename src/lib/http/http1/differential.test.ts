import assert from 'node:assert/strict';
import { METHODS } from 'node:http';
import { test } from 'node:test';
import { OddRequests } from './testing/oddRequests.ts';
import { readOurs, readTheirs } from './testing/readRequests.ts';
import type { ReadRequest } from './testing/readRequests.ts';

const seed = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['CASES'] ?? 3_000);

test('whatever is accepted here, llhttp in strict mode accepts and reads in the same way', async () => {
  const odd = new OddRequests(seed);
  let accepted = 0;
  for (let index = 0; index < count; index++) {
    const bytes = odd.next();
    const pieces = odd.cut(bytes);
    const [ours, whole, theirs] = await Promise.all([
      readOurs(pieces),
      readOurs([bytes]),
      readTheirs([bytes]),
    ]);
    const about = JSON.stringify(bytes.toString('latin1'));
    assert.deepEqual(ours.requests, whole.requests, `pieces change what is read of ${about}`);
    const comparable = ours.requests.slice(0, methodsKnown(ours.requests));
    const same = theirs.requests.slice(0, comparable.length);
    assert.deepEqual(comparable.map(inOriginForm), same.map(inOriginForm), about);
    accepted += ours.requests.length;
  }
  assert.ok(accepted > count / 10, `only ${accepted} were accepted: the test would prove little`);
});

/** How many requests stand before one whose method llhttp does not know. */
function methodsKnown(requests: readonly ReadRequest[]): number {
  const unknown = requests.findIndex(({ method }) => !METHODS.includes(method));
  return unknown < 0 ? requests.length : unknown;
}

/** Targets in absolute form are read as if they were in origin form (RFC 9112 §3.2.2). */
function inOriginForm({ target, ...rest }: ReadRequest): ReadRequest {
  const path = target.replace(/^http:\/\/[^/?#]*/i, '');
  return { ...rest, target: path.startsWith('/') ? path : `/${path}` };
}
