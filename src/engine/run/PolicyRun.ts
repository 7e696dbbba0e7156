import type {
  HostApi,
  HostContext,
  HostDeployment,
  HostLastError,
  HostOperation,
  HostProduct,
  HostSubscription,
  HostUser,
} from '../../expressions/context/host.ts';
import { Environment } from '../../expressions/runtime/Environment.ts';
import type { ExpressionLimits } from '../../expressions/runtime/Environment.ts';
import { ticksOfUnixMilliseconds } from '../../lib/dotnet-time/ticks.ts';
import { BodyTooLarge } from '../../lib/http/Body.ts';
import type { Body } from '../../lib/http/Body.ts';
import type { CancelSignal } from '../../lib/http/CancelSignal.ts';
import type { HttpVersion, IncomingRequest, TlsIdentity } from '../../lib/http/exchange.ts';
import { HeaderMap } from '../../lib/http/HeaderMap.ts';
import type { Url } from '../../lib/http/Url.ts';
import type { BackendTarget } from '../BackendTarget.ts';
import type { BodyReads } from '../declaration/Value.ts';
import { GatewayError } from '../errors.ts';
import type { Counters } from '../ports/Counters.ts';
import type { Slots } from '../ports/Slots.ts';
import type { ValueCache } from '../ports/ValueCache.ts';
import type { World } from '../ports/World.ts';
import type { PolicyContext, PolicyRequest, PolicyResponse } from './PolicyContext.ts';
import { PolicyFailure } from './sequence.ts';
import type { Place } from './sequence.ts';
import type { TraceData, Tracer } from './Tracer.ts';

/** What all requests of one gateway share. */
export interface Machine {
  readonly world: World;
  readonly counters: Counters;
  readonly slots: Slots;
  readonly cache: ValueCache;
  readonly deployment: HostDeployment;
  readonly limits: ExpressionLimits;
  /** Bytes of a body that may be held in memory. */
  readonly maxBufferedBytes: number;
}

/** What routing and the subscription check found out about a request. */
export interface Routed {
  readonly requestId: string;
  readonly url: Url;
  readonly originalUrl: Url;
  readonly matchedParameters: ReadonlyMap<string, string>;
  readonly spentQueryParameters: ReadonlySet<string>;
  readonly api: HostApi | null;
  readonly operation: HostOperation | null;
  readonly target: BackendTarget | undefined;
  readonly httpVersion: HttpVersion;
  /** What follows the backend's own path, with its slash. */
  readonly operationPath: string;
  readonly sampleResponse: PolicyContext['sampleResponse'];
}

/** Who makes a request. */
export interface Caller {
  readonly product: HostProduct | null;
  readonly subscription: HostSubscription | null;
  readonly user: HostUser | null;
}

/** What a policy does when all policies have run. */
interface Deferred {
  readonly place: Place;
  readonly action: () => void | Promise<void>;
}

/** One request on its way through the policies: the kit of policies and the `context` of expressions. */
export class PolicyRun implements PolicyContext {
  readonly requestId: string;
  readonly request: PolicyRequest;
  response: PolicyResponse | null = null;
  readonly variables = new Map<string, unknown>();
  readonly api: HostApi | null;
  readonly operation: HostOperation | null;
  product: HostProduct | null = null;
  subscription: HostSubscription | null = null;
  user: HostUser | null = null;
  readonly workspace = null;
  lastError: HostLastError | null = null;
  target: BackendTarget | undefined;
  readonly httpVersion: HttpVersion;
  clientCertificate: TlsIdentity | undefined = undefined;
  proxy: PolicyContext['proxy'] = undefined;
  readonly spentQueryParameters: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly sampleResponse: PolicyContext['sampleResponse'];
  readonly environment: Environment;
  readonly signal: CancelSignal;
  readonly tracer: Tracer | undefined;
  readonly #machine: Machine;
  #operationPath: string;
  #atEnd: Deferred[] | undefined;
  #onAnswer: ((headers: HeaderMap) => void)[] | undefined;

  constructor(machine: Machine, incoming: IncomingRequest, routed: Routed, tracer?: Tracer) {
    this.#machine = machine;
    this.sampleResponse = routed.sampleResponse;
    this.requestId = routed.requestId;
    this.request = requestOf(incoming, routed);
    this.api = routed.api;
    this.operation = routed.operation;
    this.target = routed.target;
    this.httpVersion = routed.httpVersion;
    this.#operationPath = routed.operationPath;
    this.spentQueryParameters = routed.spentQueryParameters;
    this.timestamp = machine.world.now();
    this.environment = new Environment(machine.world, machine.limits);
    this.signal = incoming.signal;
    this.tracer = tracer;
  }

  /** The subscription check tells who calls. */
  identified({ product, subscription, user }: Caller): void {
    this.product = product;
    this.subscription = subscription;
    this.user = user;
  }

  get world(): World {
    return this.#machine.world;
  }

