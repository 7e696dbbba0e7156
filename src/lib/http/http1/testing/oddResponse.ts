import type { Chance } from './Chance.ts';
import { framings, oddFields, oddFramings } from './oddParts.ts';

/** An answer that is nearly right, some of it spoiled, to a request with this method. */
export function oddResponse(chance: Chance): { readonly method: string; readonly bytes: Buffer } {
  const method = chance.pick(['GET', 'GET', 'GET', 'HEAD', 'POST']);
  const interim = chance.oneIn(8) ? 'HTTP/1.1 103 Early Hints\r\nX: 1\r\n\r\n' : '';
  const bytes = Buffer.from(interim + message(chance), 'latin1');
  return { method, bytes: chance.spoil(bytes) };
}

function message(chance: Chance): string {
  const line = chance.mostly(statusLines, oddStatusLines);
  const fields = Array.from({ length: chance.below(4) }, () =>
    chance.mostly(goodFields, oddFields),
  );
  const framed = chance.pick(chance.oneIn(4) ? oddFramings : framings);
  const lineBreak = chance.mostly(['\r\n'], ['\n', '\r']);
  const behind = chance.oneIn(16) ? 'more' : '';
  return `${[line, ...fields, ...framed.fields].join(lineBreak)}\r\n\r\n${framed.body}${behind}`;
}

const statusLines = [
  'HTTP/1.1 200 OK',
  'HTTP/1.1 200 OK',
  'HTTP/1.1 404 Not Found',
  'HTTP/1.1 204 No Content',
  'HTTP/1.1 304 Not Modified',
  'HTTP/1.1 500 ',
];
const oddStatusLines = [
  'HTTP/1.0 200 OK',
  'HTTP/1.1 200',
  'HTTP/1.1 99 OK',
  'HTTP/1.1 1000 OK',
  'HTTP/1.1  200 OK',
  'HTTP/2 200 OK',
  'HTTP/1.1 101 Switching',
  'HTTP/1.1 200\tOK',
  'HTTP/1.1 200 \xe9',
];
const goodFields = [
  'X: 1',
  'X:1',
  'X:  1  ',
  'X:',
  'Set-Cookie: a=b',
  'Connection: keep-alive',
  'Server: x',
];
