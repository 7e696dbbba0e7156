import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as pass } from 'node:timers/promises';
import { open, talk } from './Talk.ts';
import type { Ports } from './gateway.ts';

/** A kind of call, as one of many callers makes it. */
export interface Kind {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** Makes one call. False: it was not answered as it should be. */
  make(caller: Caller): Promise<boolean>;
}

/** Who calls: by kept connections, as long as these last. */
export class Caller {
  readonly ports: Ports;
  readonly #headers: () => string;
  #socket: Socket | undefined;

  /** `headers` gives key and token, as lines. */
  constructor(ports: Ports, headers: () => string) {
    this.ports = ports;
    this.#headers = headers;
  }

  get headers(): string {
    return this.#headers();
  }

  get kept(): Socket {
    if (!this.#socket || this.#socket.destroyed || this.#socket.readableEnded) {
      this.#socket = open(this.ports.httpPort, false);
    }
    return this.#socket;
  }

  end(): void {
    this.#socket?.destroy();
  }
}

const content = 'y'.repeat(100_000);
const chunk = `400\r\n${content.slice(0, 1_024)}\r\n`;
const host = 'Host: 127.0.0.1\r\n';

const get = (path: string, headers: string): string =>
  `GET /${path} HTTP/1.1\r\n${host}${headers}\r\n`;
const post = (path: string, headers: string, body: string): string =>
  `POST /${path} HTTP/1.1\r\n${host}${headers}\r\n${body}`;

/** A request on the kept connection that is answered with a status. */
function kept(
  name: string,
  weight: number,
  status: number,
  textOf: (caller: Caller) => string,
): Kind {
  return {
    name,
    weight,
    async make(caller) {
      const outcome = await talk(caller.kept, textOf(caller));
      // The gateway may close a kept connection at the moment when it is used again.
      const isStale = outcome.kind === 'broken' && outcome.status === undefined;
      return isStale || (outcome.kind === 'answered' && outcome.status === status);
    },
  };
}

/** A request on a connection of its own. */
function alone(name: string, weight: number, secure: boolean): Kind {
  return {
    name,
    weight,
    async make({ ports, headers }) {
      const socket = open(secure ? ports.httpsPort : ports.httpPort, secure);
      const { kind, status } = await talk(socket, get('small', `${headers}Connection: close\r\n`));
      socket.destroy();
      return kind === 'answered' && status === 200;
    },
  };
}

/** A call that its caller gives up: in the middle of the request, or before its answer is whole. */
function abandoned(name: string, weight: number, textOf: (caller: Caller) => string): Kind {
  return {
    name,
    weight,
    async make(caller) {
      const socket = open(caller.ports.httpPort, false);
      socket.resume();
      socket.write(textOf(caller));
      await pass(Math.random() * 50);
      socket.destroy();
      return true;
    },
  };
}

const webSocket: Kind = {
  name: 'a WebSocket',
  weight: 0.5,
  async make({ ports }) {
    const socket = open(ports.httpPort, false);
    const asks =
      'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    const { status } = await talk(socket, get('socket', asks));
    const echo = Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
    ]);
    socket.write('hello');
    const isEchoed = status === 101 && (await echo);
    socket.destroy();
    return isEchoed;
  },
};

export const kinds: readonly Kind[] = [
  kept('a short answer', 6, 200, ({ headers }) => get('small', headers)),
  kept('an answer of 100 KB', 1, 200, ({ headers }) => get('large', headers)),
  kept('an upload of 100 KB', 1, 200, ({ headers }) =>
    post('upload/', `${headers}Content-Length: ${content.length}\r\n`, content),
  ),
  kept('an upload in chunks', 1, 200, ({ headers }) =>
    post('upload/', `${headers}Transfer-Encoding: chunked\r\n`, `${chunk.repeat(50)}0\r\n\r\n`),
  ),
  kept('a wrong key', 0.5, 401, () => get('small', 'Ocp-Apim-Subscription-Key: wrong\r\n')),
  kept('a broken token', 0.5, 401, ({ headers }) =>
    get('small', headers.replace(/\.\S+\r/, '.x.x\r')),
  ),
  kept('an operation that there is not', 0.5, 404, ({ headers }) =>
    get('small', headers).replace('GET', 'DELETE'),
  ),
  alone('a new connection', 1, false),
  alone('a new TLS connection', 0.5, true),
  abandoned('a request that ends early', 0.5, ({ headers }) => {
    const text = post('upload/', `${headers}Content-Length: ${content.length}\r\n`, content);
    return text.slice(0, Math.floor(Math.random() * text.length));
  }),
  abandoned('a caller who goes while the backend is silent', 0.5, ({ headers }) =>
    get('silent', headers),
  ),
  abandoned('a caller who goes while the answer stalls', 0.5, ({ headers }) =>
    get('stall', headers),
  ),
  abandoned('bytes that are no request', 0.3, () => 'NO\u0000REQUEST\r\n\r\n'),
  {
    name: 'an answer that breaks off',
    weight: 0.5,
    async make(caller) {
      const socket = open(caller.ports.httpPort, false);
      const { kind } = await talk(socket, get('cut', caller.headers));
      socket.destroy();
      return kind === 'broken';
    },
  },
  webSocket,
];

/** One of them, as often as it should come. */
export function anyKind(): Kind {
  const all = kinds.reduce((sum, { weight }) => sum + weight, 0);
  let left = Math.random() * all;
  return kinds.find(({ weight }) => (left -= weight) < 0) ?? kinds[0]!;
}
