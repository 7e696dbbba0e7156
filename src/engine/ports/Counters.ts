export interface Window {
  /** Calls allowed within the window. */
  readonly limit: number;
  /** How long a call counts. It belongs to the key: one key always comes with the same. */
  readonly windowMs: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Count {
  /** Whether this call is within the limit. A refused call is not counted. */
  readonly allowed: boolean;
  /** Calls left: after this one if it was counted. */
  readonly remaining: number;
  /** Milliseconds until this would be allowed; 0 when it is allowed now. */
  readonly retryAfterMs: number;
}

/**
 * Port: sliding windows that count calls, shared by all who share the adapter. A call counts from
 * the millisecond in which it was made until it is as old as the window is long.
 */
export interface Counters {
  /** Counts `amount` calls (1 or more) under `key` if they fit. */
  take(key: string, amount: number, window: Window): Count | Promise<Count>;
  /** Looks without counting whether a call would fit. */
  peek(key: string, window: Window): Count | Promise<Count>;
  /** Counts without asking: the call was made already. */
  add(key: string, amount: number, window: Window): void | Promise<void>;
}
