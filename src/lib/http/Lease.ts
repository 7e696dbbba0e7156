/** Says who may use bytes that others will be read into: while anybody holds them, nobody reads. */
export interface Lease {
  /** Keeps the bytes as they are, until `release`. */
  hold(): void;
  release(): void;
}

/** Of bytes that are never read into again: keeping them costs nothing. */
export const owned: Lease = { hold: () => undefined, release: () => undefined };
