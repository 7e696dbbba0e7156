import { escapeComponent, isIri, unescapeIri } from './componentText.ts';
import type { Component } from './componentText.ts';
import { emptyHost, noHost, parseHost } from './host.ts';
import type { Host } from './host.ts';
import { removeDotSegments } from './paths.ts';
import { isSchemeName, schemeNamed } from './schemes.ts';
import type { Scheme } from './schemes.ts';

/** A component as it was written, after what an IRI needs no escape for was unescaped. */
export interface ComponentText {
  readonly text: string;
  readonly escaped: string;
}

/** What an absolute URI consists of. */
export interface UriParts {
  readonly scheme: string;
  /** Whether `//` follows the scheme. */
  readonly hasAuthority: boolean;
  readonly userInfo: ComponentText | undefined;
  readonly host: Host;
  /** -1 when there is none. */
  readonly port: number;
  readonly path: ComponentText;
  /** With its question mark. */
  readonly query: ComponentText;
  /** With its number sign. */
  readonly fragment: ComponentText;
  /** A path such as `c:/x`, without a slash in front. */
  readonly isDosPath: boolean;
  /** Made of a file path, not of a URI. */
  readonly isImplicitFile: boolean;
}

/** Why a text is no absolute URI. Those that a relative one may have: `format` and `authority`. */
export type UriProblem =
  | 'empty'
  | 'format'
  | 'scheme'
  | 'authority'
  | 'host'
  | 'port'
  | 'dosPath'
  | 'tooLong';

const longest = 65_519;

