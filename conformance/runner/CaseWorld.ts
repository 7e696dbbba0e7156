import type { World } from '../../src/engine/ports/World.ts';
import { Body } from '../../src/lib/http/Body.ts';
import { SendError } from '../../src/lib/http/exchange.ts';
import type { IncomingResponse, OutgoingRequest } from '../../src/lib/http/exchange.ts';
import { HeaderMap } from '../../src/lib/http/HeaderMap.ts';
import { refuseLiteral } from '../../src/lib/http/http1/guardedLookup.ts';
import { refusalOutside } from '../../src/server/refusalOutside.ts';
import type { Message } from './readCase.ts';

/** What was sent somewhere, with its body read. */
export interface Sent {
  readonly request: OutgoingRequest;
  readonly body: string;
}

/** The world of one case: a clock that only the case moves, and a network that answers as it says. */
export class CaseWorld implements World {
  readonly sent: Sent[] = [];
  readonly #answers = new Map<string, Message[]>();
  readonly #addresses = new Map<string, string>();
  readonly #refusal = refusalOutside([]);
  #now: number;
  #random = 0;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** A sequence that never repeats within a case, and is the same in every run. */
  randomBytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.#random++ & 0xff);
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }

  /** Several answers of one address are given in turn, the last one for ever. */
  answer(address: string, message: Message): void {
    const known = this.#answers.get(address);
    if (known) known.push(message);
    else this.#answers.set(address, [message]);
  }

  /** What a name of a host means; nobody asks about other names. */
  resolve(host: string, address: string): void {
    this.#addresses.set(host, address);
  }

  readonly send = async (request: OutgoingRequest): Promise<IncomingResponse> => {
    for (const hop of [request, ...(request.proxy ? [request.proxy] : [])]) {
      if (hop.hostIsConfigured !== true) this.#guard(new URL(hop.url).hostname);
    }
    const body = await taken(request.body);
    this.sent.push({ request, body });
    const answers =
      this.#answers.get(request.url) ?? this.#answers.get(new URL(request.url).origin);
    if (!answers) throw new SendError('connection', 'Nothing answers there.');
    const message = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (message.first === 'timeout') throw new SendError('timeout', 'No answer came in time.');
    return responseOf(message);
  };

  /** What the client does when it connects. */
  #guard(host: string): void {
    const literal = host.startsWith('[') ? host.slice(1, -1) : host;
    try {
      refuseLiteral(this.#addresses.get(host) ?? literal, this.#refusal);
    } catch (error) {
      throw new SendError('connection', 'The connection to the backend failed.', error);
    }
  }
}

/** Takes a body as a client does: what was streamed is gone then. */
async function taken(body: Body | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  await body?.pipe((chunk) => {
    chunks.push(chunk.slice());
  });
  return Buffer.concat(chunks).toString();
}

function responseOf({ first, headers, body }: Message): IncomingResponse {
  const [, status = '200', reason = 'OK'] = /^(\d{3})\s*(.*)$/.exec(first) ?? [];
  return {
    status: Number(status),
    reason,
    headers: new HeaderMap(headers),
    body: body === undefined ? null : Body.ofText(body),
  };
}
