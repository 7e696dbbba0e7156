/** What errors need from outside the process. */
export interface ErrorWorld {
  /** Milliseconds since 1970. */
  now(): number;
  randomBytes(count: number): Uint8Array;
}

/** An error as Microsoft Entra reports it: an OAuth error code and an AADSTS number. */
export class EntraError extends Error {
  override readonly name = 'EntraError';
  /** `error` of RFC 6749 §5.2, or Entra's own. */
  readonly error: string;
  readonly code: number;
  readonly status: number;

  constructor(error: string, code: number, message: string, status = 400) {
    super(message);
    this.error = error;
    this.code = code;
    this.status = status;
  }

  /** `AADSTS500011: The resource …` */
  get description(): string {
    return `AADSTS${this.code}: ${this.message}`;
  }
}

/** The JSON of an error response. */
export interface EntraErrorBody {
  readonly error: string;
  readonly error_description: string;
  readonly error_codes: readonly number[];
  readonly timestamp: string;
  readonly trace_id: string;
  readonly correlation_id: string;
}

/**
 * The body of an error response. `clientRequestId` is the request's `client-request-id` header,
 * which Entra repeats as correlation id when it is a GUID.
 */
export function entraErrorBody(
  error: EntraError,
  clientRequestId: string,
  world: ErrorWorld,
): EntraErrorBody {
  const traceId = randomGuid(world);
  const correlationId = guid.test(clientRequestId) ? clientRequestId : randomGuid(world);
  const timestamp = new Date(world.now()).toISOString().replace('T', ' ').replace(/\.\d+/, '');
  const marks = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return {
    error: error.error,
    error_description: `${error.description} ${marks}`,
    error_codes: [error.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
  };
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** RFC 9562 §5.4. */
function randomGuid(world: ErrorWorld): string {
  const bytes = Uint8Array.from(world.randomBytes(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
