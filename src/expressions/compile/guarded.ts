/** `try … catch` and `try … finally` as closures: with two passes where the code has filters. */
import { NetException } from '../runtime/exceptions.ts';
import type { Guard } from '../runtime/Guards.ts';
import type { Execute, Frame, Signal } from './Frame.ts';

/** A catch clause: whether it handles an exception, and how. */
export interface Handler {
  readonly takes: (frame: Frame, exception: NetException) => boolean;
  readonly handle: (frame: Frame, exception: NetException) => Signal;
}

/**
 * Runs `body`; the first handler that takes what it throws handles it. Only .NET's exceptions are
 * caught: a limit that was exceeded ends the evaluation.
 */
export function catching(
  body: Execute,
  handlers: readonly Handler[],
  hasFilters: boolean,
): Execute {
  return hasFilters ? catchingInTwoPasses(body, handlers) : catchingAtOnce(body, handlers);
}

/** Runs `last` however `body` ends; `last` itself ends normally or throws. */
export function finishing(
  body: Execute,
  last: (frame: Frame) => unknown,
  hasFilters: boolean,
): Execute {
  return hasFilters ? finishingInTwoPasses(body, last) : finishingAtOnce(body, last);
}

function catchingAtOnce(body: Execute, handlers: readonly Handler[]): Execute {
  return (frame) => {
    try {
      return body(frame);
    } catch (error) {
      if (!(error instanceof NetException)) throw error;
      const handler = handlers.find(({ takes }) => takes(frame, error));
      if (!handler) throw error;
      return handler.handle(frame, error);
    }
  };
}

/** The handlers of one `try` under way. */
class RunningTry implements Guard {
  readonly #handlers: readonly Handler[];
  readonly #frame: Frame;
  #chosen: Handler | undefined;

  constructor(handlers: readonly Handler[], frame: Frame) {
    this.#handlers = handlers;
    this.#frame = frame;
  }

  takes(exception: NetException): boolean {
    this.#chosen = this.#handlers.find(({ takes }) => takes(this.#frame, exception));
    return this.#chosen !== undefined;
  }

  handle(exception: NetException): Signal {
    if (!this.#chosen) throw exception;
    return this.#chosen.handle(this.#frame, exception);
  }
}

function catchingInTwoPasses(body: Execute, handlers: readonly Handler[]): Execute {
  return (frame) => {
    const { guards } = frame.environment;
    const guard = new RunningTry(handlers, frame);
    const depth = guards.enter(guard);
    let thrown: NetException;
    try {
      return body(frame);
    } catch (error) {
      if (!(error instanceof NetException) || guards.decide(error).guard !== guard) throw error;
      thrown = error;
    } finally {
      guards.leave(depth);
    }
    guards.forget();
    return guard.handle(thrown);
  };
}

function finishingAtOnce(body: Execute, last: (frame: Frame) => unknown): Execute {
  return (frame) => {
    try {
      return body(frame);
    } finally {
      last(frame);
    }
  };
}

function finishingInTwoPasses(body: Execute, last: (frame: Frame) => unknown): Execute {
  return (frame) => {
    const { guards } = frame.environment;
    let signal: Signal;
    try {
      signal = body(frame);
    } catch (error) {
      const decision = error instanceof NetException ? guards.decide(error) : undefined;
      // What is thrown within, be it the same object, is another throw.
      guards.forget();
      last(frame);
      guards.resume(decision);
      throw error;
    }
    last(frame);
    return signal;
  };
}
