/** Parts of messages that are right, and such as are nearly right. */
export const oddFields = [
  'X: 1',
  'X:1',
  'X:  1  ',
  'X: \t1\t',
  'X:',
  'X : 1',
  ' X: 1',
  ': 1',
  'X\t: 1',
  'X: a\x80b',
  'X: a\x01b',
  'X: 1\r\n folded',
  'Host: a',
  'Host: b',
  'Host: a:80',
  'Host:',
  'Host: a b',
  'Host: u@a',
  'Host: [::1]:80',
  'Connection: keep-alive',
  'Connection: close',
  'Connection: Keep-Alive, Close',
  'Connection: te',
  'Expect: 100-continue',
  'Expect: other',
  'X(y): 1',
  'X\x80: 1',
  '"X": 1',
  'TE: trailers',
  'Trailer: X',
];

interface Framed {
  readonly fields: readonly string[];
  readonly body: string;
}

const goodChunks: readonly [string, ...string[]] = [
  '5\r\nhello\r\n0\r\n\r\n',
  '0\r\n\r\n',
  '1\r\na\r\n2;x=y\r\nbc\r\n0\r\nX: 1\r\n\r\n',
];
const oddChunks = [
  '05\r\nhello\r\n0\r\n\r\n',
  '5 \r\nhello\r\n0\r\n\r\n',
  '5\nhello\r\n0\r\n\r\n',
  '0x5\r\nhello\r\n0\r\n\r\n',
  '5\r\nhello0\r\n\r\n',
  '5\r\nhello\n0\r\n\r\n',
  '+5\r\nhello\r\n0\r\n\r\n',
  'FFFFFFFFFFFFFFFF1\r\n',
  '-1\r\n\r\n',
  '5;\r\nhello\r\n0\r\n\r\n',
  '5;a="\r\n"\r\nhello\r\n0\r\n\r\n',
  '5;a= b\r\nhello\r\n0\r\n\r\n',
  '5;\x80\r\nhello\r\n0\r\n\r\n',
  '0\r\nX : 1\r\n\r\n',
  '0\r\nX: 1\n\r\n',
  '0\r\n',
  '',
  '5\r\r\nhello\r\n0\r\n\r\n',
  '5;a="b\\"c"\r\nhello\r\n0\r\n\r\n',
];

const chunked = (body: string): Framed => ({ fields: ['Transfer-Encoding: chunked'], body });
export const framings: readonly Framed[] = [
  { fields: [], body: '' },
  { fields: ['Content-Length: 5'], body: 'hello' },
  ...goodChunks.map(chunked),
];

const lengths = [
  '0',
  '+5',
  '5, 5',
  '-5',
  ' 5',
  '5 ',
  '0x5',
  '05',
  '5;',
  '',
  '99999999999999999999',
  '5\t',
];
const codings = [
  'Chunked',
  'chunked, chunked',
  'gzip, chunked',
  'chunked, gzip',
  'identity',
  'xchunked',
  '\tchunked',
  'chunked;q=1',
  '"chunked"',
  'chunked,',
  ',chunked',
  '\x0bchunked',
  'chunked\x0b',
  '',
];
const [body] = goodChunks;
export const oddFramings: readonly Framed[] = [
  ...oddChunks.map(chunked),
  ...lengths.map((length) => ({ fields: [`Content-Length: ${length}`], body: 'hello' })),
  ...codings.map((coding) => ({ fields: [`Transfer-Encoding: ${coding}`], body })),
  { fields: ['Content-Length: 5', 'Content-Length: 5'], body: 'hello' },
  { fields: ['Content-Length: 5', 'Content-Length: 6'], body: 'hello!' },
  { fields: ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], body },
  { fields: ['Transfer-Encoding: chunked', 'Content-Length: 5'], body },
  { fields: ['Content-Length: 5', 'Transfer-Encoding: chunked'], body },
  { fields: ['Content-Length : 5'], body: 'hello' },
  { fields: ['Transfer-Encoding : chunked'], body },
  { fields: ['Transfer_Encoding: chunked'], body: '' },
];
