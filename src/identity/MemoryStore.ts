import type { Adapter, AdapterPayload } from 'oidc-provider';
import { errors } from './oidcProvider.ts';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Entries of one kind that are kept; a flood of one kind cannot push out another. */
const maxEntries = 5000;

/**
 * The state of the provider: sessions, interactions, codes, grants and refresh tokens, in memory
 * and bounded. What expired is dropped; beyond the limit the oldest entry of its kind goes.
 */
export class MemoryStore {
  readonly #now: () => number;
  readonly #adapters = new Map<string, Adapter>();

  /** `now` gives milliseconds since 1970. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The adapter that oidc-provider asks for each of its models; the same one every time. */
  adapter(model: string): Adapter {
    let adapter = this.#adapters.get(model);
    if (!adapter) this.#adapters.set(model, (adapter = new ModelAdapter(this.#now)));
    return adapter;
  }
}

class ModelAdapter implements Adapter {
  readonly #now: () => number;
  // In order of the last write. All entries of a kind live about equally long, so the first ones
  // expire first, and sweeping from the front finds what is due without visiting the rest.
  readonly #entries = new Map<string, Entry>();

  constructor(now: () => number) {
    this.#now = now;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn = Infinity): Promise<void> {
    this.#entries.delete(id);
    this.#sweep();
    const expiresAt = this.#now() + expiresIn * 1000;
    this.#entries.set(id, { payload: structuredClone(payload), expiresAt });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(id);
    return entry && this.#isLive(entry) ? structuredClone(entry.payload) : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    for (const entry of this.#entries.values())
      if (entry.payload.uid === uid && this.#isLive(entry)) return structuredClone(entry.payload);
    return undefined;
  }

  /** Only the device flow has user codes, and it is switched off. */
  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /** A code or refresh token is used once; of two requests at the same time the second fails. */
  async consume(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || entry.payload.consumed !== undefined)
      throw new errors.InvalidGrant('already consumed');
    entry.payload.consumed = Math.floor(this.#now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#entries)
      if (payload.grantId === grantId) this.#entries.delete(id);
  }

  #isLive(entry: Entry): boolean {
    return this.#now() < entry.expiresAt;
  }

  #sweep(): void {
    for (const [id, entry] of this.#entries) {
      if (this.#isLive(entry) && this.#entries.size < maxEntries) return;
      this.#entries.delete(id);
    }
  }
}
