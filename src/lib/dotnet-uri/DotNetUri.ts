import { isIri, unescapeAll, unescapeForDisplay, unescapeIri } from './componentText.ts';
import { bareHost, idnOf, isLoopback } from './host.ts';
import type { HostKind } from './host.ts';
import { isProblem, parseUri } from './parseUri.ts';
import type { ComponentText, UriParts, UriProblem } from './parseUri.ts';
import { segmentsOf } from './paths.ts';
import { schemeNamed } from './schemes.ts';

/** Values of `UriPartial`. */
export const uriPartial = { Scheme: 0, Authority: 1, Path: 2, Query: 3 } as const;

/** A URI as .NET's `System.Uri` understands it. Either absolute or a relative reference. */
export class DotNetUri {
  /** As it was given. */
  readonly original: string;
  /** Undefined of a relative reference. */
  readonly absolute: AbsoluteUri | undefined;

  readonly #relative: string;

  /** `relative`: how a relative reference is shown. */
  constructor(original: string, parts: UriParts | undefined, relative = original) {
    this.original = original;
    this.absolute = parts && new AbsoluteUri(parts);
    this.#relative = relative;
  }

  /** For people: with everything unescaped that does not change the meaning. */
  toString(): string {
    return this.absolute?.display ?? this.#relative;
  }

  /** Two of them share it exactly when they are equal: user and fragment do not count. */
  get key(): string {
    const { absolute } = this;
    if (!absolute) return ` ${this.original}`;
    const { scheme, host, port, parts } = absolute;
    const path = parts.isDosPath ? absolute.path.toLowerCase() : absolute.path;
    return `${scheme}://${host}:${port}${path}${absolute.query}`;
  }
}

/** The parts of an absolute URI, escaped, and what is made of them. */
export class AbsoluteUri {
  readonly parts: UriParts;

  constructor(parts: UriParts) {
    this.parts = parts;
  }

  get scheme(): string {
    return this.parts.scheme;
  }

  get userInfo(): string {
    return this.parts.userInfo?.escaped ?? '';
  }

  get host(): string {
    return this.parts.host.text;
  }

  get hostKind(): HostKind {
    return this.parts.host.kind;
  }

  /** Without brackets, with zone. */
  get dnsSafeHost(): string {
    return bareHost(this.parts.host);
  }

  /** In Punycode. */
  get idnHost(): string {
    return idnOf(this.parts.host);
  }

  get port(): number {
    return this.parts.port;
  }

  get isDefaultPort(): boolean {
    return this.port === schemeNamed(this.scheme).defaultPort;
  }

  /** Host, and port unless it is the default. */
  get authority(): string {
    return this.isDefaultPort ? this.host : `${this.host}:${this.port}`;
  }

  get path(): string {
    return this.parts.path.escaped;
  }

  get query(): string {
    return this.parts.query.escaped;
  }

  get fragment(): string {
    return this.parts.fragment.escaped;
  }

  get pathAndQuery(): string {
    return this.path + this.query;
  }

  /** Each with the slash that ends it. */
  get segments(): string[] {
    return segmentsOf(this.parts.isDosPath ? `/${this.path}` : this.path);
  }

  get isFile(): boolean {
    return this.scheme === 'file';
  }

  get isUnc(): boolean {
    return this.isFile && !this.isLoopback;
  }

  get isLoopback(): boolean {
    return isLoopback(this.parts.host);
  }

  /** As the file system has it, everything unescaped. */
  get localPath(): string {
    const path = unescapeAll(this.parts.path.text);
    if (this.isUnc) return `\\\\${this.host}${path.replaceAll('/', '\\')}`;
    return this.parts.isDosPath ? path.replaceAll('/', '\\') : path;
  }

  get absoluteUri(): string {
    return this.leftPart(uriPartial.Query) + this.fragment;
  }

  /** Everything up to a part, a value of `uriPartial`, escaped. */
  leftPart(part: number): string {
    const { hasAuthority, isDosPath } = this.parts;
    if (part === uriPartial.Authority && (!hasAuthority || isDosPath)) return '';
    return this.#leftPart(part, ({ escaped }) => escaped, this.userInfo);
  }

  /** The same with everything unescaped that does not change the meaning. */
  leftDisplay(part: number): string {
    const { userInfo } = this.parts;
    return this.#leftPart(part, ({ text }) => unescapeForDisplay(text), userInfo?.text ?? '');
  }

  get display(): string {
    return this.leftDisplay(uriPartial.Query) + unescapeForDisplay(this.parts.fragment.text);
  }

  #leftPart(part: number, print: (component: ComponentText) => string, userInfo: string): string {
    const { isDosPath, path, query } = this.parts;
    const scheme = this.#delimitedScheme;
    if (part === uriPartial.Scheme) return scheme;
    const left = `${scheme}${this.parts.userInfo ? `${userInfo}@` : ''}${this.authority}`;
    if (part === uriPartial.Authority) return left;
    const toPath = `${left}${isDosPath ? '/' : ''}${print(path)}`;
    return part === uriPartial.Path ? toPath : toPath + print(query);
  }

  get #delimitedScheme(): string {
    return `${this.scheme}:${this.parts.hasAuthority ? '//' : ''}`;
  }
}

export type Kind = 'absolute' | 'relative' | 'any';

/** Reads a URI of a kind, or says what is wrong. Never throws. */
export function readUri(text: string, kind: Kind): DotNetUri | UriProblem | 'isAbsolute' {
  const parts = parseUri(text);
  if (kind === 'absolute') return isProblem(parts) ? parts : new DotNetUri(text, parts);
  if (kind === 'relative' && text.startsWith('/')) return new DotNetUri(text, undefined);
  if (!isProblem(parts)) return kind === 'any' ? new DotNetUri(text, parts) : 'isAbsolute';
  if (!mayBeRelative.has(parts)) return parts;
  return new DotNetUri(text, undefined, isIri(text) ? unescapeIri(text, 'relative') : text);
}

const mayBeRelative: ReadonlySet<UriProblem> = new Set([
  'empty',
  'format',
  'scheme',
  'authority',
] as const);

export function isUri(result: ReturnType<typeof readUri>): result is DotNetUri {
  return result instanceof DotNetUri;
}
