import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostOperation } from '../../engine/snapshot/hosts.ts';
import { emptyPlan } from '../../engine/snapshot/PlanBuilder.ts';
import type { CompiledOperation } from '../../engine/snapshot/Snapshot.ts';
import { Query } from '../../lib/http/Query.ts';
import { operation as noun } from '../../model/operation.ts';
import { originOf } from '../../model/resources.ts';
import { OperationTable } from './OperationTable.ts';

/** What is found of operations that are written as `GET /orders/{id}`, and the values of parameters. */
function finderOf(...written: readonly string[]): (request: string) => string | undefined {
  const table = new OperationTable();
  // Another API has the same paths, and must not be seen.
  table.add(written.map((each) => compiled(`other ${each}`, each)));
  const root = table.add(written.map((each) => compiled(each, each)));
  return (request) => {
    const [method, target] = request.split(' ');
    const [path, query] = target!.split('?');
    const found = table.match(root, method!, path!, new Query(query));
    return found && [found.operation.host.id, ...found.parameters].join(' ');
  };
}

function compiled(id: string, written: string): CompiledOperation {
  const [method, urlTemplate] = written.split(' ');
  const names = [...urlTemplate!.matchAll(/\{\*?([^}]+)\}/g)].map((match) => match[1]);
  const templateParameters = names.map((name) => ({ name, type: 'string', required: true }));
  const properties = noun.read(
    id,
    { displayName: id, method, urlTemplate, templateParameters },
    ({ code }) => assert.fail(code),
  );
  const resource = { id, properties: properties!, origin: originOf(id) };
  return {
    resource,
    host: hostOperation(resource),
    plan: emptyPlan,
    productPlans: new Map(),
    sampleResponse: () => undefined,
  };
}

const permutations = [
  ['GET /a/b', 'GET /a/{x}.json', 'GET /a/{x}', 'GET /*'],
  ['GET /*', 'GET /a/{x}', 'GET /a/{x}.json', 'GET /a/b'],
];

for (const written of permutations) {
  test(`fixed text goes before a pattern, that before a parameter, that before a wildcard: ${written[0]} first`, () => {
    const find = finderOf(...written);
    assert.equal(find('GET /A/B'), 'GET /a/b');
    assert.equal(find('GET /a/c.JSON'), 'GET /a/{x}.json x,c');
    assert.equal(find('GET /a/c'), 'GET /a/{x} x,c');
    assert.equal(find('GET /a/b/c'), 'GET /*');
    assert.equal(find('POST /a/b'), undefined);
  });

  test(`the template that asks for more of the query goes first: ${written[0]} first`, () => {
    const find = finderOf(...written.map((each) => `${each}?q={q}`), ...written);
    assert.equal(find('GET /a/b?q=1'), 'GET /a/b?q={q} q,1');
    assert.equal(find('GET /a/b'), 'GET /a/b');
  });
}

test('the next best is tried when the rest of the path does not match', () => {
  const find = finderOf('GET /a/b/c', 'GET /{x}/b/d', 'GET /{*rest}');
  assert.equal(find('GET /a/b/d'), 'GET /{x}/b/d x,a');
  assert.equal(find('GET /a/b/e'), 'GET /{*rest} rest,a/b/e');
});

test('more fixed text in a segment goes first, however many parameters stand beside it', () => {
  for (const written of [
    ['GET /{a}-{b}', 'GET /{x}.json'],
    ['GET /{x}.json', 'GET /{a}-{b}'],
  ]) {
    const find = finderOf(...written);
    assert.equal(find('GET /a-b.json'), 'GET /{x}.json x,a-b');
    assert.equal(find('GET /a-b'), 'GET /{a}-{b} a,a b,b');
  }
});

test('templates that differ in fixed text alone keep their own places of parameters', () => {
  const find = finderOf('GET /a/{x}', 'GET /b/{x}', 'GET /{x}/c', 'GET /a/{y}/d');
  assert.equal(find('GET /b/1'), 'GET /b/{x} x,1');
  assert.equal(find('GET /z/c'), 'GET /{x}/c x,z');
  assert.equal(find('GET /a/1/d'), 'GET /a/{y}/d y,1');
});

test('no parameter takes a part of an encoded character', () => {
  const find = finderOf('GET /{x}9', 'GET /p/{a}{b}');
  assert.equal(find('GET /%C3%A9'), undefined);
  assert.equal(find('GET /%C3%A99'), 'GET /{x}9 x,é');
  assert.equal(find('GET /p/%C3%A9'), undefined);
  assert.equal(find('GET /p/%F0%9F%98%80%E2%82%AC%25'), 'GET /p/{a}{b} a,😀 b,€%');
});

test('a table finds each of a thousand operations', () => {
  const written = Array.from({ length: 1_000 }, (_, at) => `GET /s${at % 100}/t${at}/{id}`);
  const find = finderOf(...written);
  for (const [at, each] of written.entries()) {
    assert.equal(find(`GET /s${at % 100}/t${at}/7`), `${each} id,7`);
  }
  assert.equal(find('GET /s0/t1/7'), undefined);
});
