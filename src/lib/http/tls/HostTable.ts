/** What belongs to host names: to exact ones, else to a wildcard for their first label, else to none. */
export class HostTable<T> {
  readonly #byName: ReadonlyMap<string, T>;
  readonly #others: T;

  /** `others` is for names that no entry has. */
  constructor(entries: Iterable<readonly [name: string, value: T]>, others: T) {
    this.#byName = new Map([...entries].map(([name, value]) => [canonicalHost(name), value]));
    this.#others = others;
  }

  /** By a host as callers name it, without a port. */
  find(host: string): T {
    const name = canonicalHost(host);
    const exact = this.#byName.get(name);
    if (exact !== undefined) return exact;
    // RFC 9525 §6.3: a wildcard stands for one label.
    const dot = name.indexOf('.');
    if (dot <= 0 || name.startsWith('*')) return this.#others;
    return this.#byName.get(`*${name.slice(dot)}`) ?? this.#others;
  }
}

/** RFC 4343 and RFC 1034 §3.1: neither case nor a final dot tells names apart. */
export function canonicalHost(host: string): string {
  const name = host.toLowerCase();
  return name.endsWith('.') ? name.slice(0, -1) : name;
}

/** The host of `host[:port]`. */
export function hostOf(authority: string): string {
  return authority.replace(/:[0-9]*$/, '');
}
