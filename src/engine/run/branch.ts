import { Cancellation } from '../../lib/http/CancelSignal.ts';
import type { CancelSignal } from '../../lib/http/CancelSignal.ts';
import type { PolicyContext } from './PolicyContext.ts';

/** A part of a request's policies that runs beside others and can be ended. */
export interface Branch {
  /** The request's own context until the branch is over; then nothing can be done with it. */
  readonly context: PolicyContext;
  /** Ends it: what it waits for is given up, and what it would do next fails. */
  end(): void;
}

/** Somebody acts for a branch that is over. Nobody waits for it, so nobody hears of this. */
export class BranchOver extends Error {
  constructor() {
    super('the branch is over');
    this.name = 'BranchOver';
  }
}

/** Begins a branch. It must be ended, whatever becomes of it. */
export function branchOf(context: PolicyContext): Branch {
  const own = new Cancellation();
  const follow = (): void => own.abort();
  const { signal } = context;
  if (signal.aborted) own.abort();
  else signal.addEventListener('abort', follow);
  let isOver = false;
  const over = (): boolean => isOver;
  return {
    context: new Proxy(context, handlerOf(own, over)),
    end() {
      isOver = true;
      signal.removeEventListener('abort', follow);
      own.abort();
    },
  };
}

/** Everything is the request's, but for the signal. */
function handlerOf(signal: CancelSignal, isOver: () => boolean): ProxyHandler<PolicyContext> {
  return {
    get(target, name): unknown {
      if (name === 'signal') return signal;
      if (isOver()) throw new BranchOver();
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, name, value): boolean {
      if (isOver()) throw new BranchOver();
      return Reflect.set(target, name, value, target);
    },
  };
}
