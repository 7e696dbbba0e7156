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
}

export interface Program {
  readonly name: string;
  /** The Debian package that it needs; undefined for ourselves. */
  readonly needs?: string;
  /** Writes the configuration and gives the command. */
  readonly prepare: (setup: Setup) => readonly string[];
}

export const ours: Program = { name: 'sallyport', prepare: (setup) => sallyport(setup, false) };
export const oursSecured: Program = {
  name: 'sallyport',
  prepare: (setup) => sallyport(setup, true),
};
export const nginxPlain: Program = { name: 'nginx', needs: 'nginx', prepare: nginx };
export const haproxyPlain: Program = {
  name: 'haproxy',
  needs: 'haproxy',
  prepare: (setup) => haproxy(setup, false),
};
export const haproxySecured: Program = {
  name: 'haproxy jwt_verify',
  needs: 'haproxy',
  prepare: (setup) => haproxy(setup, true),
};
