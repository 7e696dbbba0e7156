import type { Place } from './sequence.ts';

/** What a policy read, decided or changed. */
export interface TraceData {
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** One record of the story of a request. */
export interface TraceEntry {
  /** The policy, or a built-in step such as `api-inspector`. */
  readonly source: string;
  readonly section: string;
  readonly scope: string | undefined;
  readonly path: string | undefined;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  /** Milliseconds since the request came in. */
  readonly elapsed: number;
  readonly data: TraceData;
}

/** Listens to a request: every policy that starts and ends, and what it explains. */
export class Tracer {
  readonly entries: TraceEntry[] = [];
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #running: Place[] = [];

  constructor(now: () => number) {
    this.#now = now;
    this.#startedAt = now();
  }

  enter(place: Place): void {
    this.#running.push(place);
  }

  /** `durationMs` counts the waits of the policy, too. */
  leave(place: Place, startedAt: number, outcome: string): void {
    const at = this.#running.lastIndexOf(place);
    if (at >= 0) this.#running.splice(at, 1);
    this.#record(place, { message: outcome, durationMs: this.#now() - startedAt });
  }

  now(): number {
    return this.#now();
  }

  /** Records what the policy that runs explains, or a built-in step named by `source`. */
  explain(data: TraceData, source?: string): void {
    const place = this.#running.at(-1);
    if (source !== undefined || !place) {
      this.#record({ source: source ?? 'gateway', section: place?.section ?? 'inbound' }, data);
    } else this.#record(place, data);
  }

  #record(place: Pick<Place, 'source' | 'section'> & Partial<Place>, data: TraceData): void {
    const timestamp = this.#now();
    const { source, section, scope, path } = place;
    const elapsed = timestamp - this.#startedAt;
    this.entries.push({ source, section, scope, path, timestamp, elapsed, data });
  }
}
