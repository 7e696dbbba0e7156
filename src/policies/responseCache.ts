/** What `cache-lookup` and `cache-store` share: keys, and responses on their way in and out. */
import { createHash } from 'node:crypto';
import type { Value } from '../engine/declaration/Value.ts';
import { bytesOf } from '../engine/run/bytesOf.ts';
import type { PolicyContext, PolicyResponse } from '../engine/run/PolicyContext.ts';
import { copyResponse } from '../engine/run/receive.ts';
import { ReceivedResponse } from '../expressions/context/values.ts';
import { Body } from '../lib/http/Body.ts';
import { endToEnd } from '../lib/http/hopByHop.ts';
import type { HeaderMap } from '../lib/http/HeaderMap.ts';

/** What a request looked for in vain, and `cache-store` is to keep. */
export interface Lookup {
  readonly key: string;
  readonly downstream: 'none' | 'private' | 'public';
  readonly mustRevalidate: boolean;
  readonly varyingHeaders: readonly string[];
}

interface Variations {
  readonly varyByDeveloper: Value<boolean>;
  readonly varyByDeveloperGroups: Value<boolean>;
  readonly varyByHeader: readonly Value<string>[];
  readonly varyByQueryParameter: readonly Value<string>[];
}

/** By the variables of a request, which are its own also within a branch of it. */
const lookups = new WeakMap<PolicyContext['variables'], Lookup>();

export function noteLookup(lookup: Lookup, { variables }: PolicyContext): void {
  lookups.set(variables, lookup);
}

/**
 * Everything that tells one response from another. Policies of a product may shape a response, so
 * each product has its own. A digest, since headers that responses vary by may be credentials.
 */
export function keyOf(
  { varyByDeveloper, varyByDeveloperGroups, varyByHeader, varyByQueryParameter }: Variations,
  context: PolicyContext,
): string {
  const { request, api, product, user } = context;
  const { originalUrl } = request;
  const parts = [
    api && [api.id, api.revision, api.version],
    product?.id,
    [originalUrl.scheme, originalUrl.authority, originalUrl.path],
    queryOf(varyByQueryParameter, context),
    varyByHeader.map((name) => request.headers.values(name(context).trim())),
    varyByDeveloper(context) ? [user?.id] : null,
    varyByDeveloperGroups(context) ? (user?.groups ?? []).map(({ id }) => id).toSorted() : null,
  ];
  return `cache-lookup/${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}

/** Without parameters by which responses differ, they differ by all. */
function queryOf(names: readonly Value<string>[], context: PolicyContext): unknown {
  const { query } = context.request.originalUrl;
  if (names.length === 0) return query.toString();
  return names.flatMap((list) => list(context).split(';')).map((name) => query.values(name.trim()));
}

/** When a kept response is forgotten, in milliseconds since the epoch; a header within the cache alone. */
const forgottenAt = 'sallyport-forgotten-at';

/** Whether it is a response, and one that the caller can decompress. */
export function isServable(found: unknown, { request }: PolicyContext): found is ReceivedResponse {
  if (!(found instanceof ReceivedResponse)) return false;
  const accepted = request.headers.values('Accept-Encoding').join(',').toLowerCase();
  return found.headers
    .values('Content-Encoding')
    .flatMap((line) => line.split(','))
    .every((coding) => accepted.includes(coding.trim().toLowerCase()));
}

/** A kept response for one more caller. */
export function responseFrom(
  kept: ReceivedResponse,
  lookup: Lookup,
  { world }: PolicyContext,
): PolicyResponse {
  const response = copyResponse(kept);
  const leftMs = Number(response.headers.get(forgottenAt)) - world.now();
  response.headers.delete(forgottenAt);
  tellDownstream(response.headers, lookup, Math.floor(leftMs / 1_000));
  return response;
}

/** The service limits: "Maximum cached response size 2 MiB". */
const mostBytes = 2 * 1_024 * 1_024;

/** Keeps the response of a request that looked for one, as it is now, once its body has come. */
export function storeResponse(
  response: PolicyResponse,
  seconds: number,
  context: PolicyContext,
): void {
  const { tracer, variables } = context;
  const lookup = lookups.get(variables);
  if (!lookup) {
    tracer?.explain({ message: 'There was no cache miss, so nothing is kept.' });
    return;
  }
  if (seconds < 1 || response.headers.has('Set-Cookie')) {
    tracer?.explain({
      message:
        seconds < 1 ? 'The duration is over: nothing is kept.' : 'A cookie is for one caller.',
    });
    return;
  }
  const headers = endToEnd(response.headers).copy();
  const keep = (bytes: Uint8Array): void => {
    const now = context.world.now();
    const durationMs = seconds * 1_000;
    headers.set(forgottenAt, String(now + durationMs));
    const { statusCode, statusReason } = response;
    const kept = new ReceivedResponse(statusCode, statusReason, headers, Body.of(bytes));
    const lifetime = { durationMs, now, bytes: bytesOf(kept) };
    context.cache.set(lookup.key, kept, lifetime)?.catch(() => undefined);
  };
  const { body } = response;
  if (!body || body.bytes) {
    const bytes = body?.bytes ?? new Uint8Array(0);
    if (bytes.length <= mostBytes) keep(bytes.slice());
  } else if ((body.length ?? 0) <= mostBytes) response.body = collected(body, keep);
  tellDownstream(response.headers, lookup, seconds);
}

/** The same body, which is kept once it has gone through whole. */
function collected(body: Body, keep: (bytes: Uint8Array) => void): Body {
  return Body.streaming({
    length: body.length,
    async pipe(sink) {
      const parts: Uint8Array[] = [];
      let length = 0;
      await body.pipe((chunk) => {
        length += chunk.length;
        // The sender may reuse its buffer once this returns.
        if (length <= mostBytes) parts.push(Buffer.from(chunk));
        return sink(chunk);
      });
      if (length <= mostBytes) keep(Buffer.concat(parts, length));
    },
    discard: () => body.discard(),
  });
}

/** Who may keep the response behind the gateway, and for how long (RFC 9111 §5.2.2). */
function tellDownstream(
  headers: HeaderMap,
  { downstream, mustRevalidate, varyingHeaders }: Lookup,
  seconds: number,
): void {
  const directives = [downstream, `max-age=${Math.max(0, seconds)}`];
  if (mustRevalidate) directives.push('must-revalidate');
  headers.set('Cache-Control', downstream === 'none' ? 'no-store' : directives.join(', '));
  headers.delete('Expires');
  if (varyingHeaders.length > 0) {
    headers.set('Vary', [...headers.values('Vary'), ...varyingHeaders].join(', '));
  }
}
