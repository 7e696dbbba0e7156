/** Port: values by key for a time, shared by all who share the adapter. Values are boxed .NET values. */
export interface ValueCache {
  /** Undefined when there is none, or none any more. */
  get(key: string, now: number): unknown;
  set(
    key: string,
    value: unknown,
    lifetime: { durationMs: number; now: number },
  ): void | Promise<void>;
  delete(key: string): void | Promise<void>;
}
