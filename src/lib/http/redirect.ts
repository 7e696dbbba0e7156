import type { IncomingResponse, OutgoingRequest } from './exchange.ts';
import type { HeaderMap } from './HeaderMap.ts';

/** How often one request may be sent on: a loop ends here. */
export const maxRedirects = 10;

/**
 * The request that a redirect asks for (RFC 9110 §15.4): undefined when the response is none, names
 * no usable address, or leads from https to http. The body of `request` must have been buffered.
 * `credentials` names headers that, beside the usual ones, are meant for the first origin alone.
 */
export function redirected(
  request: OutgoingRequest,
  { status, headers }: IncomingResponse,
  credentials: Iterable<string> = [],
): OutgoingRequest | undefined {
  const from = new URL(request.url);
  const to = redirects.has(status) ? addressIn(headers, from) : undefined;
  if (!to || (from.protocol === 'https:' && to.protocol === 'http:')) return undefined;
  const onward = withMethod(request, methodAfter(status, request.method));
  const url = to.toString();
  return from.origin === to.origin
    ? { ...onward, url }
    : elsewhere({ ...onward, url }, credentials);
}

const redirects = new Set([301, 302, 303, 307, 308]);

function addressIn(headers: HeaderMap, base: URL): URL | undefined {
  const [location, ...more] = headers.values('location');
  if (location === undefined || more.length > 0 || !URL.canParse(location, base.href)) {
    return undefined;
  }
  const url = new URL(location, base.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  url.hash = '';
  // Credentials in an address would be somebody else's.
  url.username = '';
  url.password = '';
  return url;
}

/** RFC 9110 §15.4.2 to §15.4.4: POST becomes GET as user agents have it, and 303 asks for a GET. */
function methodAfter(status: number, method: string): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET';
  return (status === 301 || status === 302) && method === 'POST' ? 'GET' : method;
}

function withMethod(request: OutgoingRequest, method: string): OutgoingRequest {
  const headers = request.headers.copy();
  if (method === request.method) return { ...request, headers };
  for (const name of headers.names()) {
    if (name.toLowerCase().startsWith('content-')) headers.delete(name);
  }
  return { ...request, method, headers, body: null };
}

/** RFC 9700 §4.9, RFC 9110 §15.4: what one server may learn or lead to, another may not. */
function elsewhere(request: OutgoingRequest, credentials: Iterable<string>): OutgoingRequest {
  const { headers, tls } = request;
  for (const name of ['authorization', 'cookie', 'proxy-authorization', 'host', ...credentials]) {
    headers.delete(name);
  }
  return { ...request, hostIsConfigured: false, tls: { ...tls, clientCertificate: undefined } };
}
