import type { Machine } from '../engine/run/PolicyRun.ts';
import { PolicyRun } from '../engine/run/PolicyRun.ts';
import type { PolicyResponse } from '../engine/run/PolicyContext.ts';
import { runOnError, runPlan } from '../engine/run/runPlan.ts';
import type { OnFailure, Plan } from '../engine/run/runPlan.ts';
import { finished } from '../engine/run/Step.ts';
import type { TraceEntry } from '../engine/run/Tracer.ts';
import { Tracer } from '../engine/run/Tracer.ts';
import type { Snapshot } from '../engine/snapshot/Snapshot.ts';
import type { IncomingRequest, OutgoingResponse } from '../lib/http/exchange.ts';
import { causeOf } from './causeOf.ts';
import type { AccessRecord, GatewayLog } from './GatewayLog.ts';
import { identify, route } from './route.ts';
import type { Call } from './route.ts';
import { ApiTable } from './routing/ApiTable.ts';
import { KeyIndex } from './subscriptions/KeyIndex.ts';

/** The story of one call. */
export interface RequestTrace {
  readonly traceId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly traceEntries: readonly TraceEntry[];
}

export interface GatewayOptions {
  readonly log: GatewayLog;
  /** Present when every call is to be traced. */
  readonly onTrace?: (trace: RequestTrace) => void;
}

/** A snapshot with what was derived from it to find things fast. */
export interface Live {
  readonly snapshot: Snapshot;
  /** What its calls run on; some of it is told by the snapshot. */
  readonly machine: Machine;
  readonly apis: ApiTable;
  readonly keys: KeyIndex;
}

/** The data plane: answers calls by the snapshot that was published last. */
export class Gateway {
  readonly #options: GatewayOptions;
  #live: Live;

  constructor(live: Live, options: GatewayOptions) {
    this.#options = options;
    this.#live = live;
  }

  /** From now on new calls see this snapshot; calls under way finish with the one they began with. */
  publish(live: Live): void {
    this.#live = live;
  }

  /** Answers one call. Never rejects. */
  async handle(request: IncomingRequest): Promise<OutgoingResponse> {
    const { onTrace } = this.#options;
    const { machine } = this.#live;
    const tracer = onTrace && new Tracer(() => machine.world.now());
    const call = route(this.#live, request, machine);
    const run = new PolicyRun(machine, request, call.routed, tracer);
    let failure: AccessRecord['failure'];
    const onFailure: OnFailure = (error, lastError) => {
      const { source, message, path } = lastError;
      failure = {
        source,
        reason: error.reason,
        message,
        path: path ?? undefined,
        cause: causeOf(error),
      };
      tracer?.explain({ message, reason: error.reason }, source);
    };
    const answer = this.#answer(call, request, run, onFailure);
    const response = answer instanceof Promise ? await answer : answer;
    this.#record(call, request, response, run, failure);
    return outgoing(response);
  }

  #answer(
    call: Call,
    request: IncomingRequest,
    run: PolicyRun,
    onFailure: OnFailure,
  ): PolicyResponse | Promise<PolicyResponse> {
    const failed = (error: unknown): Promise<PolicyResponse> =>
      answerUnserved(call.plan, run, error, onFailure);
    if (call.preflight) return answerPreflight(call.preflight, run).catch(failed);
    let plan: Plan;
    try {
      if (call.error) throw call.error;
      plan = identify(this.#live, call, request, run);
    } catch (error) {
      return failed(error);
    }
    return runPlan(plan, run, onFailure);
  }

  #record(
    call: Call,
    request: IncomingRequest,
    response: PolicyResponse,
    run: PolicyRun,
    failure: AccessRecord['failure'],
  ): void {
    const { requestId, originalUrl } = call.routed;
    this.#options.log.access({
      requestId,
      remoteAddress: request.remoteAddress,
      method: request.method,
      path: originalUrl.path,
      status: response.statusCode,
      durationMs: run.elapsed,
      apiId: run.api?.id,
      operationId: run.operation?.id,
      productId: run.product?.id,
      subscriptionId: run.subscription?.id,
      failure,
    });
    if (!run.tracer) return;
    this.#options.onTrace?.({
      traceId: requestId,
      method: request.method,
      path: originalUrl.path,
      status: response.statusCode,
      traceEntries: run.tracer.entries,
    });
  }
}

/** Derives what calls need. The longer part of publishing; nothing changes by it. */
export function liveOf(snapshot: Snapshot, machine: Machine): Live {
  return {
    snapshot,
    machine,
    apis: new ApiTable(snapshot),
    keys: new KeyIndex(snapshot.resources),
  };
}

/** The answer to a call that fails before it is known whose it is. */
async function answerUnserved(
  plan: Plan,
  run: PolicyRun,
  error: unknown,
  onFailure: OnFailure,
): Promise<PolicyResponse> {
  await runOnError(plan, run, error, onFailure);
  return run.openResponse();
}

/**
 * Only `cors` is asked about a preflight. When no `cors` answers, the answer is empty, and the
 * browser takes it for a no.
 */
async function answerPreflight(
  preflight: Plan['preflight'],
  run: PolicyRun,
): Promise<PolicyResponse> {
  const outcome = await preflight(run);
  return outcome === finished && run.response ? run.response : run.openResponse();
}

function outgoing(response: PolicyResponse): OutgoingResponse {
  const { statusCode, statusReason, headers, body, tunnel } = response;
  const answer = { status: statusCode, reason: statusReason, headers, body };
  if (!tunnel) return answer;
  // A policy that answers otherwise has decided against the other protocol.
  if (statusCode === 101) return { ...answer, tunnel };
  tunnel.close();
  return answer;
}
