import type { Socket } from 'node:net';
import type { Body } from '../Body.ts';
import type { OutgoingResponse } from '../exchange.ts';
import { owned } from '../Lease.ts';
import { acceptsTrailers, announcedTrailers } from '../trailers.ts';
import { Deadline } from './Deadline.ts';
import { framingFor, mayHaveContent, responseText } from './responseText.ts';
import type { Delivery } from './responseText.ts';
import { writeText } from './writeText.ts';
import { ContentWriter, drained, writeTogether } from './writing.ts';

/** Whoever has answers written hears how far they are. */
export interface Answerer {
  /** The head of the answer is out. */
  answering(): void;
  /** The caller has read the answer. Whether the end of the connection is the end of its content. */
  answered(endsConnection: boolean): void;
  /** Ends the connection: the only honest end of an answer that broke off. */
  destroy(): void;
}

/** A longer answer goes out in parts, so that a caller who reads it slowly is told from one who does not. */
const mostAtOnce = 256 * 1024;

/** Writes answers to one caller, who may read slowly, but not for ever. */
export class AnswerWriter {
  readonly #socket: Socket;
  readonly #timeoutMs: number;
  readonly #answerer: Answerer;
  readonly #deadline: Deadline;

  constructor(socket: Socket, timeoutMs: number, answerer: Answerer) {
    this.#socket = socket;
    this.#timeoutMs = timeoutMs;
    this.#answerer = answerer;
    this.#deadline = new Deadline(() => answerer.destroy());
  }

  /** The connection is over. */
  end(): void {
    this.#deadline.end();
  }

  write(response: OutgoingResponse, delivery: Delivery): void {
    const { body, status } = response;
    const text = responseText(response, delivery);
    const content = body && mayHaveContent(delivery.method, status) ? body : null;
    if (!content) {
      body?.discard();
      this.#written(writeText(this.#socket, text));
    } else if (content.bytes && content.bytes.length <= mostAtOnce) {
      this.#written(writeTogether(this.#socket, text, content.bytes, owned));
    } else void this.#writeStream(response, content, text, delivery);
  }

  async #writeStream(
    { headers }: OutgoingResponse,
    body: Body,
    text: string,
    delivery: Delivery,
  ): Promise<void> {
    const { version } = delivery;
    const framing = framingFor(body, version);
    const writer = new ContentWriter(this.#socket, framing, text);
    try {
      const piped = body.pipe((part, lease) => {
        this.#answerer.answering();
        return this.#patiently(writer.take(part, lease));
      });
      writer.flush();
      this.#answerer.answering();
      await piped;
      const { trailers } = body;
      const takesThem = trailers !== undefined && acceptsTrailers(delivery.headers);
      const isTaken = writer.end(takesThem ? announcedTrailers(trailers, headers) : undefined);
      this.#written(isTaken, framing === 'close');
    } catch {
      body.discard();
      this.#answerer.destroy();
    }
  }

  /** Whatever follows, be it the end of the connection, waits until the caller has read the answer. */
  #written(isTaken: boolean, endsConnection = false): void {
    if (isTaken) {
      this.#answerer.answered(endsConnection);
      return;
    }
    this.#patiently(drained(this.#socket))!.then(
      () => this.#answerer.answered(endsConnection),
      () => undefined,
    );
  }

  #patiently(waiting: void | Promise<void>): void | Promise<void> {
    if (!waiting) return undefined;
    this.#deadline.set(this.#timeoutMs);
    return waiting.then(() => this.#deadline.clear());
  }
}
