/** One line about one call. It never holds a query string, a header value or a body. */
export interface AccessRecord {
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly method: string;
  /** Canonical path; as sent when it was malformed. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  readonly apiId: string | undefined;
  readonly operationId: string | undefined;
  readonly productId: string | undefined;
  readonly subscriptionId: string | undefined;
  /** Why the call was refused or failed. */
  readonly failure:
    | {
        readonly source: string;
        readonly reason: string;
        readonly message: string;
        readonly path: string | undefined;
        /** What was behind it, for operators only. */
        readonly cause: string | undefined;
      }
    | undefined;
}

/** One line about bytes that were no request. It holds nothing of what was sent. */
export interface RefusalRecord {
  readonly remoteAddress: string;
  readonly status: number;
  readonly reason: string;
}

/** Port: where the gateway tells what it did. */
export interface GatewayLog {
  access(record: AccessRecord): void;
  refusal(record: RefusalRecord): void;
}
