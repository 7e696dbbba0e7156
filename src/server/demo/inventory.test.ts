import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createInventoryBackend } from './inventory.ts';

const server = createServer(
  createInventoryBackend({ username: 'gateway', password: 'pässword:1' }),
);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});
const right = basic('gateway:pässword:1');

test('stock is answered as XML', async () => {
  const response = await get('/stock/rope', right);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'application/xml; charset=utf-8');
  assert.equal(
    await response.text(),
    '<?xml version="1.0" encoding="utf-8"?>\n<stock sku="rope"><name>Hemp rope, 30 m &amp; hook</name><onHand>0</onHand></stock>\n',
  );
});

test('items are JSON, or XML to who prefers it, RFC 9110 §12.5.1', async () => {
  for (const [accept, type] of [
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['application/xml', 'application/xml'],
    ['text/xml', 'application/xml'],
    ['application/json;q=0.5, application/xml', 'application/xml'],
    ['application/xml;q=0.5, application/json', 'application/json'],
    ['application/xml;q=0.9, */*;q=0.8', 'application/xml'],
    ['application/xml;q=0, */*', 'application/json'],
    ['text/html', 'application/json'],
    [';;q=x,,', 'application/json'],
  ] as const) {
    const response = await get('/items', right, { accept });
    assert.equal(response.headers.get('content-type'), `${type}; charset=utf-8`, accept);
    assert.match(await response.text(), /Storm lantern/);
  }
});

test('every other credential gets a challenge, RFC 7617', async () => {
  for (const authorization of [
    '',
    'Basic',
    basic(''),
    basic('gateway:'),
    basic('gateway:password:1'),
    basic('Gateway:pässword:1'),
    basic('gateway:pässword:1 '),
    basic('gateway:pässword:1').replace('Basic', 'Bearer'),
    `${right}, ${right}`,
    `${right}\u00e4`,
  ]) {
    const response = await get('/stock/anchor', authorization);
    assert.equal(response.status, 401, authorization);
    assert.equal(
      response.headers.get('www-authenticate'),
      'Basic realm="inventory", charset="UTF-8"',
    );
    assert.doesNotMatch(await response.text(), /Anchor/);
  }
});

test('the scheme is read without case, RFC 9110 §11.1', async () => {
  assert.equal((await get('/items', right.replace('Basic', 'bAsIc'))).status, 200);
});

test('what is not there is 404, and nothing can be written', async () => {
  for (const path of ['/', '/stock/', '/stock/nothing', '/stock/%ff'])
    assert.equal((await get(path, right)).status, 404, path);
  const headers = { authorization: right };
  const post = await fetch(`${origin}/items`, { method: 'POST', headers });
  assert.equal(post.status, 405);
  assert.equal(post.headers.get('allow'), 'GET, HEAD');
});

function basic(credentials: string): string {
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function get(
  path: string,
  authorization: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(origin + path, { headers: { authorization, ...headers } });
}
