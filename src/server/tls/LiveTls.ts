import type { HostTls, ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { checkServerTls, sessionSeconds } from '../../lib/http/tls/TlsDoor.ts';
import { TicketKeys } from './TicketKeys.ts';

/** Runs an action again and again; returns what stops it. */
export type Every = (action: () => void, intervalMs: number) => () => void;

export const realEvery: Every = (action, intervalMs) => {
  const timer = setInterval(action, intervalMs).unref();
  return () => clearInterval(timer);
};

/** The TLS settings of a gateway while they change: certificates by the operator, ticket keys by the hour. */
export class LiveTls {
  readonly #keys: TicketKeys;
  readonly #publish: (tls: ServerTls) => void;
  readonly #stop: () => void;
  #tls: ServerTls;

  /** `publish` is told of changes. */
  constructor(
    tls: ServerTls,
    publish: (tls: ServerTls) => void,
    every: Every = realEvery,
    keys = new TicketKeys(),
  ) {
    this.#tls = tls;
    this.#publish = publish;
    this.#keys = keys;
    this.#stop = every(() => this.#rotate(), sessionSeconds * 1000);
  }

  get current(): ServerTls {
    return { ...this.#tls, ticketKeys: this.#keys.all };
  }

  /** Throws when the settings cannot be used; then nothing has changed. */
  replace(tls: ServerTls): void {
    checkServerTls(tls);
    // Who resumes a session is not asked for a certificate, so one of other rules must not be resumed.
    if (rulesOf(tls) !== rulesOf(this.#tls)) this.#keys.forget();
    this.#tls = tls;
    this.#publish(this.current);
  }

  #rotate(): void {
    this.#keys.rotate();
    this.#publish(this.current);
  }

  close(): void {
    this.#stop();
  }
}

/** Who is asked for a certificate. */
function rulesOf({ requestClientCertificate, hosts = [] }: ServerTls): string {
  const rule = ({ name, requestClientCertificate: asks }: HostTls): string => `${name} ${asks}`;
  return [`${requestClientCertificate}`, ...hosts.map(rule).toSorted()].join('\n');
}