/** Reads an absolute URI or file path, or says what is wrong. Never throws. */
export function parseUri(original: string): UriParts | UriProblem {
  const text = original.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (original === '') return 'empty';
  if (text.length > longest) return 'tooLong';
  // As on all systems but Windows, a path from the root is that of a file.
  if (text.startsWith('/') && text.length > 2) return filePath(text);
  if (/^[a-z][:|]/i.test(text)) return dosPath(text);
  if (/^\\\\[^\\/]/.test(text)) {
    return parseAfterScheme('file', `//${text.slice(2).replaceAll('\\', '/')}`, true);
  }
  const colon = text.indexOf(':');
  if (colon <= 0 || /[/\\?#]/.test(text.slice(0, colon))) return 'format';
  const name = text.slice(0, colon);
  if (!isSchemeName(name)) return 'scheme';
  return parseAfterScheme(name.toLowerCase(), text.slice(colon + 1), false);
}

export function isProblem(result: UriParts | UriProblem): result is UriProblem {
  return typeof result === 'string';
}

function filePath(text: string): UriParts {
  const path = removeDotSegments(literal(text).replaceAll('\\', '/'));
  return { ...file, path: pathText(path), isImplicitFile: true };
}

function dosPath(text: string): UriParts | UriProblem {
  if (!/^[a-z][:|][\\/]/i.test(text)) return text.length > 1 ? 'dosPath' : 'format';
  return { ...file, ...dosPathParts(literal(text)), isImplicitFile: true };
}

/** In the path of a file a percent sign stands for itself, but for what an IRI unescapes. */
function literal(text: string): string {
  return (isIri(text) ? unescapeIri(text, 'path') : text).replaceAll('%', '%25');
}

function dosPathParts(text: string): Pick<UriParts, 'path' | 'isDosPath'> {
  const path = `${text[0]}:${removeDotSegments(text.slice(2).replaceAll('\\', '/'))}`;
  return { path: pathText(path), isDosPath: true };
}

const nothing: ComponentText = { text: '', escaped: '' };

const file: UriParts = {
  scheme: 'file',
  hasAuthority: true,
  userInfo: undefined,
  host: emptyHost,
  port: -1,
  path: nothing,
  query: nothing,
  fragment: nothing,
  isDosPath: false,
  isImplicitFile: false,
};

function parseAfterScheme(
  name: string,
  rest: string,
  isImplicitFile: boolean,
): UriParts | UriProblem {
  const scheme = schemeNamed(name);
  const iri = isIri(rest);
  const hasAuthority =
    rest.startsWith('//') && (scheme.authority === 'must' || scheme.authority === 'may');
  if (scheme.authority === 'must' && !hasAuthority) return 'authority';
  const isMail = scheme.authority === 'mail';
  const authorityEnd = hasAuthority || isMail ? endOfAuthority(rest, isMail ? 0 : 2) : 0;
  const tail = components(rest.slice(authorityEnd), scheme, hasAuthority, iri);
  const base = { ...file, scheme: name, hasAuthority, isImplicitFile };
  if (name === 'file') {
    const special = specialFile(rest, base, tail);
    if (special) return special;
  }
  if (!hasAuthority && !isMail) return { ...base, ...tail, host: noHost };
  const authority = parseAuthority(rest.slice(isMail ? 0 : 2, authorityEnd), scheme, iri);
  return typeof authority === 'string' ? authority : { ...base, ...tail, ...authority };
}

/** `file:///c:/x`, `file://c:/x` and `file:////server/share`. */
function specialFile(
  rest: string,
  base: UriParts,
  tail: Pick<UriParts, 'path' | 'query' | 'fragment'>,
): UriParts | UriProblem | undefined {
  const path = rest.replace(/^\/{2,3}/, '').replace(/[?#].*$/s, '');
  if (/^[a-z][:|][\\/]/i.test(path)) {
    const isImplicitFile = !/^\/\/\/[a-z]:/i.test(rest);
    return { ...base, ...tail, ...dosPathParts(path), isImplicitFile };
  }
  if (/^\/\/\/\/[^/\\]/.test(rest)) return parseAfterScheme('file', rest.slice(2), false);
  return undefined;
}

function endOfAuthority(rest: string, start: number): number {
  const end = rest.slice(start).search(/[/?#]/);
  return end < 0 ? rest.length : start + end;
}

function parseAuthority(
  text: string,
  scheme: Scheme,
  iri: boolean,
): Pick<UriParts, 'userInfo' | 'host' | 'port'> | UriProblem {
  const at = scheme.hasUserInfo ? text.indexOf('@') : -1;
  const userInfo = at < 0 ? undefined : component(text.slice(0, at), 'userInfo', iri);
  const server = text.slice(at + 1);
  const [, hostText = '', portText = ''] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(server) ?? [];
  if (hostText === '' && (server !== '' || !scheme.allowsEmptyHost)) return 'host';
  const host = hostText === '' ? emptyHost : parseHost(hostText, scheme.readsShortIpv4);
  if (!host || (portText !== '' && !scheme.hasPort)) return 'host';
  const port = portText === '' ? scheme.defaultPort : readPort(portText);
  if (port === undefined) return 'port';
  // Of schemes that .NET does not know, it takes the port 0 for none.
  const isNone = port === 0 && scheme.authority === 'may';
  return { userInfo, host, port: isNone ? scheme.defaultPort : port };
}

function readPort(text: string): number | undefined {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return port <= 0xffff ? port : undefined;
}

function components(
  text: string,
  scheme: Scheme,
  hasAuthority: boolean,
  iri: boolean,
): Pick<UriParts, 'path' | 'query' | 'fragment'> {
  const hash = text.indexOf('#');
  const beforeHash = hash < 0 ? text : text.slice(0, hash);
  const mark = scheme.hasQuery ? beforeHash.indexOf('?') : -1;
  const written = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  const unescaped = iri ? unescapeIri(written, 'path') : written;
  const raw = scheme.unescapesSlashes ? unescaped.replaceAll(/%2f|%5c/gi, '/') : unescaped;
  const slashed = scheme.convertsSlashes && hasAuthority ? raw.replaceAll('\\', '/') : raw;
  const rooted = hasAuthority && slashed === '' ? '/' : slashed;
  const isCompressed = scheme.compressesPath && hasAuthority;
  const path = isCompressed ? removeDotSegments(rooted) : rooted;
  return {
    path: pathText(path),
    query: component(mark < 0 ? '' : beforeHash.slice(mark), 'query', iri),
    fragment: component(hash < 0 ? '' : text.slice(hash), 'fragment', iri),
  };
}

/** Question marks and number signs that belong to the path stay escaped when it is shown. */
function pathText(path: string): ComponentText {
  return {
    text: path.replaceAll(/[?#]/g, encodeURIComponent),
    escaped: escapeComponent(path, 'path'),
  };
}

function component(text: string, kind: Component, iri: boolean): ComponentText {
  const own = iri ? unescapeIri(text, kind) : text;
  return { text: own, escaped: escapeComponent(own, kind) };
}
