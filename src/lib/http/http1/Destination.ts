import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import type { ConnectionOptions, SecureContextOptions } from 'node:tls';
import type { OutgoingRequest, TlsOptions } from '../exchange.ts';

/** Where requests of one kind go, and how the way there is secured. Connections to it are pooled. */
export interface Destination {
  readonly isSecure: boolean;
  /** A name or an address, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
  /** `host[:port]` for the Host field. */
  readonly authority: string;
  /** See OutgoingRequest. */
  readonly hostIsConfigured: boolean;
  readonly tls: TlsOptions;
  readonly proxy: Proxy | undefined;
}

export interface Proxy {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly hostIsConfigured: boolean;
  /** The value of Proxy-Authorization. */
  readonly authorization: string | undefined;
}

/** `scheme://host[:port]` at the head of an absolute address, and what follows it. */
export function splitAddress(url: string): { readonly origin: string; readonly target: string } {
  const hash = url.indexOf('#');
  const text = hash < 0 ? url : url.slice(0, hash);
  const from = text.indexOf('://') + 3;
  let to = from;
  while (to < text.length && !endsAuthority(text.charCodeAt(to))) to++;
  const target = text.slice(to);
  return { origin: text.slice(0, to), target: target.startsWith('/') ? target : `/${target}` };
}

/** `/` or `?` (RFC 3986 §3.2). */
function endsAuthority(code: number): boolean {
  return code === 0x2f || code === 0x3f;
}

/** @throws TypeError when the origin is none */
export function destinationOf(
  origin: string,
  { tls, proxy, hostIsConfigured = false }: OutgoingRequest,
): Destination {
  const { protocol, hostname, port, host } = new URL(origin);
  const isSecure = protocol === 'https:';
  return {
    isSecure,
    host: withoutBrackets(hostname),
    port: Number(port || (isSecure ? 443 : 80)),
    authority: host,
    hostIsConfigured,
    tls,
    proxy: proxy && proxyOf(proxy),
  };
}

function proxyOf({
  url,
  hostIsConfigured = false,
  username,
  password,
}: NonNullable<OutgoingRequest['proxy']>): Proxy {
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === 'https:';
  const credentials = Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64');
  return {
    isSecure,
    host: withoutBrackets(hostname),
    port: Number(port || (isSecure ? 443 : 80)),
    hostIsConfigured,
    authorization: username === undefined ? undefined : `Basic ${credentials}`,
  };
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

/** What `tls.connect` needs to know of a destination. */
export function secureOptions(
  { host, tls }: Pick<Destination, 'host' | 'tls'>,
  trusted: readonly string[],
  protocols: readonly string[] = http1,
): ConnectionOptions {
  const { clientCertificate, validateChain, validateName } = tls;
  return {
    // RFC 6066 §3: no addresses in server_name.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ALPNProtocols: [...protocols],
    minVersion: 'TLSv1.2',
    rejectUnauthorized: validateChain,
    ...(validateName ? {} : { checkServerIdentity: () => undefined }),
    ...(trusted.length > 0 ? { ca: [...rootCertificates, ...trusted] } : {}),
    ...identityOf(clientCertificate),
  };
}

/** RFC 7301 §6. */
const http1: readonly string[] = ['http/1.1'];

function identityOf(identity: TlsOptions['clientCertificate']): SecureContextOptions {
  if (!identity) return {};
  if (!('pfx' in identity)) return { cert: identity.certificate, key: identity.key };
  return { pfx: Buffer.from(identity.pfx), passphrase: identity.passphrase };
}
