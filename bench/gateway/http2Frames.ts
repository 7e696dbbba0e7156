/** As much of HTTP/2 (RFC 9113) and of its header compression (RFC 7541) as a load generator needs. */

export const preface = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
export const frameType = {
  data: 0,
  headers: 1,
  resetStream: 3,
  settings: 4,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
} as const;
/** END_STREAM of DATA and HEADERS, ACK of SETTINGS and PING. */
export const endOrAcknowledge = 1;
export const endHeaders = 4;
const frameHeadBytes = 9;

export interface Frame {
  readonly type: number;
  readonly flags: number;
  readonly stream: number;
  readonly content: Buffer;
}

export function frame(
  type: number,
  flags: number,
  stream: number,
  content: Uint8Array = new Uint8Array(),
): Buffer {
  const bytes = Buffer.allocUnsafe(frameHeadBytes + content.length);
  bytes.writeUIntBE(content.length, 0, 3);
  bytes[3] = type;
  bytes[4] = flags;
  bytes.writeUInt32BE(stream, 5);
  bytes.set(content, frameHeadBytes);
  return bytes;
}

/** SETTINGS, each an identifier and its value. */
export function settings(...values: readonly (readonly [number, number])[]): Buffer {
  const content = Buffer.alloc(6 * values.length);
  for (const [at, [identifier, value]] of values.entries()) {
    content.writeUInt16BE(identifier, 6 * at);
    content.writeUInt32BE(value, 6 * at + 2);
  }
  return frame(frameType.settings, 0, 0, content);
}

/** Lets the other side send so many bytes more on a connection. */
export function windowUpdate(bytes: number): Buffer {
  const content = Buffer.alloc(4);
  content.writeUInt32BE(bytes);
  return frame(frameType.windowUpdate, 0, 0, content);
}

/** The whole frames at the beginning, and what is left. */
export function readFrames(bytes: Buffer): { readonly frames: Frame[]; readonly rest: Buffer } {
  const frames: Frame[] = [];
  let at = 0;
  while (bytes.length - at >= frameHeadBytes) {
    const end = at + frameHeadBytes + bytes.readUIntBE(at, 3);
    if (end > bytes.length) break;
    frames.push({
      type: bytes[at + 3]!,
      flags: bytes[at + 4]!,
      stream: bytes.readUInt32BE(at + 5) & 0x7fff_ffff,
      content: bytes.subarray(at + frameHeadBytes, end),
    });
    at = end;
  }
  return { frames, rest: bytes.subarray(at) };
}

/** Whether a header block begins with `:status: 200`: index 8, perhaps behind new sizes of the table. */
export function isOk(block: Buffer): boolean {
  let at = 0;
  while (at < block.length && block[at]! >> 5 === 0b001) {
    const isLong = (block[at]! & 0x1f) === 0x1f;
    at++;
    while (isLong && block[at]! >= 0x80) at++;
    if (isLong) at++;
  }
  return block[at] === 0x88;
}

/** `:method: GET`, `:scheme: https`, and the name `:authority` of the static table. */
const [get, https, authorityName] = [0x82, 0x87, 1];
const firstDynamic = 62;

/**
 * Header blocks of requests that are all alike. The first brings its fields into the table of the
 * connection, as browsers and libraries do; all others name the places there.
 */
export class HeaderBlocks {
  readonly #first: Buffer;
  readonly #other: Buffer;
  #isFirst = true;

  constructor(authority: string, path: string, headers: Readonly<Record<string, string>>) {
    const fields = [[':path', path], ...Object.entries(headers)];
    const literals = fields.map(([name, value]) =>
      Buffer.concat([Buffer.of(0x40), text(name!.toLowerCase()), text(value!)]),
    );
    const own = Buffer.concat([Buffer.of(0x40 | authorityName), text(authority)]);
    this.#first = Buffer.concat([
      Buffer.of(get, https),
      ...literals.slice(0, 1),
      own,
      ...literals.slice(1),
    ]);
    // The newest entry has the lowest index.
    const indices = [authority, ...fields].map(
      (_, at) => 0x80 | (firstDynamic + fields.length - at),
    );
    this.#other = Buffer.of(get, https, ...indices);
  }

  next(): Buffer {
    if (!this.#isFirst) return this.#other;
    this.#isFirst = false;
    return this.#first;
  }
}

/** A string without Huffman coding (RFC 7541 §5.2). */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'latin1');
  return Buffer.concat([integer(bytes.length, 7), bytes]);
}

/** RFC 7541 §5.1; the bits above the prefix are zero. */
function integer(value: number, prefixBits: number): Buffer {
  const most = 2 ** prefixBits - 1;
  if (value < most) return Buffer.of(value);
  const bytes = [most];
  let left = value - most;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Buffer.of(...bytes, left);
}
