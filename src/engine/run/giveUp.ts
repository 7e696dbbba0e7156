import type { PolicyResponse } from './PolicyContext.ts';

/** Lets go of a response that nobody will get, and of the connection that it came on. */
export function giveUp(response: PolicyResponse | null): void {
  response?.body?.discard();
  response?.tunnel?.close();
}
