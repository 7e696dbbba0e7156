import assert from 'node:assert/strict';
import { METHODS } from 'node:http';
import { test } from 'node:test';
import { fieldName } from '../fieldName.ts';
import { HeaderMap } from '../HeaderMap.ts';
import { endToEnd } from '../hopByHop.ts';
import { Chance } from './testing/Chance.ts';
import { oddRequests } from './testing/oddRequests.ts';
import { oddResponse } from './testing/oddResponse.ts';
import { readOurs, readTheirs } from './testing/readRequests.ts';
import { readOurResponse, readTheirResponse } from './testing/readResponse.ts';
import type { ReadRequest } from './testing/readRequests.ts';

const seed = Number(process.env['SEED'] ?? 1);
const count = Number(process.env['CASES'] ?? 1_500);

test('whatever request is accepted here, llhttp in strict mode accepts and reads in the same way', async () => {
  const chance = new Chance(seed);
  let accepted = 0;
  for (let index = 0; index < count; index++) {
    const bytes = oddRequests(chance);
    const pieces = chance.cut(bytes);
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

test('whatever answer is accepted here, llhttp in strict mode accepts and reads in the same way', async () => {
  const chance = new Chance(seed);
  let accepted = 0;
  for (let index = 0; index < count; index++) {
    const { method, bytes } = oddResponse(chance);
    const [ours, whole, theirs] = await Promise.all([
      readOurResponse(method, chance.cut(bytes)),
      readOurResponse(method, [bytes]),
      readTheirResponse(method, [bytes]),
    ]);
    const about = `${method}: ${JSON.stringify(bytes.toString('latin1'))}`;
    assert.deepEqual(ours, whole, `pieces change what is read of ${about}`);
    if (!ours) continue;
    assert.deepEqual(ours, theirs && { ...theirs, headers: endToEndOf(theirs.headers) }, about);
    accepted++;
  }
  assert.ok(accepted > count / 10, `only ${accepted} were accepted: the test would prove little`);
});

/** Fields of one connection are not passed on. */
function endToEndOf(lines: readonly string[]): string[] {
  const headers = new HeaderMap();
  for (let at = 0; at + 1 < lines.length; at += 2)
    headers.addParsed(fieldName(lines[at]!), lines[at + 1]!);
  return [...endToEnd(headers)].flat();
}

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
