/**
 * Port: how many requests are within something at this moment. Counted in this process alone, in all
 * of its threads: a request leaves what it entered, or ends with its thread.
 */
export interface Slots {
  /** Enters, unless as many as `limit` (0 or more) are within already. */
  enter(key: string, limit: number): boolean;
  /** Leaves what was entered under the same key. */
  leave(key: string): void;
}
