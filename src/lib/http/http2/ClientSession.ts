import { connect } from 'node:http2';
import type { ClientHttp2Session, ClientHttp2Stream, OutgoingHttpHeaders } from 'node:http2';
import type { Socket } from 'node:net';
import { SendError } from '../exchange.ts';
import { Deadline } from '../http1/Deadline.ts';
import type { HeadLimits } from '../http1/requestHead.ts';
import { limitSignals } from './limitSignals.ts';
import { outliveStreams } from './outliveStreams.ts';

export interface SessionLimits extends HeadLimits {
  /** Streams at a time on one connection, if the backend allows as many. */
  readonly maxStreams: number;
  /** A connection without streams is closed after this time. */
  readonly idleMs: number;
  /** How long a connection may leave a ping unanswered that asks whether it is alive. */
  readonly pingTimeoutMs: number;
}

/** What becomes of a session. */
export interface SessionOwner {
  /** It may have room for other streams. */
  changed(): void;
  /** A session takes no more streams. */
  retired(): void;
  /** It is over. */
  closed(session: ClientSession): void;
}

/** A connection to a backend that carries several requests at a time (RFC 9113 §5). */
export class ClientSession {
  readonly #session: ClientHttp2Session;
  readonly #socket: Socket;
  readonly #owner: SessionOwner;
  readonly #limits: SessionLimits;
  readonly #idle: Deadline;
  #streams = 0;
  /** RFC 9113 §6.8: streams above it were not processed. */
  #lastStreamId = Number.POSITIVE_INFINITY;
  #isRetired = false;
  /** Whether it was asked if it is alive, and has not answered yet. */
  #isDoubtful = false;

  private constructor(
    session: ClientHttp2Session,
    socket: Socket,
    owner: SessionOwner,
    limits: SessionLimits,
  ) {
    this.#session = session;
    this.#socket = socket;
    this.#owner = owner;
    this.#limits = limits;
    this.#idle = new Deadline(() => this.retire());
    session.on('goaway', (_code: number, lastStreamId: number) => {
      this.#lastStreamId = Math.min(this.#lastStreamId, lastStreamId);
      this.#isRetired = true;
      owner.retired();
    });
    session.on('remoteSettings', () => owner.changed());
    session.on('close', () => {
      this.#idle.end();
      socket.destroy();
      owner.closed(this);
    });
  }

  /**
   * Speaks HTTP/2 on a connected socket. Open is a session once the backend has sent its settings,
   * which say how many streams it allows, and that it speaks HTTP/2 at all. Rejects with SendError.
   */
  static open(
    socket: Socket,
    authority: string,
    owner: SessionOwner,
    limits: SessionLimits,
    timeoutMs: number,
  ): Promise<ClientSession> {
    const { maxHeaderBytes, maxHeaders, maxStreams } = limits;
    const session = connect(authority, {
      createConnection: () => socket,
      settings: {
        enablePush: false,
        maxHeaderListSize: maxHeaderBytes,
        initialWindowSize: streamWindow,
      },
      // One for the status.
      maxHeaderListPairs: maxHeaders + 1,
      maxSessionMemory: mostMemory,
      ...severalValues,
    });
    outliveStreams(session);
    limitSignals(session, socket);
    // Content that its caller does not take yet must not keep that of others from coming.
    session.on('connect', () => session.setLocalWindowSize(maxStreams * streamWindow));
    return new Promise((resolve, reject) => {
      const fail = (error: SendError): void => {
        clearTimeout(timer);
        session.destroy();
        socket.destroy();
        reject(error);
      };
      const lost = (): void =>
        fail(new SendError('connection', 'The backend does not speak HTTP/2.'));
      const timer = setTimeout(() => {
        fail(new SendError('timeout', 'The backend did not take the connection in time.'));
      }, timeoutMs);
      // What breaks a session is told by 'close'; an unheard 'error' would end the process.
      session.on('error', () => session.destroy());
      session.once('close', lost);
      session.once('remoteSettings', () => {
        clearTimeout(timer);
        session.off('close', lost);
        resolve(new ClientSession(session, socket, owner, limits));
      });
    });
  }

  get isOpen(): boolean {
    return !this.#isRetired && !this.#session.closed && !this.#session.destroyed;
  }

  get isIdle(): boolean {
    return this.#streams === 0;
  }

  /** Whether it takes another stream (RFC 9113 §5.1.2). */
  get hasRoom(): boolean {
    if (!this.isOpen || this.#isDoubtful) return false;
    const allowed = this.#session.remoteSettings.maxConcurrentStreams ?? this.#limits.maxStreams;
    return this.#streams < Math.min(allowed, this.#limits.maxStreams);
  }

  /** Takes room for a stream, until `release`. */
  reserve(): void {
    this.#streams++;
    this.#idle.clear();
  }

  release(): void {
    this.#streams--;
    if (this.#streams === 0) {
      if (this.isOpen) this.#idle.set(this.#limits.idleMs);
      else this.#session.close();
    }
    this.#owner.changed();
  }

  /** Begins a stream. @throws when the session is over */
  request(fields: OutgoingHttpHeaders, endStream: boolean): ClientHttp2Stream {
    return this.#session.request(fields, { endStream, waitForTrailers: !endStream });
  }

  /** Whether the backend said that it has not processed a stream (RFC 9113 §8.7). */
  hasRefused({ id }: ClientHttp2Stream): boolean {
    // A stream that never got an identifier never left.
    return id === undefined || id > this.#lastStreamId;
  }

  /** A request was not answered in time: finds out whether the connection is dead. */
  probe(): void {
    if (this.#isDoubtful || !this.isOpen) return;
    this.#isDoubtful = true;
    const timer = setTimeout(() => this.#session.destroy(), this.#limits.pingTimeoutMs).unref();
    this.#session.ping((error) => {
      clearTimeout(timer);
      if (error) return;
      this.#isDoubtful = false;
      this.#owner.changed();
    });
  }

  /** Begins no more streams; those under way end. */
  retire(): void {
    this.#isRetired = true;
    if (this.#streams > 0) return;
    this.#session.close();
    // Whoever does not close his side is not waited for.
    if (this.#socket.writableLength === 0) this.#session.destroy();
  }
}

/** Lines of one name stay lines; what callers may repeat is decided elsewhere. */
const severalValues = { strictSingleValueFields: false };
/** What a backend may send on a stream before it hears that it was taken: a backend may be far. */
const streamWindow = 256 * 1024;
/** Megabytes; a part of the content of each stream, and some headers. */
const mostMemory = 128;
