import type { HeaderMap } from '../HeaderMap.ts';
import { CR, LF } from './characters.ts';
import { parseFields } from './fields.ts';
import { headText } from './HeadText.ts';
import { Malformed } from './Malformed.ts';

// RFC 9112 §7.1 and §7.1.1, without the white space that senders must not write. Eight digits are
// four gigabytes a chunk; more than that is an attempt to overflow.
const sizeLine =
  /^([0-9A-Fa-f]{1,8})(?:;[!#$%&'*+\-.^_`|~0-9A-Za-z]+(?:=(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+|"(?:[\t !#-[\]-~\x80-\xff]|\\[\t !-~\x80-\xff])*"))?)*\r$/;
const maxSizeLine = 256;
const maxTrailerBytes = 8 * 1024;
const maxTrailers = 64;
/** RFC 9110 §6.5.1: recipients do not agree on what these mean behind the content. */
const ofMessage = ['connection', 'content-length', 'transfer-encoding'];
/** Content that is rather moved than handed on alone. */
const mostMoved = 4 * 1024;

/**
 * Takes the chunked coding (RFC 9112 §7.1) off, in whatever pieces it arrives. Extensions are
 * dropped; trailer fields are checked and kept apart, since they must not pass for header fields (§7.1.2).
 */
export class ChunkedDecoder {
  #state: 'size' | 'content' | 'content end' | 'trailers' | 'done' = 'size';
  /** Content that is left of the chunk, or line break after it. */
  #left = 0;
  #line = '';
  #trailerText = '';
  #trailers: HeaderMap | undefined;

  /** The fields behind the content, when it is done and there are any. */
  get trailers(): HeaderMap | undefined {
    return this.#trailers;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  /**
   * Reads on from `at`. `content` is given the content in parts, and returns whether it takes another.
   * Small chunks of one read become one part, so that whoever sends thousands of them does not make
   * others write thousands of times; `bytes` is changed for that where it has been read.
   * Returns how far it came: behind the last line break when `isDone`.
   * @throws Malformed
   */
  decode(bytes: Buffer, at: number, content: (part: Buffer) => boolean): number {
    let from = at;
    let to = at;
    while (at < bytes.length && this.#state !== 'done') {
      if (this.#state === 'content') {
        const end = Math.min(at + this.#left, bytes.length);
        if (from === to) from = at;
        else if (end - at <= mostMoved) bytes.copyWithin(to, at, end);
        else {
          const goesOn = content(bytes.subarray(from, to));
          from = to = at;
          if (!goesOn) return at;
        }
        to = from === at ? end : to + (end - at);
        this.#left -= end - at;
        if (this.#left === 0) this.#expectLineBreak();
        at = end;
      } else if (this.#state === 'content end') at = this.#lineBreak(bytes, at);
      else at = this.#readLine(bytes, at);
    }
    if (from < to) content(bytes.subarray(from, to));
    return at;
  }

  #expectLineBreak(): void {
    this.#state = 'content end';
    this.#left = 2;
  }

  #lineBreak(bytes: Buffer, at: number): number {
    if (bytes[at] !== (this.#left === 2 ? CR : LF)) throw new Malformed(400, 'a chunk is too long');
    this.#left--;
    if (this.#left === 0) this.#state = 'size';
    return at + 1;
  }

  #readLine(bytes: Buffer, at: number): number {
    const lineEnd = bytes.indexOf(LF, at);
    const to = lineEnd < 0 ? bytes.length : lineEnd;
    const maximum = this.#state === 'size' ? maxSizeLine : maxTrailerBytes;
    if (this.#line.length + (to - at) > maximum)
      throw new Malformed(400, 'a chunk line is too long');
    this.#line += bytes.toString('latin1', at, to);
    if (lineEnd < 0) return to;
    const line = this.#line;
    this.#line = '';
    if (this.#state === 'size') this.#begin(line);
    else this.#trailer(line);
    return lineEnd + 1;
  }

  #begin(line: string): void {
    const [, digits] = sizeLine.exec(line) ?? [];
    if (digits === undefined) throw new Malformed(400, 'the size of a chunk is malformed');
    this.#left = Number.parseInt(digits, 16);
    this.#state = this.#left === 0 ? 'trailers' : 'content';
  }

  #trailer(line: string): void {
    if (line === '\r') {
      if (this.#trailerText !== '') {
        this.#trailers = parseFields(headText(this.#trailerText), 0, maxTrailers);
        if (ofMessage.some((name) => this.#trailers!.has(name))) {
          throw new Malformed(400, 'a trailer says where the message ends');
        }
      }
      this.#state = 'done';
      return;
    }
    if (!line.endsWith('\r')) throw new Malformed(400, 'a trailer holds a control character');
    this.#trailerText += `${line}\n`;
    if (this.#trailerText.length > maxTrailerBytes)
      throw new Malformed(400, 'trailers are too long');
  }
}
