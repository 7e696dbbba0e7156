import { join } from 'node:path';
import { haproxy } from './haproxy.ts';
import { nginx } from './nginx.ts';
import { sallyport } from './sallyport.ts';

/** Where a program stands: its own folder and ports, and the backends behind it. */
export interface Setup {
  readonly folder: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly origin: number;
  /** A backend that takes uploads at /upload. */
  readonly sink: number;
  readonly tls: TlsFiles;
}

export interface TlsFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly bothFile: string;
  /** Who issued the certificate of callers. */
  readonly caFile: string;
  readonly clientCertificateFile: string;
  readonly clientKeyFile: string;
}

/** What a gateway is configured to do beside passing calls on. */
export interface Duties {
  /** Wants a subscription key and a token. */
  readonly isSecured?: boolean;
  /** Wants the client certificate over TLS. */
  readonly verifiesCallers?: boolean;
  /** One unless given. */
  readonly threads?: number;
}

export interface Program {
  readonly name: string;
  /** The Debian package that it needs; undefined for ourselves. */
  readonly needs?: string;
  /** Whether it has both cores, instead of one for itself. */
  readonly hasBothCores?: boolean;
  /** Writes the configuration and gives the command. */
  readonly prepare: (setup: Setup) => readonly string[];
}

const oursThat = (duties: Duties): Program => ({
  name: 'sallyport',
  hasBothCores: duties.threads === 2,
  prepare: (setup) => sallyport(setup, duties),
});
const nginxThat = (duties: Duties): Program => ({
  name: 'nginx',
  needs: 'nginx',
  prepare: (setup) => nginx(setup, duties),
});
const haproxyThat = (name: string, duties: Duties): Program => ({
  name,
  needs: 'haproxy',
  hasBothCores: duties.threads === 2,
  prepare: (setup) => haproxy(setup, duties),
});

export const ours = oursThat({});
export const oursSecured = oursThat({ isSecured: true });
export const oursMutual = oursThat({ verifiesCallers: true });
export const oursOnTwo = oursThat({ isSecured: true, threads: 2 });
export const nginxPlain = nginxThat({});
export const nginxMutual = nginxThat({ verifiesCallers: true });
export const haproxyPlain = haproxyThat('haproxy', {});
export const haproxySecured = haproxyThat('haproxy jwt_verify', { isSecured: true });
export const haproxyMutual = haproxyThat('haproxy', { verifiesCallers: true });
export const haproxyOnTwo = haproxyThat('haproxy jwt_verify', { isSecured: true, threads: 2 });

/** What Node's own modules take with next to nothing around them. */
const bare = (name: string, file: string, ...does: readonly string[]): Program => ({
  name,
  prepare: ({ httpsPort, origin, tls: { certificateFile, keyFile } }) => {
    const program = [process.execPath, join(import.meta.dirname, file), ...does];
    return [...program, `${httpsPort}`, certificateFile, keyFile, `${origin}`];
  },
});
export const bareTls = bare('node:tls that answers', 'bareTls.ts');
export const bareAnswers = bare('node:http2 that answers', 'bareHttp2.ts', 'answers');
export const bareProxies = bare('node:http2 that proxies', 'bareHttp2.ts', 'proxies');
