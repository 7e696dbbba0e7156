import { connect } from 'node:http2';
import type { ClientHttp2Session } from 'node:http2';
import type { Ports } from './gateway.ts';

/** Calls of one connection, and then another one is opened. */
const callsEach = 200;
const abandonedShare = 0.1;

/** A caller over HTTP/2, who gives up some of the calls. */
export class Http2Caller {
  readonly #ports: Ports;
  readonly #headers: () => Readonly<Record<string, string>>;
  #session: ClientHttp2Session | undefined;
  #calls = 0;

  constructor(ports: Ports, headers: () => Readonly<Record<string, string>>) {
    this.#ports = ports;
    this.#headers = headers;
  }

  /** Makes one call. False: it was not answered as it should be. */
  make(): Promise<boolean> {
    const path = ['/small', '/large', '/upload/'][this.#calls % 3]!;
    const method = path === '/upload/' ? 'POST' : 'GET';
    const stream = this.#open().request({ ':path': path, ':method': method, ...this.#headers() });
    const isAbandoned = Math.random() < abandonedShare;
    if (isAbandoned) setTimeout(() => stream.close(), Math.random() * 5);
    if (method === 'POST') stream.write(Buffer.alloc(10_000));
    stream.end();
    return new Promise((resolve) => {
      let isGood = false;
      stream.on('response', ({ ':status': status }) => (isGood = status === 200));
      stream.on('error', () => undefined);
      stream.resume().on('close', () => resolve(isAbandoned || isGood));
    });
  }

  #open(): ClientHttp2Session {
    if (this.#calls++ % callsEach === 0) this.end();
    if (!this.#session || this.#session.destroyed || this.#session.closed) {
      const where = `https://127.0.0.1:${this.#ports.httpsPort}`;
      this.#session = connect(where, { rejectUnauthorized: false }).on('error', () => undefined);
    }
    return this.#session;
  }

  end(): void {
    this.#session?.close();
    this.#session = undefined;
  }
}
