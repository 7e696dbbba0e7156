import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../testing/properties.ts';
import { sampleOf } from './sample.ts';

const document = {
  components: {
    schemas: {
      Order: {
        type: 'object',
        properties: {
          id: { type: 'integer', minimum: 100 },
          state: { enum: ['open', 'closed'] },
          placed: { type: 'string', format: 'date-time' },
          secret: { type: 'string', writeOnly: true },
          parent: { $ref: '#/components/schemas/Order' },
        },
      },
      Loop: { $ref: '#/components/schemas/Loop' },
      'a/b': { const: 1 },
    },
  },
};

test("a schema's own example, constant, default or first choice is the sample", () => {
  assert.deepEqual(sampleOf({ type: 'object', example: { a: 1 } }, {}), { a: 1 });
  assert.equal(sampleOf({ const: 'x' }, {}), 'x');
  assert.equal(sampleOf({ type: 'integer', default: 3 }, {}), 3);
  assert.equal(sampleOf({ examples: ['first', 'second'] }, {}), 'first');
  assert.equal(sampleOf({ enum: ['a', 'b'] }, {}), 'a');
});

test('a value is made from each type, within its bounds', () => {
  assert.equal(sampleOf({ type: 'integer' }, {}), 1);
  assert.equal(sampleOf({ type: 'integer', minimum: 5 }, {}), 5);
  assert.equal(sampleOf({ type: 'integer', minimum: 5, exclusiveMinimum: true }, {}), 6);
  assert.equal(sampleOf({ type: 'integer', exclusiveMinimum: 5 }, {}), 6);
  assert.equal(sampleOf({ type: 'number', maximum: 0 }, {}), 0);
  assert.equal(sampleOf({ type: 'boolean' }, {}), true);
  assert.equal(sampleOf({ type: ['null', 'string'] }, {}), 'string');
  assert.equal(sampleOf({ type: 'null' }, {}), null);
  assert.equal(
    sampleOf({ type: 'string', format: 'uuid' }, {}),
    '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  );
  assert.equal(sampleOf({ type: 'string', minLength: 8 }, {}), 'stringxx');
  assert.equal(sampleOf({ type: 'string', maxLength: 3 }, {}), 'str');
  assert.deepEqual(
    sampleOf({ type: 'array', items: { type: 'integer' }, minItems: 2 }, {}),
    [1, 1],
  );
  assert.deepEqual(sampleOf({ additionalProperties: { type: 'integer' } }, {}), { key: 1 });
});

test('references are followed, and a schema that holds itself ends', () => {
  const sample = sampleOf({ $ref: '#/components/schemas/Order' }, document);
  const levels = JSON.stringify(sample).split('"parent"').length;
  assert.deepEqual(Object.keys(Object(sample)), ['id', 'state', 'placed', 'parent']);
  assert.equal(Object(sample).id, 100);
  assert.ok(levels > 2 && levels < 12, `${levels} levels`);
  assert.equal(sampleOf({ $ref: '#/components/schemas/Loop' }, document), undefined);
  assert.equal(sampleOf({ $ref: '#/components/schemas/a~1b' }, document), 1);
  assert.equal(sampleOf({ $ref: '#/components/schemas/None' }, document), undefined);
  assert.equal(sampleOf({ $ref: 'http://example.com/x' }, document), undefined);
});

test('allOf puts the members of its parts together, oneOf takes its first', () => {
  const a = { properties: { a: { const: 1 } } };
  const b = { properties: { b: { const: 2 } } };
  assert.deepEqual(sampleOf({ allOf: [a, b] }, {}), { a: 1, b: 2 });
  assert.deepEqual(sampleOf({ allOf: [a], ...b }, {}), { a: 1, b: 2 });
  assert.deepEqual(sampleOf({ allOf: [{ type: 'integer' }] }, {}), 1);
  assert.deepEqual(sampleOf({ oneOf: [b, a] }, {}), { b: 2 });
});

test('any schema, however strange, gives a sample of bounded size and never throws', () => {
  const wide = { type: 'object', properties: Object.fromEntries(letters(50)) };
  function letters(count: number): [string, unknown][] {
    return Array.from({ length: count }, (_, i) => [`p${i}`, { $ref: '#/w' }]);
  }
  assert.ok(JSON.stringify(sampleOf({ $ref: '#/w' }, { w: wide })).length < 50_000);
  const keyword = fc.constantFrom('type', '$ref', 'items', 'properties', 'allOf', 'oneOf', 'enum');
  const strange = fc.letrec((tie) => ({
    schema: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<unknown>('#', '#/a', 'object', 'array', null, true, 7, '#/%zz'),
      fc.array(tie('schema'), { maxLength: 3 }),
      fc.dictionary(keyword, tie('schema'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(strange.schema, (schema) => {
      JSON.stringify(sampleOf(schema, { a: schema }));
    }),
  );
});
