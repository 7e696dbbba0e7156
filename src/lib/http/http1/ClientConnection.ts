import type { Socket } from 'node:net';
import { Body } from '../Body.ts';
import { owned } from '../Lease.ts';
import type { Lease } from '../Lease.ts';
import { goneAway, SendError } from '../exchange.ts';
import { endHere } from '../hopByHop.ts';
import { announcedTrailers } from '../trailers.ts';
import { Deadline } from './Deadline.ts';
import { StaleConnection } from './Exchange.ts';
import type { Carrier, Exchange } from './Exchange.ts';
import { HeldBytes } from './HeldBytes.ts';
import { IncomingBody } from './IncomingBody.ts';
import { Malformed } from './Malformed.ts';
import type { HeadLimits } from './requestHead.ts';
import { readHead } from './readHead.ts';
import { parseResponseHead } from './responseHead.ts';
import type { ResponseHead } from './responseHead.ts';
import { Tunnel } from '../Tunnel.ts';
import { writeText } from './writeText.ts';
import { ContentWriter, writeTogether } from './writing.ts';

/** What happens to a connection when it is not needed any more. */
export interface Owner {
  /** It may carry another request. */
  released(connection: ClientConnection): void;
  /** It is over. */
  closed(connection: ClientConnection): void;
}

export interface ClientLimits extends HeadLimits {
  /** A backend that sends nothing of the content for this time is given up on. */
  readonly contentTimeoutMs: number;
}

const mostInterimResponses = 16;

/** One connection to a backend, which carries one request at a time. */
export class ClientConnection implements Carrier {
  readonly #owner: Owner;
  readonly #limits: ClientLimits;
  readonly #deadline = new Deadline(() => this.#late());
  #socket: Socket | undefined;
  #held = new HeldBytes();
  #exchange: Exchange | undefined;
  /** Present once the connection goes on in another protocol. */
  #tunnel: Tunnel | undefined;
  /** Whether the backend has closed its side. */
  #hasEnded = false;
  #interimResponses = 0;
  #uses = 0;

  constructor(owner: Owner, limits: ClientLimits) {
    this.#owner = owner;
    this.#limits = limits;
  }

