import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import {
  any,
  boolean,
  duration,
  integer,
  list,
  object,
  oneOf,
  optional,
  record,
  secret,
  text,
  withDefault,
} from './schema.ts';
import type { Infer } from './schema.ts';

const circuitBreakerRule = object({
  name: optional(text()),
  failureCondition: object({
    count: optional(integer({ min: 1 })),
    percentage: optional(integer({ min: 1, max: 100 })),
    interval: optional(duration()),
    statusCodeRanges: withDefault(
      list(object({ min: integer({ min: 200, max: 599 }), max: integer({ min: 200, max: 599 }) }), {
        max: 10,
      }),
      [],
    ),
    errorReasons: withDefault(list(text(), { max: 10 }), []),
  }),
  tripDuration: optional(duration()),
  acceptRetryAfter: withDefault(boolean(), false),
});

/** Where calls go, with the credentials, the TLS rules and the circuit breaker for the way. */
export const backend = defineNoun({
  type: 'Microsoft.ApiManagement/service/backends',
  singular: 'backend',
  properties: {
    title: optional(text({ max: 300 })),
    description: optional(text({ max: 2000 })),
    url: optional(text({ min: 1, max: 2000 })),
    protocol: withDefault(oneOf('http', 'soap'), 'http'),
    type: optional(oneOf('Single', 'Pool')),
    resourceId: optional(text({ max: 2000 })),
    credentials: optional(
      object({
        certificateIds: withDefault(list(text(), { max: 32 }), []),
        certificate: withDefault(list(text(), { max: 32 }), []),
        query: withDefault(record(list(secret())), {}),
        header: withDefault(record(list(secret())), {}),
        authorization: optional(
          object({
            scheme: text({ min: 1, max: 100 }),
            parameter: secret({ min: 1, max: 300 }),
          }),
        ),
        managedIdentity: optional(
          object({ clientId: optional(text()), resource: text({ min: 1 }) }),
        ),
      }),
    ),
    proxy: optional(
      object({
        url: text({ min: 1, max: 2000 }),
        username: optional(text()),
        password: optional(secret()),
      }),
    ),
    tls: withDefault(
      object({
        validateCertificateChain: withDefault(boolean(), true),
        validateCertificateName: withDefault(boolean(), true),
      }),
      { validateCertificateChain: true, validateCertificateName: true },
    ),
    circuitBreaker: optional(object({ rules: withDefault(list(circuitBreakerRule), []) })),
    pool: optional(
      object({
        services: withDefault(
          list(
            object({
              id: text({ min: 1 }),
              weight: optional(integer({ min: 0, max: 100 })),
              priority: optional(integer({ min: 0, max: 100 })),
            }),
          ),
          [],
        ),
        sessionAffinity: optional(
          object({ sessionId: object({ source: withDefault(text(), 'Cookie'), name: text() }) }),
        ),
      }),
    ),
    /** Service Fabric clusters: kept, but no part of the gateway reads them. */
    properties: optional(any()),
  },
});

export type BackendProperties = PropertiesOf<typeof backend>;
export type CircuitBreakerRule = Infer<typeof circuitBreakerRule>;