  get counters(): Counters {
    return this.#machine.counters;
  }

  get slots(): Slots {
    return this.#machine.slots;
  }

  get cache(): ValueCache {
    return this.#machine.cache;
  }

  get deployment(): HostDeployment {
    return this.#machine.deployment;
  }

  get maxBufferedBytes(): number {
    return this.#machine.maxBufferedBytes;
  }

  get backend(): HostContext['backend'] {
    return this.target?.id === undefined ? null : { id: this.target.id, type: 'Single' };
  }

  get timestampTicks(): bigint {
    return ticksOfUnixMilliseconds(this.timestamp);
  }

  get elapsedTicks(): bigint {
    return ticksOfUnixMilliseconds(this.world.now()) - this.timestampTicks;
  }

  get elapsed(): number {
    return this.world.now() - this.timestamp;
  }

  get tracing(): boolean {
    return this.tracer !== undefined;
  }

  retarget(target: BackendTarget): void {
    this.target = target;
    this.#readdress();
  }

  rewritePath(path: string): void {
    this.#operationPath = path;
    this.#readdress();
  }

  #readdress(): void {
    const { url } = this.request;
    const base = this.target?.baseUrl;
    if (base) {
      url.scheme = base.scheme;
      url.host = base.host;
      url.port = base.port;
    }
    url.path = joinPaths(base?.path ?? '', this.#operationPath);
  }

  openResponse(): PolicyResponse {
    return (this.response ??= {
      statusCode: 200,
      statusReason: 'OK',
      headers: new HeaderMap(),
      body: null,
    });
  }

  buffer({ requestBody, responseBody }: BodyReads): void | Promise<void> {
    const request = requestBody ? this.#buffer(this.request.body, 'request') : undefined;
    const response = responseBody
      ? this.#buffer(this.response?.body ?? null, 'response')
      : undefined;
    if (request && response) return Promise.all([request, response]).then(() => undefined);
    return request ?? response;
  }

  #buffer(body: Body | null, side: 'request' | 'response'): void | Promise<void> {
    if (!body || body.bytes) return undefined;
    const bytes = body.buffer(this.maxBufferedBytes);
    if (!(bytes instanceof Promise)) return undefined;
    return bytes.then(
      () => undefined,
      (cause: unknown) => {
        throw bufferingError(cause, side);
      },
    );
  }

  atEnd(place: Place, action: Deferred['action']): void {
    (this.#atEnd ??= []).push({ place, action });
  }

  onAnswer(change: (headers: HeaderMap) => void): void {
    (this.#onAnswer ??= []).push(change);
  }

  /** The response with what policies change about every answer. */
  answer(): PolicyResponse {
    const response = this.openResponse();
    for (const change of this.#onAnswer ?? []) change(response.headers);
    return response;
  }

  /**
   * Does what policies put off until the response is ready: all of it, once, whatever of it fails.
   * @throws PolicyFailure the first failure
   */
  finish(): void | Promise<void> {
    const deferred = this.#atEnd;
    this.#atEnd = undefined;
    return deferred && this.#finish(deferred);
  }

  async #finish(deferred: readonly Deferred[]): Promise<void> {
    let failure: PolicyFailure | undefined;
    for (const { place, action } of deferred) {
      try {
        await action();
      } catch (error) {
        failure ??= new PolicyFailure(place, error);
      }
    }
    if (failure) throw failure;
  }

  explain(data: TraceData): void {
    this.tracer?.explain(data);
  }

  /** `context.Trace(message)` of an expression. */
  trace(message: string): void {
    this.tracer?.explain({ message });
  }
}

/** One slash between the backend's path and the operation's, which starts with one or is empty. */
export function joinPaths(base: string, path: string): string {
  if (path === '') return base || '/';
  return `${base.endsWith('/') ? base.replace(/\/+$/, '') : base}${path}`;
}

function requestOf(incoming: IncomingRequest, routed: Routed): PolicyRequest {
  return {
    method: incoming.method,
    originalMethod: incoming.method,
    url: routed.url,
    originalUrl: routed.originalUrl,
    headers: incoming.headers,
    body: incoming.body,
    upgrade: incoming.upgrade,
    ipAddress: incoming.remoteAddress,
    matchedParameters: routed.matchedParameters,
    certificate: incoming.clientCertificate,
  };
}

function bufferingError(cause: unknown, side: 'request' | 'response'): GatewayError {
  if (side === 'request') {
    if (cause instanceof BodyTooLarge) {
      return new GatewayError('RequestBodyTooLarge', { args: [cause.limit], cause });
    }
    return new GatewayError('ClientConnectionFailure', {
      args: ['The caller went away while its request was read.'],
      cause,
    });
  }
  const message =
    cause instanceof BodyTooLarge
      ? `The response body is longer than ${cause.limit} bytes.`
      : 'The backend broke off while its response was read.';
  return new GatewayError('BackendConnectionFailure', { args: [message], cause });
}
