import type { BodyReads } from '../declaration/Value.ts';
import type { Scope, Section } from '../declaration/definePolicy.ts';
import type { PolicyContext } from './PolicyContext.ts';
import type { Outcome, Step } from './Step.ts';

/** Which policy runs, as `context.LastError` and traces name it. */
export interface Place {
  /** The XML element. */
  readonly source: string;
  readonly section: Section;
  readonly scope: Scope;
  /** Nesting, counted from 1: `choose[3]/when[2]/set-header[1]`. */
  readonly path: string;
  /** The `id` attribute, if the author gave one. */
  readonly policyId: string | undefined;
}

/** A compiled policy and where it stands. */
export interface PlacedStep {
  readonly place: Place;
  readonly step: Step;
  /** Bodies that its attributes and texts read. */
  readonly reads: BodyReads;
}

/** A policy failed, and this is which. Made once, by the innermost sequence. */
export class PolicyFailure extends Error {
  readonly place: Place;

  constructor(place: Place, cause: unknown) {
    super(`${place.source} failed`, { cause });
    this.name = 'PolicyFailure';
    this.place = place;
  }
}

/**
 * Runs policies one after another until the end, or until one finishes the response. A bare step is
 * a sequence of its own, whose policies are placed already.
 */
export function sequence(steps: readonly (PlacedStep | Step)[]): Step {
  const compiled = steps.map((step) => (typeof step === 'function' ? step : guarded(step)));
  const [only] = compiled;
  if (!only) return () => undefined;
  if (compiled.length === 1) return only;
  return (context) => runFrom(compiled, 0, context);
}

function runFrom(steps: readonly Step[], start: number, context: PolicyContext): ReturnType<Step> {
  for (let at = start; at < steps.length; at++) {
    const outcome = steps[at]!(context);
    if (outcome instanceof Promise) {
      return outcome.then((end) => (end ? end : runFrom(steps, at + 1, context)));
    }
    if (outcome) return outcome;
  }
  return undefined;
}

/** The step with its bodies buffered first, its failures located and its part of the trace told. */
function guarded({ place, step, reads }: PlacedStep): Step {
  const readsBody = reads.requestBody || reads.responseBody;
  const ready: Step = readsBody ? buffered(step, reads) : step;
  const failed = (error: unknown): never => fail(place, error);
  const located: Step = (context) => {
    try {
      const outcome = ready(context);
      return outcome instanceof Promise ? outcome.then(undefined, failed) : outcome;
    } catch (error) {
      return fail(place, error);
    }
  };
  return (context) => (context.tracer ? traced(place, located, context) : located(context));
}

function buffered(step: Step, reads: BodyReads): Step {
  return (context) => {
    const waiting = context.buffer(reads);
    return waiting ? waiting.then(() => step(context)) : step(context);
  };
}

function traced(place: Place, step: Step, context: PolicyContext): ReturnType<Step> {
  const tracer = context.tracer!;
  const startedAt = tracer.now();
  tracer.enter(place);
  const leave = (outcome: Outcome): Outcome => {
    tracer.leave(place, startedAt, outcome ? 'Finished the response.' : 'Done.');
    return outcome;
  };
  const leaveFailed = (error: unknown): never => {
    const cause = error instanceof PolicyFailure ? error.cause : error;
    tracer.leave(place, startedAt, `Failed: ${cause instanceof Error ? cause.message : 'unknown'}`);
    throw error;
  };
  try {
    const outcome = step(context);
    return outcome instanceof Promise ? outcome.then(leave, leaveFailed) : leave(outcome);
  } catch (error) {
    return leaveFailed(error);
  }
}

function fail(place: Place, error: unknown): never {
  throw error instanceof PolicyFailure ? error : new PolicyFailure(place, error);
}
