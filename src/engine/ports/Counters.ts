export interface Window {
  /** Calls allowed within the window. */
  readonly limit: number;
  readonly windowMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Count {
  /** Whether this call is within the limit. A refused call is not counted. */
  readonly allowed: boolean;
  /** Calls left after this one. */
  readonly remaining: number;
  /** Milliseconds until at least one more call is allowed; 0 when one is allowed now. */
  readonly retryAfterMs: number;
}

/** Port: sliding windows that count calls, shared by all who share the adapter. */
export interface Counters {
  /** Counts `amount` calls under `key` if they fit. */
  take(key: string, amount: number, window: Window): Count | Promise<Count>;
  /** Looks without counting: what `take` of one call would answer. */
  peek(key: string, window: Window): Count | Promise<Count>;
  /** Counts without asking: the call was made already. */
  add(key: string, amount: number, window: Window): void | Promise<void>;
}
