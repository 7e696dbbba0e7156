import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Body } from '../Body.ts';
import { owned } from '../Lease.ts';
import type { Lease } from '../Lease.ts';
import { Cancellation } from '../CancelSignal.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from '../exchange.ts';
import { CR, LF } from './characters.ts';
import { Deadline } from './Deadline.ts';
import { HeldBytes } from './HeldBytes.ts';
import { IncomingBody } from './IncomingBody.ts';
import { Malformed } from './Malformed.ts';
import { Tunnel } from '../Tunnel.ts';
import { hasOption, parseRequestHead } from './requestHead.ts';
import type { RequestHead } from './requestHead.ts';
import {
  framingFor,
  mayHaveContent,
  refusalText,
  responseText,
  upgradeText,
} from './responseText.ts';
import { carry } from './overloaded.ts';
import type { ServerLimits } from './serverLimits.ts';
import { headEnd, looksWrong } from './headEnd.ts';
import { ContentWriter, drained, writeTogether } from './writing.ts';

export interface ConnectionSettings {
  readonly handle: RequestHandler;
  readonly limits: ServerLimits;
  readonly scheme: 'http' | 'https';
  /** Hears of what could not be read. */
  readonly onRefusal: (refusal: Malformed, remoteAddress: string) => void;
  /** What all connections carry now. */
  readonly load: { calls: number };
  /** Whether connections end with the call that they carry. */
  isDraining(): boolean;
}

/** What a connection does: waits for a head, carries a call or another protocol, reads on unheard after it, or is over. */
type State = 'head' | 'call' | 'tunnel' | 'lingering' | 'over';

/** One connection of a caller: requests one after another, answered in order (RFC 9112 §9.3). */
export class ServerConnection {
  readonly remoteAddress: string;
  readonly #socket: Socket;
  readonly #settings: ConnectionSettings;
  /** For what the caller sends. */
  readonly #deadline = new Deadline(() => this.#late());
  /** For what the caller reads: either may be waited for while the other is. */
  readonly #reading = new Deadline(() => this.destroy());
  #held = new HeldBytes();
  #state: State = 'head';
  #body: IncomingBody | undefined;
  #signal: Cancellation | undefined;
  #isAnswered = false;
  /** Whether the caller waits for `100 Continue` and has not been told anything else. */
  #awaitsContinue = false;
  /** Whether the caller has closed his side. */
  #hasEnded = false;
  #closes = false;
  #tunnel: Tunnel | undefined;
  #certificate: X509Certificate | null | undefined;

