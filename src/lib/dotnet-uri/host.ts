import { domainToASCII } from 'node:url';
import { formatIpv4, parseIpv4 } from '../dotnet-net/ipv4.ts';
import { formatIpv6, parseIpv6 } from '../dotnet-net/ipv6.ts';

export type HostKind = 'unknown' | 'basic' | 'dns' | 'ipv4' | 'ipv6';

export interface Host {
  readonly kind: HostKind;
  /** As it stands in a URI: small letters, IPv6 in brackets. */
  readonly text: string;
  /** Of IPv6, with its percent sign; it is no part of the host. */
  readonly zone?: string;
}

export const noHost: Host = { kind: 'unknown', text: '' };
export const emptyHost: Host = { kind: 'basic', text: '' };

/** Undefined when it is no host. */
export function parseHost(text: string, readsShortIpv4 = true): Host | undefined {
  if (text.startsWith('[')) return parseBracketed(text);
  const ipv4 = readsShortIpv4 || /^\d+\.\d+\.\d+\.\d+$/.test(text) ? parseIpv4(text) : undefined;
  if (ipv4 !== undefined) return { kind: 'ipv4', text: formatIpv4(ipv4) };
  if (isDomainName(text)) return { kind: 'dns', text: text.toLowerCase() };
  return isNetBiosName(text) ? { kind: 'basic', text: text.toLowerCase() } : undefined;
}

function parseBracketed(text: string): Host | undefined {
  const [, inner = '', zone = ''] = /^\[([^\]%]*)(%[^\]]+)?\]$/.exec(text) ?? [];
  const address = parseIpv6(inner);
  return address && { kind: 'ipv6', text: `[${formatIpv6(address)}]`, zone };
}

/** Labels of letters, digits, `-` and `_` that begin with a letter or digit; a dot may end it. */
export function isDomainName(text: string): boolean {
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  return (
    text.length <= 255 &&
    labels.every((label) => label.length <= 63 && /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u.test(label))
  );
}

/** The names of Windows machines, which may begin with `-` or `_`. */
function isNetBiosName(text: string): boolean {
  const [first = '', ...others] = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  const isName = /^[\p{L}\d_-]*[\p{L}_-][\p{L}\d_-]*$/u.test(first);
  return isName && others.every((label) => /^[\p{L}\d_-]+$/u.test(label));
}

/** `Uri.CheckHostName`. */
export function hostKindOf(text: string): HostKind {
  if (text === '' || text.length > 32_766) return 'unknown';
  if (text.startsWith('[') && text.endsWith(']') && parseIpv6(text)) return 'ipv6';
  if (parseIpv4(text) !== undefined) return 'ipv4';
  if (isDomainName(text)) return 'dns';
  return parseIpv6(text) && !text.includes('[') ? 'ipv6' : 'unknown';
}

/** Without brackets, with zone. */
export function bareHost({ kind, text, zone = '' }: Host): string {
  return kind === 'ipv6' ? text.slice(1, -1) + zone : text;
}

/** The host in Punycode (RFC 3492), as DNS has it. */
export function idnOf(host: Host): string {
  const text = bareHost(host);
  return /[^\0-\x7f]/.test(text) ? domainToASCII(text) || text : text;
}

/** A host that is not there is this one. */
export function isLoopback({ kind, text }: Host): boolean {
  if (kind === 'ipv4') return text.startsWith('127.');
  if (kind === 'ipv6') return text === '[::1]';
  return text === 'localhost' || text === 'loopback' || (kind === 'basic' && text === '');
}
