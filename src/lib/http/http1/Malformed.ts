/**
 * A message that breaks the rules. `status` answers it, `reason` is for the log: the sender learns
 * nothing about how it was read.
 */
export class Malformed extends Error {
  readonly status: 400 | 408 | 413 | 414 | 417 | 421 | 431 | 501 | 505;

  constructor(status: Malformed['status'], reason: string) {
    super(reason);
    this.name = 'Malformed';
    this.status = status;
  }
}
