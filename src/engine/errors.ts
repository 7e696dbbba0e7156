/**
 * Every way in which the gateway refuses or fails a call. The key is what
 * `context.LastError.Reason` shows; `message` is what `LastError.Message` shows, with `{0}`, `{1}` …
 * filled; `body` is the `message` of the JSON answer where Azure's wire differs from LastError
 * (https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies).
 */
interface Reason {
  readonly status: number;
  readonly message: string;
  readonly body?: string;
  /** Reason phrase where it is not the standard one of the status. */
  readonly phrase?: string;
}

const internal = { status: 500, body: 'Internal server error' } as const;

export const reasons = {
  OperationNotFound: {
    status: 404,
    message: 'Unable to match incoming request to an operation.',
    body: 'Resource not found',
    phrase: 'Resource Not Found',
  },
  SubscriptionKeyNotFound: {
    status: 401,
    message:
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to this API.',
    body: 'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
    phrase: 'Access Denied',
  },
  SubscriptionKeyInvalid: {
    status: 401,
    message:
      'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
    phrase: 'Access Denied',
  },
  BadRequest: { status: 400, message: '{0}' },
  RequestBodyTooLarge: { status: 413, message: 'The request body is longer than {0} bytes.' },
  ClientConnectionFailure: { ...internal, message: '{0}' },
  BackendConnectionFailure: { ...internal, message: '{0}' },
  Timeout: { ...internal, message: '{0}' },
  BackendErrorStatusCode: { status: 500, message: 'The backend answered with status code {0}.' },
  ExpressionValueEvaluationFailure: { ...internal, message: 'Expression evaluation failed. {0}' },
  InternalError: { ...internal, message: 'Internal server error' },
  RateLimitExceeded: {
    status: 429,
    message: 'Rate limit is exceeded',
    body: 'Rate limit is exceeded. Try again in {0} seconds.',
  },
  QuotaExceeded: {
    status: 403,
    message: 'Out of {0} quota. Quota will be replenished in {1}.',
  },
  ConcurrencyLimitExceeded: { status: 429, message: 'Concurrency limit is exceeded.' },
  CallbackParameterInvalid: {
    status: 400,
    message: 'Value of callback parameter {0} is not a valid JavaScript identifier.',
  },
  FailedToParseCallerIP: {
    status: 403,
    message: 'Failed to establish IP address for the caller. Access denied.',
    body: 'Forbidden',
  },
  CallerIpNotAllowed: {
    status: 403,
    message: 'Caller IP address {0} is not allowed. Access denied.',
    body: 'Forbidden',
  },
  CallerIpBlocked: {
    status: 403,
    message: 'Caller IP address is blocked. Access denied.',
    body: 'Forbidden',
  },
  HeaderNotFound: {
    status: 401,
    message: 'Header {0} was not found in the request. Access denied.',
  },
  HeaderValueNotAllowed: {
    status: 401,
    message: 'Header {0} value of {1} is not allowed. Access denied.',
  },
  TokenNotPresent: { status: 401, message: 'JWT not present.' },
  TokenSignatureInvalid: { status: 401, message: '{0}. Access denied.' },
  TokenAudienceNotAllowed: { status: 401, message: '{0}. Access denied.' },
  TokenIssuerNotAllowed: { status: 401, message: '{0}. Access denied.' },
  TokenExpired: { status: 401, message: '{0}. Access denied.' },
  TokenSignatureKeyNotFound: { status: 401, message: '{0}. Access denied.' },
  TokenClaimNotFound: {
    status: 401,
    message: 'JWT is missing the following claims: {0}. Access denied.',
  },
  TokenClaimValueNotAllowed: {
    status: 401,
    message: 'Claim {0} value of {1} is not allowed. Access denied.',
  },
  JwtInvalid: { status: 401, message: '{0}' },
} as const satisfies Readonly<Record<string, Reason>>;

export type ReasonName = keyof typeof reasons;

export interface GatewayErrorOptions {
  /** Fill `{0}`, `{1}` … of the message and body. */
  readonly args?: readonly (string | number)[];
  /** In place of the status of the table, where a policy lets its author choose. */
  readonly status?: number | undefined;
  /** In place of the body message, where a policy lets its author choose. */
  readonly body?: string | undefined;
  /** Whole text of LastError.Message, where a library words it. */
  readonly message?: string | undefined;
  /** Added to the answer, such as Retry-After. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** The built-in step that failed, where it is no policy: `configuration`, `authorization`. */
  readonly source?: string;
  /** For the log only. */
  readonly cause?: unknown;
}

/** A call is refused or has failed. The public words come from the table; `cause` is for the log. */
export class GatewayError extends Error {
  readonly reason: ReasonName;
  readonly status: number;
  /** `message` member of the JSON answer. */
  readonly body: string;
  readonly phrase: string | undefined;
  readonly source: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];

  constructor(reason: ReasonName, options: GatewayErrorOptions = {}) {
    const entry: Reason = reasons[reason];
    const args = options.args ?? [];
    const message = options.message ?? fill(entry.message, args);
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.reason = reason;
    this.status = options.status ?? entry.status;
    this.body = options.body ?? (entry.body === undefined ? message : fill(entry.body, args));
    this.phrase = options.status === undefined ? entry.phrase : undefined;
    this.source = options.source;
    this.headers = options.headers ?? [];
  }
}

function fill(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (hole, index: string) =>
    String(args[Number(index)] ?? hole),
  );
}
