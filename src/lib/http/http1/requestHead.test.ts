import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headText } from './HeadText.ts';
import { Malformed } from './Malformed.ts';
import { parseRequestHead } from './requestHead.ts';

const limits = { maxHeaderBytes: 1_000, maxHeaders: 4 };

function statusOf(lines: readonly string[]): number {
  try {
    parseRequestHead(headText(lines.map((line) => `${line}\r\n`).join('')), limits);
    return 200;
  } catch (error) {
    if (error instanceof Malformed) return error.status;
    throw error;
  }
}

function refused(name: string, status: number, ...heads: readonly (readonly string[])[]): void {
  test(name, () => {
    for (const head of heads) assert.equal(statusOf(head), status, JSON.stringify(head));
  });
}

const get = 'GET / HTTP/1.1';
const post = 'POST / HTTP/1.1';
const host = 'Host: a';

test('a request is read with its target, authority and fields', () => {
  const text = 'GET /a?b HTTP/1.1\r\nHost: a:81\r\nX-One:1\r\nx-one:  2 \r\n';
  const head = parseRequestHead(headText(text), limits);
  assert.equal(head.method, 'GET');
  assert.equal(head.target, '/a?b');
  assert.equal(head.authority, 'a:81');
  assert.deepEqual(head.headers.values('X-ONE'), ['1', '2']);
  assert.equal(head.framing, 0);
  assert.ok(head.isPersistent);
});

refused(
  'a request without oddities is taken',
  200,
  [get, host],
  [post, host, 'Content-Length: 5'],
  [post, host, 'Transfer-Encoding: chunked'],
  ['GET http://a/x HTTP/1.1', host],
  ['GET / HTTP/1.0'],
);

refused(
  'HP-1: Content-Length beside Transfer-Encoding is refused',
  400,
  [post, host, 'Content-Length: 5', 'Transfer-Encoding: chunked'],
  [post, host, 'Transfer-Encoding: chunked', 'Content-Length: 5'],
);

refused(
  'HP-2: a length that is repeated or no number is refused',
  400,
  ...['+5', '-5', '5,5', '5, 5', '0x5', '5;', '5 5', '', '1e3', '9999999999999999'].map(
    (length) => [post, host, `Content-Length: ${length}`],
  ),
  [post, host, 'Content-Length: 5', 'Content-Length: 5'],
  [post, host, 'Content-Length: 5', 'Content-Length: 6'],
);

refused(
  'HP-3: any transfer coding but chunked alone is refused',
  400,
  ...[
    '\tchunked',
    'xchunked',
    'chunked, chunked',
    'gzip, chunked',
    'chunked, identity',
    'chunked,',
    ',chunked',
    '"chunked"',
    'chunked;q=1',
    'identity',
    '',
    '\x0bchunked',
  ].map((coding) => [post, host, `Transfer-Encoding: ${coding}`]),
  [post, host, 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked'],
  ['POST / HTTP/1.0', 'Transfer-Encoding: chunked'],
);

refused(
  'HP-5: folded lines and names that are none are refused',
  400,
  [get, host, 'X: 1', ' folded'],
  [get, host, ' X: 1'],
  [get, host, 'X : 1'],
  [get, host, 'X\t: 1'],
  [get, host, ': 1'],
  [get, host, 'X'],
  [get, host, 'X(y): 1'],
  [get, host, 'X\x80: 1'],
  [get, ' ', host],
  [get, 'junk', host],
);

refused(
  'HP-4, HP-8: control characters in a field are refused',
  400,
  ...['a\rb', 'a\nb', 'a\0b', 'a\x7fb', 'a\x0bb'].map((value) => [get, host, `X: ${value}`]),
);

refused(
  'HP-6: without one proper Host, which the target does not contradict, nobody is served',
  400,
  [get],
  [get, host, host],
  [get, host, 'Host: b'],
  ...['', 'a b', 'u@a', 'a/b', 'a?b', 'a:b', '[::1', 'a,b', 'a#b'].map((name) => [
    get,
    `Host: ${name}`,
  ]),
  ['GET http://b/ HTTP/1.1', host],
  ['GET http://u@a/ HTTP/1.1', host],
);

refused(
  'targets in a form that is not served are refused',
  400,
  ['GET * HTTP/1.1', host],
  ['GET a:80 HTTP/1.1', host],
  ['GET ftp://a/ HTTP/1.1', host],
  ['GET /#x HTTP/1.1', host],
  ['GET /\xe9 HTTP/1.1', host],
);

refused(
  'a request line that is not exactly one is refused',
  400,
  ['GET  / HTTP/1.1', host],
  ['GET\t/ HTTP/1.1', host],
  [' GET / HTTP/1.1', host],
  ['GET / HTTP/1.1 ', host],
  ['GET / http/1.1', host],
  ['GET /', host],
  ['G@T / HTTP/1.1', host],
  [`${'A'.repeat(33)} / HTTP/1.1`, host],
);

refused(
  'versions that are not spoken here get 505',
  505,
  ['GET / HTTP/2.0', host],
  ['GET / HTTP/1.2', host],
);
refused(
  'HP-15: CONNECT gets 501',
  501,
  ['CONNECT a:443 HTTP/1.1', 'Host: a:443'],
  ['CONNECT / HTTP/1.1', host],
);
refused('an expectation that nobody can meet gets 417', 417, [post, host, 'Expect: 200-ok']);
refused('HP-16: more fields than allowed get 431', 431, [
  get,
  host,
  'A: 1',
  'B: 1',
  'C: 1',
  'D: 1',
]);

test('a connection ends with the request when it says so, or is HTTP/1.0', () => {
  const isPersistent = (head: string): boolean =>
    parseRequestHead(headText(head), limits).isPersistent;
  assert.equal(isPersistent('GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n'), false);
  assert.equal(isPersistent('GET / HTTP/1.0\r\nConnection: keep-alive\r\n'), false);
});
