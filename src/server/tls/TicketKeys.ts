import { randomBytes } from 'node:crypto';
import { ticketKeyLength } from '../../lib/http/tls/answerTicketKey.ts';

/**
 * The keys of TLS session tickets. Whoever has one reads what was said in the sessions of TLS 1.2 that
 * it wrote, so none is kept for long; a session lives an hour, so with the key before it each ticket is
 * read as long as it may be.
 */
export class TicketKeys {
  readonly #random: (bytes: number) => Uint8Array;
  #keys: readonly Uint8Array[];

  constructor(random: (bytes: number) => Uint8Array = randomBytes) {
    this.#random = random;
    this.#keys = [random(ticketKeyLength)];
  }

  /** The one to write with first. */
  get all(): readonly Uint8Array[] {
    return this.#keys;
  }

  /** A new key; the one before it is still read with. */
  rotate(): void {
    this.#keys = [this.#random(ticketKeyLength), this.#keys[0]!];
  }

  /** A new key, and no session of before is resumed. */
  forget(): void {
    this.#keys = [this.#random(ticketKeyLength)];
  }
}
