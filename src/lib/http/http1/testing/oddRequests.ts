import type { Chance } from './Chance.ts';
import { framings, oddFields, oddFramings } from './oddParts.ts';

/** Bytes of one or more requests that are nearly right, with some of them spoiled. */
export function oddRequests(chance: Chance): Buffer {
  const text = Array.from({ length: 1 + chance.below(3) }, () => oddRequest(chance)).join('');
  return chance.spoil(Buffer.from(text, 'latin1'));
}

function oddRequest(chance: Chance): string {
  const line = [
    chance.mostly(methods, oddMethods),
    chance.mostly(targets, oddTargets),
    chance.mostly(['HTTP/1.1'], oddVersions),
  ].join(chance.mostly([' '], oddSpaces));
  const fields = Array.from({ length: chance.below(4) }, () =>
    chance.mostly(goodFields, oddFields),
  );
  fields.splice(chance.below(fields.length + 1), 0, ...(chance.oneIn(20) ? [] : ['Host: a']));
  const framed = chance.pick(chance.oneIn(4) ? oddFramings : framings);
  const lineBreak = chance.mostly(['\r\n'], ['\n', '\r']);
  return `${[line, ...fields, ...framed.fields].join(lineBreak)}\r\n\r\n${framed.body}`;
}

// llhttp knows only some methods: others would show nothing.
const methods = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH', 'DELETE'];
const oddMethods = ['G@T', '', 'CONNECT', 'GET\t'];
const targets = ['/', '/a?b=c', '/%2e', 'http://a/x', 'http://a'];
const oddTargets = ['*', 'a:80', '/\t', '/\xe9', '/#x', '', 'http://b/', 'ftp://a/'];
const oddVersions = ['HTTP/1.0', 'HTTP/2.0', 'HTTP/1.2', 'http/1.1', 'HTTP/1.1 ', ''];
const oddSpaces = ['  ', '\t'];
const goodFields = [
  'X: 1',
  'X:1',
  'X:  1  ',
  'X:',
  'X: a\x80b',
  'Connection: keep-alive',
  'TE: trailers',
  'Expect: 100-continue',
  'Connection: close',
];
