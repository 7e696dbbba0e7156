/** As much of the Fetch API as is needed here. What may be reached is decided by whoever passes it in. */
export type Fetch = (
  url: string,
  init: {
    readonly redirect: 'manual';
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
    /** False when a document or a redirect named the host. */
    readonly hostIsConfigured?: boolean;
  },
) => Promise<Response>;

export interface FetchLimits {
  /** For the whole retrieval, redirects included. */
  readonly timeoutMs: number;
  /** Of the decoded body. */
  readonly maxBytes: number;
  readonly maxRedirects: number;
}

/** A document could not be had. The message is for logs: it names the document's origin and path. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
}

/**
 * Fetches a small JSON document. The address and every redirect must be `https:`, or `http:` when the
 * first address is; each is asked through `fetch`, so a rule about addresses holds for all of them.
 * Throws FetchProblem for every failure.
 */
export async function fetchText(
  url: string,
  fetch: Fetch,
  limits: FetchLimits,
  timeout: (ms: number) => AbortSignal = (ms) => AbortSignal.timeout(ms),
): Promise<string> {
  const signal = timeout(limits.timeoutMs);
  try {
    return await Promise.race([follow(url, fetch, limits, signal), aborted(signal)]);
  } catch (error) {
    if (error instanceof FetchProblem) throw error;
    const why = signal.aborted ? `no answer within ${limits.timeoutMs} ms` : 'no connection';
    throw new FetchProblem(`${named(url)}: ${why}.`, { cause: error });
  }
}

/** The address that `text` means beside `base`; undefined when it must not be asked. */
export function allowedUrl(text: string, base: string): URL | undefined {
  const url = URL.parse(text, base);
  if (url === null || url.username !== '' || url.password !== '') return undefined;
  const secure = url.protocol === 'https:';
  return secure || (url.protocol === 'http:' && URL.parse(base)?.protocol === 'http:')
    ? url
    : undefined;
}

async function follow(
  first: string,
  fetch: Fetch,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<string> {
  let url = first;
  for (let redirects = 0; redirects <= limits.maxRedirects; redirects++) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal,
    });
    if (response.status === 200) return readText(url, response, limits.maxBytes);
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) {
      throw new FetchProblem(`${named(url)}: status ${response.status}.`);
    }
    const next = allowedUrl(location, url);
    if (next === undefined)
      throw new FetchProblem(`${named(url)}: redirect to an address not allowed.`);
    url = next.href;
  }
  throw new FetchProblem(`${named(first)}: more than ${limits.maxRedirects} redirects.`);
}

async function readText(url: string, response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the body.
    if (size > maxBytes) throw new FetchProblem(`${named(url)}: more than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  // RFC 8259 §8.1 lets a reader ignore a byte order mark; files kept in blob storage may have one.
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(new Error('aborted'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** The address without its query, which may hold secrets. */
function named(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'an address that is none' : `${parsed.origin}${parsed.pathname}`;
}
