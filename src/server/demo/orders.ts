import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  jwtVerify,
  type FetchImplementation,
  type JWTPayload,
} from 'jose';

/** Whom the orders API trusts, and what it asks of a token. */
export interface OrdersOptions {
  /** `iss` that tokens must have. */
  readonly issuer: string;
  /** `aud` that tokens must have: this API, and not a gateway in front of it. */
  readonly audience: string;
  /** Where the issuer publishes its public keys. */
  readonly jwksUrl: string;
  /** How to get there: replaced where a development CA must be trusted. */
  readonly fetch?: FetchImplementation;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A user's token needs this permission in `scp`, an application's this role in `roles`. */
const scope = 'Orders.Read';
const role = 'Orders.Read.All';

const orders = [
  { id: '1001', customer: 'Contoso', item: 'anchor', quantity: 2, status: 'shipped' },
  { id: '1002', customer: 'Fabrikam', item: 'lantern', quantity: 12, status: 'open' },
  { id: '1003', customer: 'Contoso', item: 'rope', quantity: 40, status: 'open' },
];

/**
 * A sample API that checks its callers itself: `GET /orders` and `GET /orders/{id}` want a bearer
 * token of the issuer for this very API, whether or not a gateway has looked at it before.
 */
export function createOrdersBackend(options: OrdersOptions): RequestListener {
  const verify = tokenVerifier(options);
  return (request, response) => {
    answer(request, verify).then(
      (reply) => send(response, reply),
      // The keys of the issuer are out of reach: nobody can be let in.
      () => send(response, { status: 503, body: { error: 'The issuer cannot be reached.' } }),
    );
  };
}

interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Record<string, string>;
}

type Verify = (token: string) => Promise<JWTPayload | undefined>;

async function answer(request: IncomingMessage, verify: Verify): Promise<Reply> {
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  // RFC 6750 §3.1: who sent no token is told how to, without an error code.
  if (token === undefined) return refusal(401, {});
  const caller = await verify(token);
  if (!caller)
    return refusal(401, {
      error: 'invalid_token',
      error_description: 'The token is not valid here',
    });
  if (!isAllowed(caller)) return refusal(403, { error: 'insufficient_scope', scope });
  const found = find(request.method ?? '', request.url ?? '');
  // Who called, as the token says it; the token itself goes no further.
  const { azp, oid, scp, roles } = caller;
  return { ...found, body: { ...found.body, caller: { azp, oid, scp, roles } } };
}

/** The claims of a token that is valid for this API, undefined for any other. */
function tokenVerifier({
  issuer,
  audience,
  jwksUrl,
  fetch,
  now = Date.now,
}: OrdersOptions): Verify {
  const keys = createRemoteJWKSet(new URL(jwksUrl), fetch ? { [customFetch]: fetch } : {});
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        // RFC 8725 §3.1: the algorithm is ours to choose, not the token's.
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'azp', 'oid'],
        currentDate: new Date(now()),
      });
      return payload;
    } catch (error) {
      if (tokenFaults.some((fault) => error instanceof fault)) return undefined;
      throw error;
    }
  };
}

/** What can be wrong with a token; every other error is about the keys. */
const tokenFaults = [
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSMultipleMatchingKeys,
  errors.JWKSNoMatchingKey,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
];

function isAllowed({ scp, roles }: JWTPayload): boolean {
  const hasScope = typeof scp === 'string' && scp.split(' ').includes(scope);
  return hasScope || (Array.isArray(roles) && roles.includes(role));
}

function find(method: string, url: string): Reply {
  if (method !== 'GET' && method !== 'HEAD')
    return {
      status: 405,
      headers: { allow: 'GET, HEAD' },
      body: { error: 'Orders are read only.' },
    };
  const path = url.split('?')[0] ?? '';
  if (path === '/orders') return { status: 200, body: { orders } };
  const order = orders.find(({ id }) => path === `/orders/${id}`);
  if (order) return { status: 200, body: { order } };
  return { status: 404, body: { error: 'There is no such order.' } };
}

/** RFC 6750 §3: the challenge says what is missing, in a form that programs read. */
function refusal(status: number, parameters: Record<string, string>): Reply {
  const challenge = Object.entries({ realm: 'orders', ...parameters })
    .map(([name, value]) => `${name}="${value}"`)
    .join(', ');
  return {
    status,
    headers: { 'www-authenticate': `Bearer ${challenge}` },
    body: { error: parameters.error ?? 'A bearer token is required.' },
  };
}

function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(`${JSON.stringify(body)}\n`);
}
