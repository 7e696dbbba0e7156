/** Requests that are nearly right, by chance: the same ones for the same seed. */
export class OddRequests {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Bytes of one or more requests, with some of them spoiled. */
  next(): Buffer {
    const text = Array.from({ length: 1 + this.#below(3) }, () => this.#request()).join('');
    return this.#spoil(Buffer.from(text, 'latin1'));
  }

  /** The same bytes in pieces. */
  cut(bytes: Buffer): Buffer[] {
    const pieces: Buffer[] = [];
    for (let at = 0; at < bytes.length;) {
      const to = at + 1 + this.#below(this.#chance(4) ? 3 : bytes.length);
      pieces.push(bytes.subarray(at, to));
      at = to;
    }
    return pieces;
  }

  #request(): string {
    const line = [
      this.#mostly(methods, oddMethods),
      this.#mostly(targets, oddTargets),
      this.#mostly(['HTTP/1.1'], oddVersions),
    ].join(this.#mostly([' '], oddSpaces));
    const fields = Array.from({ length: this.#below(4) }, () =>
      this.#mostly(goodFields, oddFields),
    );
    fields.splice(this.#below(fields.length + 1), 0, ...(this.#chance(20) ? [] : ['Host: a']));
    const framed = this.#chance(4) ? this.#pick(oddFramings) : this.#pick(goodFramings);
    const lineBreak = this.#mostly(['\r\n'], ['\n', '\r']);
    return `${[line, ...fields, ...framed.fields].join(lineBreak)}\r\n\r\n${framed.body}`;
  }

  /** One in sixteen is odd. */
  #mostly<T>(good: readonly T[], odd: readonly T[]): T {
    return this.#pick(this.#chance(16) ? odd : good);
  }

  /** A few bytes are changed, dropped or doubled. */
  #spoil(bytes: Buffer): Buffer {
    let spoiled = bytes;
    for (let count = this.#chance(2) ? this.#below(3) : 0; count > 0; count--) {
      const at = this.#below(spoiled.length);
      const odd = Buffer.from(this.#pick(oddBytes), 'latin1');
      const skipped = this.#below(3);
      spoiled = Buffer.concat([spoiled.subarray(0, at), odd, spoiled.subarray(at + skipped)]);
    }
    return spoiled;
  }

  #pick<T>(choices: readonly T[]): T {
    return choices[this.#below(choices.length)]!;
  }

  #chance(in_: number): boolean {
    return this.#below(in_) === 0;
  }

  /** A number from 0 to below the limit (mulberry32). */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}

// llhttp knows only some methods: others would show nothing.
const methods = ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH', 'DELETE'];
const oddMethods = ['G@T', '', 'CONNECT', 'GET\t'];
const targets = ['/', '/a?b=c', '/%2e', 'http://a/x', 'http://a'];
const oddTargets = ['*', 'a:80', '/\t', '/\xe9', '/#x', '', 'http://b/', 'ftp://a/'];
const oddVersions = ['HTTP/1.0', 'HTTP/2.0', 'HTTP/1.2', 'http/1.1', 'HTTP/1.1 ', ''];
const oddSpaces = ['  ', '\t'];
const oddBytes = [
  '\r',
  '\n',
  '\r\n',
  '\0',
  ' ',
  '\t',
  ':',
  ',',
  ';',
  '0',
  'f',
  '\x7f',
  '\x80',
  '\xff',
  '\x0b',
];

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
const oddFields = [
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
const goodFramings: readonly Framed[] = [
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
const oddFramings: readonly Framed[] = [
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
