import { asked } from '../fieldName.ts';
import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { Body } from '../Body.ts';
import type { Lease } from '../Lease.ts';
import { Cancellation } from '../CancelSignal.ts';
import type { Capacity } from '../Capacity.ts';
import type { IncomingRequest, OutgoingResponse, RequestHandler } from '../exchange.ts';
import { AnswerWriter } from './AnswerWriter.ts';
import type { Answerer } from './AnswerWriter.ts';
import { Deadline } from './Deadline.ts';
import { HeldBytes } from './HeldBytes.ts';
import { IncomingBody } from './IncomingBody.ts';
import { Malformed } from './Malformed.ts';
import { Tunnel } from '../Tunnel.ts';
import { readHead } from './readHead.ts';
import { hasOption, parseRequestHead } from './requestHead.ts';
import type { RequestHead } from './requestHead.ts';
import { refusalText, upgradeText } from './responseText.ts';
import { carry } from './overloaded.ts';
import type { ServerLimits } from './serverLimits.ts';
import { hasWaiting } from './writeText.ts';

export interface ConnectionSettings {
  readonly handle: RequestHandler;
  readonly limits: ServerLimits;
  readonly scheme: 'http' | 'https';
  /** Hears of what could not be read. */
  readonly onRefusal: (refusal: Malformed, remoteAddress: string) => void;
  /** For the calls of all connections. */
  readonly calls: Capacity;
  /** Whether connections end with the call that they carry. */
  isDraining(): boolean;
}

/** What a connection does: waits for a head, carries a call or another protocol, reads on unheard after it, or is over. */
type State = 'head' | 'call' | 'tunnel' | 'lingering' | 'over';

/** One connection of a caller: requests one after another, answered in order (RFC 9112 §9.3). */
export class ServerConnection implements Answerer {
  readonly remoteAddress: string;
  readonly #socket: Socket;
  readonly #settings: ConnectionSettings;
  /** For what the caller sends. */
  readonly #deadline = new Deadline(() => this.#late());
  readonly #writer: AnswerWriter;
  #held = new HeldBytes();
  #state: State = 'head';
  #body: IncomingBody | undefined;
  #signal: Cancellation | undefined;
  #isAnswered = false;
  /** Whether an answer is on its way to the caller. */
  #isAnswering = false;
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
    this.#writer = new AnswerWriter(socket, settings.limits.writeTimeoutMs, this);
    this.remoteAddress = plainAddress(socket.remoteAddress ?? '');
    this.#deadline.set(settings.limits.headersTimeoutMs);
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
    if (hasWaiting(this.#socket)) this.#linger();
    else this.destroy();
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
    const { limits } = this.#settings;
    const isFirst = this.#held.length === 0;
    const whole = readHead(this.#held, bytes, limits.maxHeaderBytes, true);
    if (whole) this.#begin(parseRequestHead(whole, limits), whole.rest);
    else if (isFirst) this.#deadline.set(limits.headersTimeoutMs);
  }

  #begin(head: RequestHead, rest: Buffer): void {
    this.#state = 'call';
    this.#isAnswered = false;
    this.#isAnswering = false;
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
    if (this.#held.length > 0) this.#held.handOn((bytes, lease) => this.take(bytes, lease));
    if (this.#hasEnded && this.#held.length === 0) this.#body?.close();
    if (!this.#body || this.#body.isFlowing) this.#socket.resume();
  }

  #bodyEnded(): void {
    this.#body = undefined;
    this.#deadline.clear();
    if (this.#hasEnded) this.#awaitAnswer();
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
    if (this.#state !== 'call') {
      response.body?.discard();
      response.tunnel?.close();
      return;
    }
    if (response.tunnel) {
      this.#upgrade(response, response.tunnel, head);
      return;
    }
    this.#isAnswering = true;
    if (!this.#body) this.#deadline.clear();
    if (this.#leavesMuchUnread() || this.#settings.isDraining()) this.#closes = true;
    const { method, version, headers } = head;
    const delivery = { method, version, closes: this.#closes, headers };
    this.#writer.write(response, delivery);
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

  /** From here on nothing can be told before the answer. */
  answering(): void {
    this.#awaitsContinue = false;
  }

  /** The caller has read the answer. */
  answered(endsConnection: boolean): void {
    if (endsConnection) this.#closes = true;
    this.#goOn();
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
    else if (this.#held.length > 0) this.#held.handOn((bytes, lease) => this.take(bytes, lease));
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
      this.#awaitAnswer();
      return;
    }
    if (this.#state === 'tunnel') this.#tunnel!.ended();
    if (this.#state === 'head') this.#socket.end();
    if (this.#state === 'lingering') this.destroy();
  }

  /** A caller who has closed his side is waited for as long as he might wait. */
  #awaitAnswer(): void {
    if (this.#body || this.#isAnswering) return;
    this.#deadline.set(this.#settings.limits.halfClosedTimeoutMs);
  }

  #closed(): void {
    this.#state = 'over';
    this.#deadline.end();
    this.#writer.end();
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
  const upgrade = headers.get(asked.upgrade);
  if (upgrade === undefined || version === '1.0' || framing !== 0) return undefined;
  if (!hasOption(headers.get(asked.connection) ?? '', 'upgrade')) return undefined;
  return /^h2c/i.test(upgrade) ? undefined : upgrade;
}
