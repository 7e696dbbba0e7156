/** The classes behind values of the `context` tree that expressions can hold, cast and test. */
import type { HostBody, HostHeaders, HostResponse } from './host.ts';

/** What `send-request` leaves in its variable: a response that is wholly here. */
export class ReceivedResponse implements HostResponse {
  readonly statusCode: number;
  readonly statusReason: string;
  readonly headers: HostHeaders;
  readonly body: HostBody | null;

  constructor(
    statusCode: number,
    statusReason: string,
    headers: HostHeaders,
    body: HostBody | null,
  ) {
    this.statusCode = statusCode;
    this.statusReason = statusReason;
    this.headers = headers;
    this.body = body;
  }
}

/** What `AsBasic` reads. */
export class BasicAuthCredentials {
  readonly userId: string;
  readonly password: string;

  constructor(userId: string, password: string) {
    this.userId = userId;
    this.password = password;
  }
}

/** What `get-authorization-context` leaves in its variable. */
export class Authorization {
  readonly accessToken: string;
  /** Boxed .NET values. */
  readonly claims: ReadonlyMap<string, unknown>;

  constructor(accessToken: string, claims: ReadonlyMap<string, unknown>) {
    this.accessToken = accessToken;
    this.claims = claims;
  }
}
