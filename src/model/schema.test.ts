import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../lib/testing/properties.ts';
import { api } from './api.ts';
import { apiVersionSet } from './apiVersionSet.ts';
import { backend } from './backend.ts';
import { certificate } from './certificate.ts';
import { parseDuration } from './duration.ts';
import { group } from './group.ts';
import { logger } from './logger.ts';
import { namedValue } from './namedValue.ts';
import { operation } from './operation.ts';
import { policyFragment } from './policyFragment.ts';
import { problem } from './problems.ts';
import { product } from './product.ts';
import { originOf } from './resources.ts';
import {
  boolean,
  dateTime,
  duration,
  integer,
  list,
  object,
  oneOf,
  optional,
  record,
  secret,
  text,
  withDefault,
} from './schema.ts';
import type { Infer, Schema, SchemaIssue } from './schema.ts';
import { subscription } from './subscription.ts';
import { tag } from './tag.ts';
import { user } from './user.ts';

/** What a schema makes of a value, or its issues as `path: message`. */
function read<T>(schema: Pick<Schema<T>, 'read'>, value: unknown): T | string[] {
  const issues: SchemaIssue[] = [];
  const result = schema.read(value, [], (issue) => issues.push(issue));
  if (result !== undefined && issues.length === 0) return result;
  assert.equal(result, undefined, 'a value with issues must not be used');
  return issues.map(({ code, path, args, hint }) => {
    const { message } = problem(code, originOf('test'), args);
    return [path.join('.'), ': ', message, hint === undefined ? '' : ` ${hint}`].join('');
  });
}

const shape = object({
  name: text({ min: 1, max: 5, pattern: /^[a-z]+$/ }),
  state: withDefault(oneOf('open', 'closed'), 'open'),
  note: optional(text()),
  sizes: withDefault(list(integer({ min: 1, max: 9 }), { max: 2 }), []),
});

test('the type of an object schema has its defaults always and its optional members perhaps', () => {
  const value: Infer<typeof shape> = { name: 'a', state: 'closed', sizes: [] };
  assert.deepEqual(read(shape, { name: 'a', state: 'closed' }), value);
});

test('absent and null members take the default or stay away', () => {
  const expected = { name: 'a', state: 'open', sizes: [] };
  assert.deepEqual(read(shape, { name: 'a' }), expected);
  assert.deepEqual(read(shape, { name: 'a', state: null, note: null, sizes: null }), expected);
});

test('unknown members are passed over; case of names and of words is forgiven', () => {
  assert.deepEqual(read(shape, { Name: 'a', STATE: 'Closed', future: 1 }), {
    name: 'a',
    state: 'closed',
    sizes: [],
  });
});

test('every issue of a value is told, with its path', () => {
  assert.deepEqual(read(shape, { name: 'TOO long', state: 'opened', note: 7, sizes: ['x', 0] }), [
    'name: This should have at most 5 characters; it has 8.',
    "state: 'opened' is none of 'open', 'closed'. Did you mean 'open'?",
    'note: This should be a string, not a number.',
    'sizes.0: This should be a whole number, not a string.',
    'sizes.1: 0 is not a whole number between 1 and 9.',
  ]);
  assert.deepEqual(read(shape, { nane: 'a' }), [
    ": The property 'name' is missing. Did you mean 'name' where it says 'nane'?",
  ]);
  assert.deepEqual(read(shape, { name: '' }), [
    'name: This should have at least 1 characters; it has 0.',
  ]);
  assert.deepEqual(read(shape, { name: 'A' }), ['name: This does not match the pattern ^[a-z]+$.']);
  assert.deepEqual(read(shape, { name: 'a', sizes: [1, 2, 3] }), [
    'sizes: This should have at most 2 items; it has 3.',
  ]);
  assert.deepEqual(read(shape, []), [': This should be an object, not a list.']);
  assert.deepEqual(read(boolean(), 'true'), [': This should be true or false, not a string.']);
  assert.deepEqual(read(record(text()), { a: null }), ['a: This should be a string, not null.']);
});

test('the value of a secret is in no message', () => {
  const value = 'hunter2-hunter2';
  const said = [
    read(secret({ max: 3 }), value),
    read(secret({ pattern: /^\d+$/ }), value),
    read(record(secret()), { a: { value } }),
  ];
  assert.equal(said.flat().length, 3);
  assert.ok(!JSON.stringify(said).includes('hunter2'));
});

test('a record keeps a member called __proto__ as a member', () => {
  const value = read(record(text()), JSON.parse('{"__proto__": "x"}'));
  assert.deepEqual(Object.entries(value), [['__proto__', 'x']]);
});

test('durations are days to seconds; years, months and fragments are refused', () => {
  assert.deepEqual(read(duration(), 'PT1M30S'), { text: 'PT1M30S', ms: 90_000 });
  assert.equal(parseDuration('P1DT2H')?.ms, 26 * 3_600_000);
  assert.equal(parseDuration('PT0.25S')?.ms, 250);
  for (const wrong of ['', 'P', 'PT', 'P1M', 'P1Y', '1h', 'PT-1S', 'P1DT']) {
    assert.equal(parseDuration(wrong), undefined, wrong);
  }
  assert.deepEqual(read(duration(), '1h'), [": '1h' is not an ISO 8601 duration."]);
});

test('dates are ISO 8601', () => {
  assert.equal(read(dateTime(), '2026-01-31T12:00:00.1234567Z'), '2026-01-31T12:00:00.1234567Z');
  assert.deepEqual(read(dateTime(), '31.1.2026'), [": '31.1.2026' is not an ISO 8601 date."]);
});

const nouns = [
  api,
  apiVersionSet,
  backend,
  certificate,
  group,
  logger,
  namedValue,
  operation,
  policyFragment,
  product,
  subscription,
  tag,
  user,
];

test('no noun throws, whatever JSON it is given, and it says what is wrong when it reads nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...nouns), fc.jsonValue({ maxDepth: 3 }), (noun, value) => {
      let issues = 0;
      const result = noun.read('id', value, () => (issues += 1));
      assert.equal(result === undefined, issues > 0);
    }),
  );
});

test('an API that says only its path has the defaults of Azure', () => {
  assert.deepEqual(
    api.read('orders', { path: 'orders' }, () => assert.fail()),
    {
      displayName: 'orders',
      path: 'orders',
      protocols: ['https'],
      type: 'http',
      isOnline: true,
      subscriptionRequired: true,
      subscriptionKeyParameterNames: {
        header: 'Ocp-Apim-Subscription-Key',
        query: 'subscription-key',
      },
    },
  );
});

test('products and subscriptions fail closed: a key is required, a new subscription waits', () => {
  const fail = () => assert.fail();
  assert.equal(product.read('p', {}, fail)?.subscriptionRequired, true);
  assert.equal(product.read('p', {}, fail)?.state, 'notPublished');
  assert.equal(subscription.read('s', { scope: '/apis' }, fail)?.state, 'submitted');
});
