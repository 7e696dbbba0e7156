/** What .NET knows of schemes (https://learn.microsoft.com/dotnet/api/system.uri, UriParser's own). */
export interface Scheme {
  /** -1 when there is none. */
  readonly defaultPort: number;
  /** `must`: without `//` there is no URI; `may`: `//` begins one; `mail`: a host without `//`. */
  readonly authority: 'must' | 'may' | 'none' | 'mail';
  readonly allowsEmptyHost: boolean;
  readonly hasUserInfo: boolean;
  readonly hasPort: boolean;
  readonly hasQuery: boolean;
  /** Hosts such as `10.1` are IPv4 addresses. */
  readonly readsShortIpv4: boolean;
  /** Backslashes of the path become slashes. */
  readonly convertsSlashes: boolean;
  /** Dot segments are taken out of paths of URIs with an authority. */
  readonly compressesPath: boolean;
  /** Escaped slashes of the path are slashes. */
  readonly unescapesSlashes: boolean;
}

const web: Scheme = {
  defaultPort: 80,
  authority: 'must',
  allowsEmptyHost: false,
  hasUserInfo: true,
  hasPort: true,
  hasQuery: true,
  readsShortIpv4: true,
  convertsSlashes: true,
  compressesPath: true,
  unescapesSlashes: false,
};

/** Paths of machines. */
const local: Scheme = { ...web, defaultPort: -1, hasUserInfo: false, unescapesSlashes: true };

const plain: Scheme = { ...web, hasQuery: false, convertsSlashes: false, compressesPath: false };

const known: ReadonlyMap<string, Scheme> = new Map([
  ['http', web],
  ['https', { ...web, defaultPort: 443 }],
  ['ws', web],
  ['wss', { ...web, defaultPort: 443 }],
  ['ftp', { ...web, defaultPort: 21, hasQuery: false }],
  ['file', { ...local, allowsEmptyHost: true, hasPort: false }],
  ['net.tcp', { ...local, defaultPort: 808 }],
  ['net.pipe', { ...local, hasPort: false }],
  ['gopher', { ...plain, defaultPort: 70 }],
  ['nntp', { ...plain, defaultPort: 119 }],
  ['telnet', { ...plain, defaultPort: 23 }],
  ['ldap', { ...plain, defaultPort: 389, allowsEmptyHost: true, hasQuery: true }],
  ['news', { ...plain, defaultPort: -1, authority: 'none' }],
  [
    'mailto',
    { ...plain, defaultPort: 25, authority: 'mail', allowsEmptyHost: true, hasQuery: true },
  ],
]);

const unknown: Scheme = {
  ...web,
  defaultPort: -1,
  authority: 'may',
  allowsEmptyHost: true,
  readsShortIpv4: false,
};

/** By its name in small letters. */
export function schemeNamed(name: string): Scheme {
  return known.get(name) ?? unknown;
}

/** RFC 3986 section 3.1. */
export function isSchemeName(text: string): boolean {
  return /^[a-z][a-z\d+.-]*$/i.test(text);
}
