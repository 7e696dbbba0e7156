/**
 * What the host of expressions supplies as `context`. The declared types of this folder
 * (IRequest, IUrl …) read these; the gateway, the policy engine and `sallyport eval` supply them.
 * What is absent is null. Values of variables are boxed .NET values.
 */
import type { KeyObject, X509Certificate } from 'node:crypto';

export interface HostContext {
  readonly api: HostApi | null;
  readonly operation: HostOperation | null;
  readonly product: HostProduct | null;
  readonly subscription: HostSubscription | null;
  readonly user: HostUser | null;
  readonly deployment: HostDeployment;
  readonly request: HostRequest;
  readonly response: HostResponse | null;
  readonly lastError: HostLastError | null;
  readonly backend: { readonly id: string; readonly type: 'Single' | 'Pool' } | null;
  readonly workspace: { readonly id: string; readonly name: string } | null;
  readonly variables: ReadonlyMap<string, unknown>;
  readonly requestId: string;
  /** When the request came in: ticks of 100 ns since 0001-01-01T00:00:00Z. */
  readonly timestampTicks: bigint;
  /** Ticks since then. */
  readonly elapsedTicks: bigint;
  readonly tracing: boolean;
  trace(message: string): void;
}

export interface HostRequest {
  readonly method: string;
  readonly url: HostUrl;
  readonly originalUrl: HostUrl;
  readonly headers: HostHeaders;
  readonly body: HostBody | null;
  readonly ipAddress: string;
  readonly matchedParameters: ReadonlyMap<string, string>;
  readonly certificate: X509Certificate | null;
}

export interface HostResponse {
  readonly statusCode: number;
  readonly statusReason: string;
  readonly headers: HostHeaders;
  readonly body: HostBody | null;
}

/** Header fields; `values` of an absent name is empty. Names are found without regard to case. */
export interface HostHeaders {
  names(): Iterable<string>;
  values(name: string): readonly string[];
}

export interface HostUrl {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** With its `?`; empty without parameters. */
  readonly queryString: string;
  readonly query: { names(): Iterable<string>; values(name: string): readonly string[] };
}

/** A body whose bytes are all here: the host buffers it before it evaluates what reads it. */
export interface HostBody {
  /** The bytes; unless `preserveContent`, later readers and the backend find the body empty. */
  read(preserveContent: boolean): Uint8Array;
}

export interface HostApi {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly revision: string;
  readonly version: string | null;
  readonly isCurrentRevision: boolean;
  readonly protocols: readonly string[];
  readonly serviceUrl: HostUrl | null;
  readonly subscriptionKeyParameterNames: { readonly header: string; readonly query: string };
}

export interface HostOperation {
  readonly id: string;
  readonly name: string;
  readonly method: string;
  readonly urlTemplate: string;
}

export interface HostProduct {
  readonly id: string;
  readonly name: string;
  readonly approvalRequired: boolean;
  readonly subscriptionRequired: boolean;
  readonly subscriptionsLimit: number | null;
  readonly state: 'NotPublished' | 'Published';
  readonly groups: readonly HostGroup[];
}

export interface HostSubscription {
  readonly id: string;
  readonly name: string;
  /** The key that the caller sent. */
  readonly key: string;
  readonly primaryKey: string;
  readonly secondaryKey: string;
  /** ISO 8601, as configured. */
  readonly createdDate: string | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

export interface HostUser {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly note: string | null;
  /** ISO 8601. */
  readonly registrationDate: string | null;
  readonly groups: readonly HostGroup[];
  readonly identities: readonly { readonly id: string; readonly provider: string }[];
}

export interface HostGroup {
  readonly id: string;
  readonly name: string;
}

export interface HostDeployment {
  readonly gatewayId: string;
  readonly gateway: {
    readonly id: string;
    readonly instanceId: string;
    readonly isManaged: boolean;
  };
  readonly region: string;
  readonly serviceId: string;
  readonly serviceName: string;
  /** By their ids. */
  readonly certificates: ReadonlyMap<string, HostCertificate>;
}

export interface HostCertificate {
  readonly certificate: X509Certificate;
  /** Undefined when it came without one. */
  privateKey(): KeyObject | undefined;
}

export interface HostLastError {
  readonly source: string;
  readonly reason: string | null;
  readonly message: string;
  readonly scope: string | null;
  readonly section: string | null;
  readonly path: string | null;
  readonly policyId: string | null;
}
