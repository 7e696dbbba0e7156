/** Port: values by key for a time, shared by all who share the adapter. Values are boxed .NET values. */
export interface ValueCache {
  /** Undefined when there is none, or none any more. */
  get(key: string, now: number): unknown;
  /** Replaces what is there. An adapter may keep no value that is large. */
  set(key: string, value: unknown, lifetime: Lifetime): void | Promise<void>;
  delete(key: string): void | Promise<void>;
}

export interface Lifetime {
  readonly durationMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How much memory the value takes, about; adapters bound what they hold by it. */
  readonly bytes: number;
}
