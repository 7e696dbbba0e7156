import assert from 'node:assert/strict';
import test from 'node:test';
import { allowedUrl, FetchProblem, fetchText } from './fetchText.ts';
import { TestWorld } from './world.fixture.ts';

const limits = { timeoutMs: 1000, maxBytes: 100, maxRedirects: 2 };
const never = (): AbortSignal => new AbortController().signal;
const first = 'https://a.example/1?secret=x';

function redirect(location: string, status = 302): () => Response {
  return () => new Response(null, { status, headers: { location } });
}

function read(world: TestWorld, url = first): Promise<string> {
  return fetchText(url, world.fetch, limits, never);
}

async function problem(reading: Promise<string>): Promise<string> {
  const error: unknown = await reading.then(assert.fail, (reason: unknown) => reason);
  assert.ok(error instanceof FetchProblem);
  assert.doesNotMatch(error.message, /secret/);
  return error.message;
}

test('reads a document up to its bound', async () => {
  const world = new TestWorld();
  world.documents.set(first, 'é'.repeat(50));
  assert.equal(await read(world), 'é'.repeat(50));
  world.documents.set(first, 'x'.repeat(101));
  assert.equal(await problem(read(world)), 'https://a.example/1: more than 100 bytes.');
});

test('a byte order mark before the text is not part of it', async () => {
  const world = new TestWorld();
  world.documents.set(first, '\ufeff{}');
  assert.equal(await read(world), '{}');
});

test('stops reading an endless document', async () => {
  const world = new TestWorld();
  let cancelled = false;
  world.documents.set(
    first,
    () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(10)),
          cancel: () => {
            cancelled = true;
          },
        }),
      ),
  );
  assert.match(await problem(read(world)), /more than 100 bytes/);
  assert.ok(cancelled);
});

test('follows redirects a few times, each through the same fetch', async () => {
  const world = new TestWorld();
  world.documents.set(first, redirect('/2'));
  world.documents.set('https://a.example/2', redirect('https://b.example/3', 308));
  world.documents.set('https://b.example/3', 'found');
  assert.equal(await read(world), 'found');
  assert.deepEqual(world.asked, [first, 'https://a.example/2', 'https://b.example/3']);
  world.documents.set('https://b.example/3', redirect('/4'));
  assert.match(await problem(read(world)), /more than 2 redirects/);
});

test('OW-7: a redirect cannot leave https, nor bring credentials', async () => {
  const world = new TestWorld();
  for (const location of [
    'http://a.example/2',
    'file:///etc/passwd',
    'data:,x',
    'https://u:p@a.example/',
    'https://',
  ]) {
    world.documents.set(first, redirect(location));
    assert.match(await problem(read(world)), /redirect to an address not allowed/, location);
  }
  assert.ok(world.asked.every((url) => url === first));
});

test('takes status 200 alone', async () => {
  const world = new TestWorld();
  for (const status of [201, 300, 304, 401, 404, 500]) {
    world.documents.set(first, () => new Response(status === 304 ? null : 'x', { status }));
    assert.equal(await problem(read(world)), `https://a.example/1: status ${status}.`);
  }
});

test('a network failure is a problem that does not repeat its cause', async () => {
  assert.equal(await problem(read(new TestWorld())), 'https://a.example/1: no connection.');
});

test('gives up when the time is over, even if nobody listens to the signal', async () => {
  const abort = new AbortController();
  const reading = fetchText(
    first,
    () => new Promise(() => {}),
    limits,
    (ms) => {
      assert.equal(ms, 1000);
      return abort.signal;
    },
  );
  abort.abort();
  assert.equal(await problem(reading), 'https://a.example/1: no answer within 1000 ms.');
  const late = fetchText(
    first,
    () => new Promise(() => {}),
    limits,
    () => AbortSignal.abort(),
  );
  assert.match(await problem(late), /no answer/);
});

test('plain http stays possible where it was asked for, and may move to https', () => {
  assert.equal(allowedUrl('/keys', 'http://127.0.0.1:1/x')?.href, 'http://127.0.0.1:1/keys');
  assert.equal(
    allowedUrl('https://a.example/', 'http://127.0.0.1:1/x')?.href,
    'https://a.example/',
  );
  assert.equal(allowedUrl('http://127.0.0.1:1/', 'https://a.example/'), undefined);
});
