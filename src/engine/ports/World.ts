import type { World as ExpressionWorld } from '../../expressions/runtime/Environment.ts';
import type { CancelSignal } from '../../lib/http/CancelSignal.ts';
import type { Send } from '../../lib/http/exchange.ts';

/** Port: everything outside the process that a request may touch. */
export interface World extends ExpressionWorld {
  /** Resolves after that time, or at once when the signal aborts. */
  sleep(milliseconds: number, signal?: CancelSignal): Promise<void>;
  readonly send: Send;
}
