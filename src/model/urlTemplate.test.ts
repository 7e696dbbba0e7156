import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../lib/testing/properties.ts';
import { parseUrlTemplate } from './urlTemplate.ts';

test('a template has segments, required query parameters, and names', () => {
  assert.deepEqual(parseUrlTemplate('/files/{name}.json?date={date}&kind=a&flag'), {
    segments: [
      [{ kind: 'literal', text: 'files' }],
      [
        { kind: 'parameter', name: 'name', catchAll: false },
        { kind: 'literal', text: '.json' },
      ],
    ],
    query: [
      { name: 'date', value: [{ kind: 'parameter', name: 'date', catchAll: false }] },
      { name: 'kind', value: [{ kind: 'literal', text: 'a' }] },
      { name: 'flag', value: [] },
    ],
    parameters: ['name', 'date'],
  });
});

test('a wildcard takes the rest, with a name or without', () => {
  assert.deepEqual(parseUrlTemplate('/a/*'), {
    segments: [[{ kind: 'literal', text: 'a' }], [{ kind: 'wildcard' }]],
    query: [],
    parameters: [],
  });
  assert.deepEqual(parseUrlTemplate('{*rest}'), {
    segments: [[{ kind: 'parameter', name: 'rest', catchAll: true }]],
    query: [],
    parameters: ['rest'],
  });
});

test('the root has no segments', () => {
  assert.deepEqual(parseUrlTemplate('/'), { segments: [], query: [], parameters: [] });
});

function refused(text: string, reason: RegExp): void {
  const template = parseUrlTemplate(text);
  assert.match(typeof template === 'string' ? template : 'accepted', reason);
}

test('what cannot be matched is refused with a reason', () => {
  refused('/a/{id', /braces do not pair/);
  refused('/a/{}', /braces do not pair/);
  refused('/*/b', /only stand at the end/);
  refused('/{*rest}/b', /only stand at the end/);
  refused('/{id}?x={ID}', /'ID' stands in it twice/);
  refused('/a?{x}=1', /must be plain/);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'/{}*?&=a.'.split('')) }), (text) => {
      const template = parseUrlTemplate(text);
      assert.ok(typeof template === 'string' || Array.isArray(template.segments));
    }),
  );
});
