import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** The one account that the inventory service knows. */
export interface InventoryOptions {
  /** No colon (RFC 7617 §2). */
  readonly username: string;
  readonly password: string;
}

const items = [
  { sku: 'anchor', name: 'Anchor, 40 kg', onHand: 7 },
  { sku: 'lantern', name: 'Storm lantern', onHand: 120 },
  { sku: 'rope', name: 'Hemp rope, 30 m & hook', onHand: 0 },
];

/**
 * A sample of the services that were there before OAuth: it knows HTTP Basic and nothing else.
 * `GET /stock/{sku}` answers XML; `GET /items` answers JSON, or XML to who prefers it.
 */
export function createInventoryBackend(options: InventoryOptions): RequestListener {
  const isKnown = credentialsCheck(options);
  return (request, response) => {
    if (isKnown(request.headers.authorization ?? '')) return send(response, answer(request));
    send(response, {
      status: 401,
      // RFC 7617 §2: the realm, and the charset in which a client should encode the password.
      headers: { 'www-authenticate': 'Basic realm="inventory", charset="UTF-8"' },
      type: 'application/xml',
      text: '<error>Basic credentials are required.</error>',
    });
  };
}

interface Reply {
  readonly status: number;
  readonly type: 'application/json' | 'application/xml';
  readonly text: string;
  readonly headers?: Record<string, string>;
}

function answer({ method, url = '', headers: { accept = '' } }: IncomingMessage): Reply {
  if (method !== 'GET' && method !== 'HEAD')
    return { ...xml(405, '<error>Stock is read only.</error>'), headers: { allow: 'GET, HEAD' } };
  const path = url.split('?')[0] ?? '';
  if (path === '/items')
    return prefersXml(accept)
      ? xml(200, `<items>${items.map(stockElement).join('')}</items>`)
      : { status: 200, type: 'application/json', text: JSON.stringify({ items }) };
  const item = items.find(({ sku }) => path === `/stock/${sku}`);
  return item ? xml(200, stockElement(item)) : xml(404, '<error>Nothing is stocked here.</error>');
}

/** Says whether an Authorization header holds the credentials. */
function credentialsCheck({ username, password }: InventoryOptions): (header: string) => boolean {
  const expected = digest(Buffer.from(`${username}:${password}`));
  return (header) => {
    const encoded = /^basic +([\w+/]+=*)$/i.exec(header)?.[1] ?? '';
    // Digests have one length, so the time of the comparison tells nothing about the password.
    return timingSafeEqual(digest(Buffer.from(encoded, 'base64')), expected);
  };
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Whether XML is wanted more than JSON, RFC 9110 §12.5.1. */
function prefersXml(accept: string): boolean {
  const weights = new Map<string, number>();
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(type, quality === undefined ? 1 : Number(quality) || 0);
  }
  const weight = (...types: string[]): number =>
    types.map((type) => weights.get(type)).find((each) => each !== undefined) ?? 0;
  const any = ['application/*', '*/*'];
  const json = weight('application/json', ...any);
  return Math.max(weight('application/xml', ...any), weight('text/xml', 'text/*', '*/*')) > json;
}

function stockElement({ sku, name, onHand }: (typeof items)[number]): string {
  return `<stock sku="${escape(sku)}"><name>${escape(name)}</name><onHand>${onHand}</onHand></stock>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function xml(status: number, element: string): Reply {
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${element}`;
  return { status, type: 'application/xml', text };
}

function send(response: ServerResponse, { status, type, text, headers = {} }: Reply): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
  response.end(`${text}\n`);
}
