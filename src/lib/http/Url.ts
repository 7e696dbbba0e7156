import { Query } from './Query.ts';

const defaultPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };

/** The address of a request, taken apart and changeable. `path` is percent-encoded, as on the wire. */
export class Url {
  scheme: string;
  /** As in an address: IPv6 in brackets. */
  host: string;
  port: number;
  path: string;
  query: Query;

  constructor(parts: { scheme: string; host: string; port?: number; path: string; query?: Query }) {
    this.scheme = parts.scheme;
    this.host = parts.host;
    this.port = parts.port ?? defaultPorts[parts.scheme] ?? 80;
    this.path = parts.path;
    this.query = parts.query ?? new Query();
  }

  /** An absolute address; undefined when it is none. */
  static parse(text: string): Url | undefined {
    if (!URL.canParse(text)) return undefined;
    const { protocol, hostname, port, pathname, search } = new URL(text);
    return new Url({
      scheme: protocol.slice(0, -1),
      host: hostname,
      path: pathname,
      query: new Query(search.slice(1)),
      ...(port ? { port: Number(port) } : {}),
    });
  }

  /** `?a=1&b=2`, or empty without parameters. */
  get queryString(): string {
    return this.query.isEmpty ? '' : `?${this.query.toString()}`;
  }

  /** `host`, with the port when it is not the scheme's own. */
  get authority(): string {
    return this.port === defaultPorts[this.scheme] ? this.host : `${this.host}:${this.port}`;
  }

  copy(): Url {
    const { scheme, host, port, path, query } = this;
    return new Url({ scheme, host, port, path, query: query.copy() });
  }

  toString(): string {
    return `${this.scheme}://${this.authority}${this.path}${this.queryString}`;
  }
}
