import type { X509Certificate } from 'node:crypto';
import { SourceText } from '../lib/source/SourceText.ts';
import type { Span } from '../lib/source/SourceText.ts';
import type { ApiProperties } from './api.ts';
import type { ApiVersionSetProperties } from './apiVersionSet.ts';
import type { BackendProperties } from './backend.ts';
import type { CertificateProperties } from './certificate.ts';
import type { GroupProperties } from './group.ts';
import type { LoggerProperties } from './logger.ts';
import type { NamedValueProperties } from './namedValue.ts';
import type { OperationProperties } from './operation.ts';
import type { PolicyFragmentProperties } from './policyFragment.ts';
import type { ProductProperties } from './product.ts';
import type { JsonPath } from './schema.ts';
import type { SubscriptionProperties } from './subscription.ts';
import type { TagProperties } from './tag.ts';
import type { UserProperties } from './user.ts';

/** A span of a text: what a diagnostic points at. */
export interface Place {
  readonly source: SourceText;
  readonly span: Span;
}

/** Where a resource was declared. */
export interface Origin extends Place {
  /**
   * The place of a member of the resource's `properties`, or of the nearest member above it that
   * was written down. It may lie in another text, such as a file of overrides.
   */
  at(...path: JsonPath): Place;
}

/** A resource with its id (the last segment of its ARM id) and the place that declared it. */
export interface Located<T> {
  readonly id: string;
  readonly properties: T;
  readonly origin: Origin;
}

/** A policy document as text. `rawxml` may hold C# that is not escaped, `xml` is well-formed. */
export interface PolicyDocument {
  readonly source: SourceText;
  readonly format: 'xml' | 'rawxml';
}

export interface OperationResource extends Located<OperationProperties> {
  readonly policy?: PolicyDocument;
}

/** A document of schemas that operations of one API refer to by `schemaId` and `typeName`. */
export interface ApiSchema {
  readonly id: string;
  readonly contentType: string;
  /** JSON: `components.schemas` or `definitions` hold the types; `$ref` is relative to this value. */
  readonly document: unknown;
}

export interface ApiResource extends Located<ApiProperties> {
  readonly operations: readonly OperationResource[];
  readonly policy?: PolicyDocument;
  readonly schemas: readonly ApiSchema[];
}

export interface ProductResource extends Located<ProductProperties> {
  readonly policy?: PolicyDocument;
  readonly apis: readonly Reference[];
  readonly groups: readonly Reference[];
}

/** A relation to another resource by its id, and where it was written. */
export interface Reference {
  readonly id: string;
  readonly origin: Origin;
}

export interface PolicyFragmentResource extends Located<PolicyFragmentProperties> {
  readonly document: PolicyDocument;
}

export interface CertificateResource extends Located<CertificateProperties> {
  readonly material: CertificateMaterial;
}

/** What a TLS client needs of a certificate; `leaf` describes it. */
export type CertificateMaterial =
  | {
      readonly kind: 'pem';
      readonly leaf: X509Certificate;
      /** The leaf, then the certificates above it. */
      readonly chain: string;
      /** Absent when the certificate only serves comparison. */
      readonly key?: string;
    }
  | {
      readonly kind: 'pkcs12';
      readonly leaf: X509Certificate;
      readonly archive: Uint8Array;
      readonly password: string;
    };

/** The whole configuration of a service as one value. Nobody changes it; a new one replaces it. */
export interface ServiceResources {
  /** The policy of the widest scope, which Azure calls global or "All APIs". */
  readonly policy?: PolicyDocument;
  readonly apis: readonly ApiResource[];
  readonly apiVersionSets: readonly Located<ApiVersionSetProperties>[];
  readonly products: readonly ProductResource[];
  readonly subscriptions: readonly Located<SubscriptionProperties>[];
  readonly backends: readonly Located<BackendProperties>[];
  readonly namedValues: readonly Located<NamedValueProperties>[];
  readonly policyFragments: readonly PolicyFragmentResource[];
  readonly certificates: readonly CertificateResource[];
  readonly users: readonly Located<UserProperties>[];
  readonly groups: readonly Located<GroupProperties>[];
  readonly loggers: readonly Located<LoggerProperties>[];
  readonly tags: readonly Located<TagProperties>[];
}

/** A configuration without anything in it; the start of every other. */
export const noResources: ServiceResources = {
  apis: [],
  apiVersionSets: [],
  products: [],
  subscriptions: [],
  backends: [],
  namedValues: [],
  policyFragments: [],
  certificates: [],
  users: [],
  groups: [],
  loggers: [],
  tags: [],
};

/** The origin of something that is declared by one span as a whole, by default the whole text. */
export function originIn(source: SourceText, span?: Span): Origin {
  const place = { source, span: span ?? { start: 0, end: 0 } };
  return { ...place, at: () => place };
}

/** The origin of what no text declares, such as a resource made by a program or a test. */
export function originOf(description: string): Origin {
  return originIn(new SourceText(description, ''));
}
