import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '../../lib/testing/properties.ts';
import { RewriteTemplate } from './RewriteTemplate.ts';
import type { Rewritten } from './RewriteTemplate.ts';

function fill(template: string, values: Readonly<Record<string, string>> = {}): Rewritten {
  return new RewriteTemplate(template).fill((name) => encodeURIComponent(values[name] ?? ''));
}

test('a template is a path and a query with values in their places', () => {
  assert.deepEqual(fill('/a/{id}/b?x={y}&z=1', { id: '7 8', y: 'a&b' }), {
    path: '/a/7%208/b',
    query: 'x=a%26b&z=1',
  });
});

test('a template without a path or without its slash is completed', () => {
  assert.deepEqual(fill('?a=1'), { path: '', query: 'a=1' });
  assert.deepEqual(fill('data.json'), { path: '/data.json', query: '' });
});

test('literal text is percent-encoded where it must be, and no more', () => {
  assert.deepEqual(fill('/a b/ä/%7E%2F/#?q=ü "x"#'), {
    path: '/a%20b/%C3%A4/~%2F/%23',
    query: 'q=%C3%BC%20%22x%22%23',
  });
  assert.equal(fill('/100%/x').path, '/100%25/x');
});

test('HP-13: dot segments lead nowhere, however they are spelled', () => {
  const climbing = [
    '/a/../b',
    '/a/..',
    '/./a',
    '/a/%2e%2E/b',
    '/a/..%2Fb',
    '/a/..;x=1/b',
    '/a\\..\\b',
  ];
  for (const each of climbing) assert.equal(fill(each).path, undefined, each);
});

test('a value cannot make a dot segment, alone or with the text beside it', () => {
  assert.equal(fill('/files/{name}', { name: '..' }).path, undefined);
  assert.equal(fill('/files/.{name}/x', { name: '.' }).path, undefined);
  assert.equal(fill('/files/{name}', { name: '../x' }).path, undefined);
  assert.equal(fill('/files/{name}', { name: '..\\x' }).path, undefined);
  assert.equal(fill('/files/{name}.json', { name: '..' }).path, '/files/...json');
});

test('a value stays in its segment and in its parameter, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const { path, query } = fill('/a/{v}/b?v={v}&w=1', { v: value.toWellFormed() });
      const parameters = new URLSearchParams(query);
      assert.equal([...parameters].length, 2);
      assert.equal(parameters.get('v'), value.toWellFormed());
      if (path === undefined) return;
      const [, first, middle, last, ...more] = path.split('/');
      assert.deepEqual([first, last, more], ['a', 'b', []]);
      assert.equal(decodeURIComponent(middle ?? ''), value.toWellFormed());
    }),
  );
});

test('what is wrong whatever the values are is told beforehand', () => {
  assert.equal(new RewriteTemplate('/a/{id}?b={c}').problem, undefined);
  for (const text of ['/a/{id', '/a/id}', '/a?b={}', '/{a{b}}']) {
    assert.match(new RewriteTemplate(text).problem?.message ?? '', /braces/, text);
  }
  assert.match(new RewriteTemplate('/a/../{id}').problem?.message ?? '', /no path/);
});