  /** From now on it is open. */
  opened(socket: Socket): void {
    this.#socket = socket;
    socket.on('error', () => socket.destroy());
    socket.on('end', () => this.#ended());
    socket.on('close', () => this.#closed());
  }

  get isStreaming(): boolean {
    return this.#exchange?.body?.isOpen ?? false;
  }

  get isOpen(): boolean {
    return this.#socket !== undefined && !this.#socket.destroyed && this.#socket.readable;
  }

  /** Closes it when it was not needed for this time. */
  rest(milliseconds: number): void {
    this.#deadline.set(milliseconds);
  }

  destroy(): void {
    this.#deadline.end();
    this.#socket?.destroy();
  }

  /** Sends a request, and tells the exchange what becomes of it. */
  carry(exchange: Exchange, timeoutMs: number): void {
    this.#exchange = exchange;
    this.#uses++;
    this.#interimResponses = 0;
    this.#deadline.set(timeoutMs);
    exchange.carriedBy(this);
    this.#write(exchange);
  }

  /** Nobody waits for the response any longer. */
  aborted(exchange: Exchange): void {
    if (this.#exchange === exchange) this.#fail(goneAway());
  }

  #write(exchange: Exchange): void {
    const socket = this.#socket!;
    const { head } = exchange;
    const { body } = exchange.request;
    if (!body || body.bytes) {
      if (body?.bytes && body.bytes.length > 0) writeTogether(socket, head, body.bytes, owned);
      else writeText(socket, head);
      exchange.isSent = true;
      return;
    }
    const writer = new ContentWriter(socket, body.length ?? 'chunked', head);
    const take: typeof writer.take = (part, lease) => {
      if (this.#exchange !== exchange)
        throw new SendError('aborted', 'The backend stopped reading.');
      return writer.take(part, lease);
    };
    const piped = body.pipe(take);
    writer.flush();
    piped
      .then(() => {
        writer.end(announcedTrailers(body.trailers, exchange.request.headers));
        exchange.isSent = true;
        if (exchange.body?.isEnded) this.#finish(exchange);
      })
      .catch(() => {
        // The caller broke off, or the backend has answered already and wants no more.
        if (this.#exchange === exchange && !exchange.isHeard) {
          this.#fail(new SendError('aborted', 'The content of the request broke off.'));
        }
      });
  }

  /** What the socket read. */
  take(bytes: Buffer, lease?: Lease): void {
    if (this.#tunnel) {
      this.#tunnel.take(bytes);
      return;
    }
    const exchange = this.#exchange;
    if (!exchange) {
      // Nobody asked: it would be taken for the answer to whatever is asked next.
      this.destroy();
      return;
    }
    try {
      if (exchange.body) this.#takeContent(exchange, exchange.body, bytes, lease);
      else this.#takeHead(exchange, bytes);
    } catch (error) {
      // Whatever else it may be ends the connection, never the process.
      this.#fail(new SendError('protocol', 'The backend broke the rules of HTTP.', error));
    }
  }

  #takeHead(exchange: Exchange, bytes: Buffer): void {
    exchange.isHeard = true;
    const whole = readHead(this.#held, bytes, this.#limits.maxHeaderBytes);
    if (!whole) return;
    const head = parseResponseHead(whole, exchange.request.method, this.#limits);
    const { rest } = whole;
    if (head.status === 101 && exchange.request.upgrade !== undefined)
      this.#upgrade(exchange, head, rest);
    else if (head.status < 200) this.#interim(exchange, head, rest);
    else this.#answer(exchange, head, rest);
  }

  /** RFC 9110 §15.2: any number of interim responses, within reason; none that switches protocols. */
  #interim(exchange: Exchange, { status }: ResponseHead, rest: Buffer): void {
    this.#interimResponses++;
    if (status === 101 || this.#interimResponses > mostInterimResponses) {
      throw new Malformed(400, `status ${status} was not expected`);
    }
    if (rest.length > 0) this.#takeHead(exchange, rest);
  }

  /** From here on the connection carries the protocol that was asked for, and no more requests. */
  #upgrade(exchange: Exchange, { status, reason, headers }: ResponseHead, rest: Buffer): void {
    this.#tunnel = new Tunnel(this.#socket!, rest);
    this.#deadline.clear();
    this.#exchange = undefined;
    exchange.released();
    exchange.answered({
      status,
      reason,
      headers: endHere(headers),
      body: null,
      tunnel: this.#tunnel,
    });
  }

  #answer(exchange: Exchange, head: ResponseHead, rest: Buffer): void {
    const { status, reason, framing } = head;
    exchange.isPersistent = head.isPersistent;
    const isWhole = typeof framing === 'number' && framing <= rest.length;
    const headers = endHere(head.headers);
    if (isWhole) {
      const body = framing === 0 ? null : Body.of(Buffer.from(rest.subarray(0, framing)));
      // More than was announced: what it answers, nobody knows.
      if (rest.length > framing) exchange.isPersistent = false;
      this.#deadline.clear();
      this.#release(exchange);
      exchange.answered({ status, reason, headers, body });
      return;
    }
    exchange.body = this.#stream(exchange, framing);
    if (rest.length > 0) this.#held.append(rest);
    this.#socket!.pause();
    this.#deadline.clear();
    exchange.answered({ status, reason, headers, body: Body.streaming(exchange.body) });
  }

  #stream(exchange: Exchange, framing: ResponseHead['framing']): IncomingBody {
    return new IncomingBody(framing, {
      resume: () => {
        if (this.#held.length > 0) this.#held.handOn((bytes, lease) => this.take(bytes, lease));
        if (this.#hasEnded && this.#held.length === 0) this.#endBody(exchange);
        if (!exchange.body?.isFlowing || this.#hasEnded) return;
        this.#deadline.set(this.#limits.contentTimeoutMs);
        this.#socket?.resume();
      },
      abandon: () => this.#abandon(exchange),
      ended: () => undefined,
    });
  }

  #takeContent(
    exchange: Exchange,
    body: IncomingBody,
    bytes: Buffer,
    lease: Lease | undefined,
  ): void {
    const used = body.isFlowing ? body.take(bytes, lease) : 0;
    if (body.isEnded) {
      // More than was announced: what it answers, nobody knows.
      if (used < bytes.length) exchange.isPersistent = false;
      this.#finish(exchange);
    } else if (used < bytes.length) this.#held.append(bytes.subarray(used));
    if (body.isFlowing) this.#deadline.set(this.#limits.contentTimeoutMs);
    else if (!body.isEnded) {
      this.#deadline.clear();
      this.#socket!.pause();
    }
    if (this.#exchange !== exchange) this.#socket?.resume();
  }

  #abandon(exchange: Exchange): void {
    if (this.#exchange === exchange) this.destroy();
  }

  #finish(exchange: Exchange): void {
    if (this.#exchange === exchange) this.#release(exchange);
  }

  /** The response is here. A request that is not sent to its end, or bytes too many, end the connection. */
  #release(exchange: Exchange): void {
    exchange.released();
    this.#exchange = undefined;
    if (!exchange.isSent || !exchange.isPersistent || this.#held.length > 0 || !this.isOpen) {
      this.destroy();
    } else this.#owner.released(this);
  }

  #fail(error: SendError): void {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    this.destroy();
    if (!exchange) return;
    exchange.released();
    exchange.body?.fail(error);
    exchange.failed(error);
  }

  #late(): void {
    if (this.#exchange) this.#fail(new SendError('timeout', 'The backend did not answer in time.'));
    else this.destroy();
  }

  /** The orderly end of what the backend sends. */
  #ended(): void {
    if (this.#tunnel) {
      this.#tunnel.ended();
      return;
    }
    this.#hasEnded = true;
    const exchange = this.#exchange;
    if (exchange && !this.#isHolding(exchange)) this.#endBody(exchange);
    this.#socket?.destroy();
  }

  #endBody(exchange: Exchange): void {
    exchange.body?.close();
    if (exchange.body?.isEnded) this.#finish(exchange);
    else if (this.#exchange === exchange) this.#fail(this.#lossOf(exchange));
  }

  /** Whether content waits to be taken that came before the orderly end: it outlives the connection. */
  #isHolding({ body }: Exchange): boolean {
    return this.#hasEnded && body !== undefined && this.#held.length > 0;
  }

  #closed(): void {
    this.#deadline.end();
    this.#tunnel?.close();
    const exchange = this.#exchange;
    if (exchange && !this.#isHolding(exchange)) this.#fail(this.#lossOf(exchange));
    this.#owner.closed(this);
  }

  #lossOf({ isHeard }: Exchange): SendError {
    if (this.#uses > 1 && !isHeard) return new StaleConnection();
    return new SendError('connection', 'The connection to the backend failed.');
  }
}
