import type { PolicyContext } from './PolicyContext.ts';

/** Tells the pipeline to stop: the response is complete (`return-response`, `mock-response`). */
export const finished = 'finished';

/** Tells the pipeline that the response is here: `outbound` is what remains (`cache-lookup`). */
export const answered = 'answered';

/** What ends a sequence; nothing when it goes on. */
export type Outcome = typeof finished | typeof answered | undefined | void;

/**
 * One compiled policy. It acts through the context, and returns a promise only when it must wait;
 * only promises are awaited. It fails by throwing a GatewayError.
 */
export type Step = (context: PolicyContext) => Outcome | Promise<Outcome>;

/** The policies of a block: one after the other when it is called, or each for itself. */
export interface Block extends Step {
  readonly each: readonly Step[];
}