  constructor(socket: Socket, settings: ConnectionSettings) {
    this.#socket = socket;
    this.#settings = settings;
    this.remoteAddress = plainAddress(socket.remoteAddress ?? '');
    this.#deadline.set(settings.limits.headersTimeoutMs);
    socket.setNoDelay(true);
    // A connection that breaks is told by 'close'; an unheard 'error' would end the process.
    socket.on('error', () => socket.destroy());
    socket.on('end', () => this.#ended());
    socket.on('close', () => this.#closed());
  }

  get isStreaming(): boolean {
    return this.#body !== undefined && this.#body.isFlowing;
  }

  get isIdle(): boolean {
    return this.#state === 'head' && this.#held.length === 0;
  }

  /** Ends it when no request is on it; what was written still goes out. */
  retire(): void {
    if (!this.isIdle) return;
    if (this.#socket.writableLength === 0) this.destroy();
    else this.#linger();
  }

  /** Ends it now. */
  destroy(): void {
    this.#socket.destroy();
  }

  /** What the socket read. */
  take(bytes: Buffer, lease?: Lease): void {
    try {
      if (this.#state === 'head') this.#takeHead(bytes);
      else if (this.#state === 'call') this.#takeContent(bytes, lease);
      else if (this.#state === 'tunnel') this.#tunnel!.take(bytes);
    } catch (error) {
      if (error instanceof Malformed) this.#refuse(error);
      // A broken invariant ends the connection, never the process.
      else this.destroy();
    }
  }

  #takeHead(bytes: Buffer): void {
    const before = this.#held.length;
    if (before > 0) {
      this.#held.append(bytes);
      bytes = this.#held.bytes;
    }
    // RFC 9112 §2.2: one empty line may stand before a request.
    const start = bytes[0] === CR && bytes[1] === LF ? 2 : 0;
    const end = bytes.indexOf(headEnd, Math.max(start, before - 3));
    const { maxHeaderBytes } = this.#settings.limits;
    if ((end < 0 ? bytes.length : end) > maxHeaderBytes) {
      throw new Malformed(431, 'the header fields are too large');
    }
    if (end < 0) {
      if (looksWrong(bytes, Math.max(0, before - 1))) {
        throw new Malformed(400, 'a line break or a control character stands alone');
      }
      if (before > 0) return;
      this.#held.append(bytes);
      this.#deadline.set(this.#settings.limits.headersTimeoutMs);
      return;
    }
    const head = parseRequestHead(bytes.toString('latin1', start, end + 2), this.#settings.limits);
    if (before > 0) this.#held = new HeldBytes();
    this.#begin(head, bytes.subarray(end + headEnd.length));
  }

  #begin(head: RequestHead, rest: Buffer): void {
    this.#state = 'call';
    this.#isAnswered = false;
    this.#signal = new Cancellation();
    this.#closes = !head.isPersistent;
    const { framing } = head;
    const isWhole = typeof framing === 'number' && framing <= rest.length;
    const body = isWhole ? wholeBody(rest, framing) : Body.streaming(this.#stream(framing));
    this.#awaitsContinue = head.expectsContinue && !isWhole;
    const after = isWhole ? rest.subarray(framing) : rest;
    if (after.length > 0) this.#held.append(after);
    if (after.length > 0 || !isWhole) this.#socket.pause();
    if (isWhole) this.#deadline.clear();
    else this.#deadline.set(this.#settings.limits.requestTimeoutMs);
    this.#call(head, body);
  }

  #stream(framing: number | 'chunked'): IncomingBody {
    this.#body = new IncomingBody(framing, {
      resume: () => this.#resumeBody(),
      abandon: () => this.#abandon(),
      ended: () => this.#bodyEnded(),
    });
    return this.#body;
  }

  #resumeBody(): void {
    if (this.#awaitsContinue && this.#held.length === 0) {
      this.#socket.write('HTTP/1.1 100 Continue\r\n\r\n', 'latin1');
    }
    this.#awaitsContinue = false;
    if (this.#held.length > 0) this.take(this.#held.take(), owned);
    if (this.#hasEnded && this.#held.length === 0) this.#body?.close();
    if (!this.#body || this.#body.isFlowing) this.#socket.resume();
  }

  #bodyEnded(): void {
    this.#body = undefined;
    this.#deadline.clear();
  }

  /** The rest of the content is not read, so nothing after it can be. */
  #abandon(): void {
    this.#closes = true;
    if (this.#isAnswered && this.#state === 'call') this.#linger();
  }

  #takeContent(bytes: Buffer, lease: Lease | undefined): void {
    const used = this.#body?.isFlowing ? this.#body.take(bytes, lease) : 0;
    if (this.#state !== 'call') return;
    // The next request, or content that nobody takes now: it waits, and so does the caller.
    if (used < bytes.length) this.#held.append(bytes.subarray(used));
    if (used < bytes.length || (this.#body && !this.#body.isFlowing)) this.#socket.pause();
    if (this.#isAnswered && !this.#body) this.#next();
  }

  #call(head: RequestHead, body: Body | null): void {
    const { method, target, authority, version, headers } = head;
    const request: IncomingRequest = {
      method,
      scheme: this.#settings.scheme,
      authority,
      target,
      httpVersion: version,
      headers,
      body,
      upgrade: upgradeIn(head),
      remoteAddress: this.remoteAddress,
      clientCertificate: this.#clientCertificate(),
      signal: this.#signal!,
    };
    // A broken invariant ends the request, never the process.
    const fail = (): void => this.destroy();
    const answer = (response: OutgoingResponse): void => {
      try {
        this.#answer(response, head);
      } catch {
        fail();
      }
    };
    carry(request, this.#settings, answer, fail);
  }

  #answer(response: OutgoingResponse, head: RequestHead): void {
    const { body, status } = response;
    if (this.#state !== 'call') {
      body?.discard();
      response.tunnel?.close();
      return;
    }
    if (response.tunnel) {
      this.#upgrade(response, response.tunnel, head);
      return;
    }
    if (this.#leavesMuchUnread() || this.#settings.isDraining()) this.#closes = true;
    const { method, version } = head;
    const text = responseText(response, { method, version, closes: this.#closes });
    const content = body && mayHaveContent(method, status) ? body : null;
    if (!content) {
      body?.discard();
      this.#answered(this.#socket.write(text, 'latin1'));
    } else if (content.bytes && content.bytes.length <= mostAtOnce) {
      this.#answered(writeTogether(this.#socket, text, content.bytes, owned));
    } else
      void this.#answerStream(
        content,
        new ContentWriter(this.#socket, framingFor(content, version), text),
        version,
      );
  }

  /** RFC 9110 §7.8: after status 101 both sides speak the other protocol. */
  #upgrade(response: OutgoingResponse, backend: Tunnel, head: RequestHead): void {
    const protocol = upgradeIn(head);
    if (protocol === undefined) {
      backend.close();
      this.destroy();
      return;
    }
    this.#state = 'tunnel';
    this.#isAnswered = true;
    this.#deadline.clear();
    this.#socket.write(upgradeText(response, protocol), 'latin1');
    this.#tunnel = new Tunnel(this.#socket, this.#held.take());
    this.#tunnel.join(backend);
  }

  async #answerStream(body: Body, writer: ContentWriter, version: '1.0' | '1.1'): Promise<void> {
    try {
      const piped = body.pipe((part, lease) => {
        this.#awaitsContinue = false;
        return this.#whenTaken(writer.take(part, lease));
      });
      writer.flush();
      this.#awaitsContinue = false;
      await piped;
      const isTaken = writer.end();
      if (version === '1.0' && body.length === undefined) this.#closes = true;
      this.#answered(isTaken);
    } catch {
      body.discard();
      // The head is out already: the only honest end is a broken connection.
      this.destroy();
    }
  }

  /** A caller who reads slowly is waited for, but not for ever. */
  #whenTaken(waiting: void | Promise<void>): void | Promise<void> {
    if (!waiting) return undefined;
    this.#reading.set(this.#settings.limits.writeTimeoutMs);
    return waiting.then(() => this.#reading.clear());
  }

  /** Whatever follows, be it the end of the connection, waits until the caller has read the answer. */
  #answered(isTaken: boolean): void {
    if (isTaken) this.#goOn();
    else {
      this.#whenTaken(drained(this.#socket))!.then(
        () => this.#goOn(),
        () => undefined,
      );
    }
  }

  #goOn(): void {
    if (this.#state !== 'call') return;
    this.#isAnswered = true;
    if (this.#closes) this.#linger();
    else this.#next();
  }

  /** Goes on to the next request, once this one has been read. */
  #next(): void {
    if (this.#state !== 'call') return;
    if (this.#body) {
      this.#body.drain();
      return;
    }
    this.#state = 'head';
    this.#signal = undefined;
    this.#deadline.set(this.#settings.limits.keepAliveTimeoutMs);
    if (this.#settings.isDraining()) this.#linger();
    else if (this.#held.length > 0) this.take(this.#held.take());
    if (this.#state === 'head') this.#socket.resume();
  }

  /** Content that is not read to its end would be taken for the next request. */
  #leavesMuchUnread(): boolean {
    if (!this.#body) return false;
    // Who was not told to continue may leave the content out (RFC 9110 §10.1.1).
    if (this.#awaitsContinue && this.#held.length === 0) return true;
    return !this.#body.endsWithin(mostDrained);
  }

  /** RFC 9112 §9.6: closes the own side, and reads on for a while so that the answer arrives. */
  #linger(): void {
    this.#state = 'lingering';
    this.#body = undefined;
    this.#held = new HeldBytes();
    this.#deadline.set(this.#settings.limits.lingerTimeoutMs);
    this.#socket.end();
    this.#socket.resume();
  }

  #refuse(refusal: Malformed): void {
    this.#settings.onRefusal(refusal, this.remoteAddress);
    const { status } = refusal;
    if (this.#state === 'head') {
      this.#socket.write(refusalText(status), 'latin1');
      this.#linger();
      return;
    }
    // Content that breaks its framing: whoever reads it hears of it, and nothing after it is read.
    this.#closes = true;
    this.#body?.fail(refusal);
    this.#body = undefined;
  }

  #late(): void {
    if (this.#state === 'head' && this.#held.length > 0) {
      this.#refuse(new Malformed(408, 'the request did not arrive in time'));
    } else this.destroy();
  }

  /** The caller sends no more, which is no reason not to answer. */
  #ended(): void {
    if (this.#state === 'call') {
      this.#closes = true;
      this.#hasEnded = true;
      // What came before the end is still to be read.
      if (this.#held.length === 0) this.#body?.close();
      return;
    }
    if (this.#state === 'tunnel') this.#tunnel!.ended();
    if (this.#state === 'head') this.#socket.end();
    if (this.#state === 'lingering') this.destroy();
  }

  #closed(): void {
    this.#state = 'over';
    this.#deadline.end();
    this.#reading.end();
    this.#tunnel?.close();
    this.#body?.fail(new Error('the caller went away'));
    this.#body = undefined;
    this.#held = new HeldBytes();
    if (!this.#isAnswered) this.#signal?.abort();
  }

  #clientCertificate(): X509Certificate | null {
    if (this.#certificate === undefined) {
      const socket = this.#socket;
      this.#certificate =
        socket instanceof TLSSocket ? (socket.getPeerX509Certificate() ?? null) : null;
    }
    return this.#certificate;
  }
}

/** Unread content of a request that is read for the sake of the connection. */
const mostDrained = 64 * 1024;
/** A longer answer goes out in parts, so that a caller who reads it slowly is told from one who does not. */
const mostAtOnce = 256 * 1024;

function wholeBody(rest: Buffer, length: number): Body | null {
  return length === 0 ? null : Body.of(Buffer.from(rest.subarray(0, length)));
}

/** A dual-stack socket shows IPv4 peers as `::ffff:192.0.2.1`. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/**
 * The protocol that a request asks for; undefined when it asks for none, or asks in a way that is not
 * followed here: with content, which would have to come first, or for HTTP/2 in clear (RFC 9113 §3.1).
 */
function upgradeIn({ version, headers, framing }: RequestHead): string | undefined {
  const upgrade = headers.get('upgrade');
  if (upgrade === undefined || version === '1.0' || framing !== 0) return undefined;
  if (!hasOption(headers.get('connection') ?? '', 'upgrade')) return undefined;
  return /^h2c/i.test(upgrade) ? undefined : upgrade;
}
