/** What came is no message of the base protocol, so that nobody can tell where the next one begins. */
export class FramingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FramingError';
  }
}

const maxHeader = 4096;

/** Bytes of one message: a policy document has at most 512 Ki characters, of up to six bytes in JSON. */
export const maxContent = 8 * 1024 * 1024;

const blankLine = Buffer.from('\r\n\r\n');

/**
 * Takes bytes in any portions and gives the content of whole messages
 * (LSP 3.17, "Base Protocol": `Content-Length: 2\r\n\r\n{}`).
 */
export class MessageReader {
  #header = Buffer.alloc(0);
  /** Bytes that the content still lacks; undefined while a header is read. */
  #missing: number | undefined;
  #content: Buffer[] = [];
  /** Whether the content is longer than any is kept. */
  #isTooLong = false;

  /**
   * The messages that this portion completes. One that is too long comes out empty: editors open
   * whatever people have, and other documents are to be served on. @throws FramingError
   */
  push(portion: Uint8Array): string[] {
    const messages: string[] = [];
    let rest = Buffer.from(portion.buffer, portion.byteOffset, portion.byteLength);
    while (rest.length > 0) {
      rest = this.#missing === undefined ? this.#readHeader(rest) : this.#readContent(rest);
      if (this.#missing === 0) messages.push(this.#finish());
    }
    return messages;
  }

  /** Whether the input may end here: not within a message. */
  get isBetweenMessages(): boolean {
    return this.#missing === undefined && this.#header.length === 0;
  }

  #readHeader(bytes: Buffer): Buffer {
    const before = this.#header.length;
    const all = Buffer.concat([this.#header, bytes.subarray(0, maxHeader + blankLine.length)]);
    const end = all.indexOf(blankLine);
    if (end > maxHeader || (end < 0 && all.length > maxHeader)) {
      throw new FramingError(`The header of a message is longer than ${maxHeader} bytes.`);
    }
    if (end < 0) {
      this.#header = all;
      return bytes.subarray(bytes.length);
    }
    this.#missing = contentLength(all.toString('latin1', 0, end));
    this.#isTooLong = this.#missing > maxContent;
    this.#header = Buffer.alloc(0);
    return bytes.subarray(end + blankLine.length - before);
  }

  #readContent(bytes: Buffer): Buffer {
    const part = bytes.subarray(0, this.#missing);
    if (!this.#isTooLong) this.#content.push(part);
    this.#missing! -= part.length;
    return bytes.subarray(part.length);
  }

  #finish(): string {
    const text = Buffer.concat(this.#content).toString('utf8');
    this.#content = [];
    this.#missing = undefined;
    return text;
  }
}

function contentLength(header: string): number {
  let length: number | undefined;
  for (const line of header.split('\r\n')) {
    const [, name = '', value = ''] = /^([^:\s]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    if (name === '') throw new FramingError('A line of the header is no field.');
    if (name.toLowerCase() !== 'content-length') continue;
    if (length !== undefined || !/^\d{1,10}$/.test(value)) {
      throw new FramingError('Content-Length must be one number.');
    }
    length = Number(value);
  }
  if (length === undefined) throw new FramingError('A message has no Content-Length.');
  return length;
}

/** A message as bytes on the wire. */
export function frame(message: object): Buffer {
  const content = Buffer.from(JSON.stringify(message), 'utf8');
  return Buffer.concat([Buffer.from(`Content-Length: ${content.length}\r\n\r\n`), content]);
}
