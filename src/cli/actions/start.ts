import { createWriteStream, readFileSync } from 'node:fs';
import type { AddressRange } from '../../lib/cidr/range.ts';
import type { ServerTls } from '../../lib/http/tls/ServerTls.ts';
import { hasErrors } from '../../lib/source/Diagnostic.ts';
import type { Diagnostic } from '../../lib/source/Diagnostic.ts';
import { jsonLog, logFrom, textLog } from '../../server/accessLog.ts';
import type { Level } from '../../server/accessLog.ts';
import { GatheredLines } from '../../server/GatheredLines.ts';
import { ConfigurationError, GatewayServer } from '../../server/GatewayServer.ts';
import type { Reload } from '../../server/GatewayServer.ts';
import { ListenError } from '../../server/listenError.ts';
import { localTls } from '../../server/localTls.ts';
import type { LocalTls } from '../../server/localTls.ts';
import { realEvery } from '../../server/tls/LiveTls.ts';
import { TlsFiles } from '../../server/tls/TlsFiles.ts';
import { TlsSettingsError } from '../../server/tls/TlsSettingsError.ts';
import { watchFiles } from '../../server/tls/watchFiles.ts';
import { canSharePorts } from '../../server/workers/claimPort.ts';
import { atHangup } from '../atHangup.ts';
import { Complaint } from '../Complaint.ts';
import type { ExpressionLimits } from '../../expressions/runtime/Environment.ts';
import { printDiagnostic } from '../printDiagnostic.ts';
import { paint, say } from '../terminal.ts';
import { untilInterrupted } from '../untilInterrupted.ts';

interface StartOptions {
  readonly overrides?: string;
  readonly host: string;
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly cert?: string;
  readonly key?: string;
  readonly tls?: string;
  readonly ca?: string;
  readonly allowNetwork: readonly AddressRange[];
  readonly trace?: string;
  readonly watch: boolean;
  readonly workers: number;
  readonly logLevel: Level;
  readonly maxCalls: number;
  readonly maxConnections: number;
  readonly expressionLimit: Partial<ExpressionLimits>;
}

const drainMs = 10_000;

/** The password of --cert or --key: other programs see what stands on a command line. */
const passwordVariable = 'SALLYPORT_CERT_PASSWORD';

const lines = process.stdout.isTTY ? 'text' : 'json';

export async function start(directory: string, options: StartOptions): Promise<void> {
  const files = tlsFilesOf(options);
  const local = files ? undefined : await localTls();
  const tls = local ? localSettings(local) : loadTls(files!);
  const server = await startServer(directory, options, tls);
  const interrupted = untilInterrupted();
  say(
    `${paint('green', '✓')} gateway  http://${options.host}:${server.httpPort}  https://${options.host}:${server.httpsPort}`,
  );
  if (local) say(`  trust    ${local.caFile}`);
  if (options.watch) server.watch(tell);
  const unwatch =
    files && options.watch
      ? watchFiles(
          () => files.files,
          () => takeUp(files, server),
          realEvery,
        )
      : () => undefined;
  const endHangups = atHangup(() => {
    if (files) takeUp(files, server);
    void server.reload().then(tell);
  });
  await interrupted;
  endHangups();
  unwatch();
  say('Stopping: calls under way may finish.');
  await server.close(drainMs);
}

/** Undefined for a certificate of the local CA. */
function tlsFilesOf({ cert, key, tls }: StartOptions): TlsFiles | undefined {
  if (tls !== undefined) {
    if (cert === undefined && key === undefined) return new TlsFiles({ file: tls });
    throw new Complaint('--tls takes the place of --cert and --key.', 'Name the files in it.');
  }
  if (cert !== undefined) {
    return new TlsFiles({ certificate: cert, key, password: process.env[passwordVariable] });
  }
  if (key === undefined) return undefined;
  throw new Complaint('--key needs --cert.', 'Give both, or neither for a local CA.');
}

/** All callers are asked for a certificate, so that policies about it can be tried. */
function localSettings({ certificate, key }: LocalTls): ServerTls {
  return { certificate, key, requestClientCertificate: true };
}

function loadTls(files: TlsFiles): ServerTls {
  try {
    return files.load();
  } catch (error) {
    throw error instanceof TlsSettingsError ? new Complaint(error.message, error.hint) : error;
  }
}

/** Takes up changed certificates; such as cannot be used change nothing. */
function takeUp(files: TlsFiles, server: GatewayServer): void {
  try {
    server.secure(files.load());
    say(`${paint('green', '✓')} the changed TLS settings are live`);
  } catch (error) {
    if (!(error instanceof TlsSettingsError)) throw error;
    say(`${paint('red', '✗')} the changed TLS settings are not live; those before stay live`);
    process.stderr.write(`${error.message}\n   ${error.hint}\n`);
  }
}

async function startServer(
  directory: string,
  options: StartOptions,
  tls: ServerTls,
): Promise<GatewayServer> {
  const { host, httpPort, httpsPort, ca, trace, logLevel, maxCalls, maxConnections } = options;
  const traces =
    trace === undefined ? undefined : createWriteStream(trace, { flags: 'a', mode: 0o600 });
  const count = await workersOn(host, options.workers);
  try {
    const { server, diagnostics } = await GatewayServer.start({
      directory,
      ...(options.overrides === undefined ? {} : { overrides: options.overrides }),
      host,
      httpPort,
      https: { ...tls, port: httpsPort },
      allowedNetworks: options.allowNetwork,
      expressionLimits: options.expressionLimit,
      trustedCertificates: ca === undefined ? [] : [readPem(ca)],
      maxCalls,
      maxConnections,
      ...(count > 1
        ? { workers: { count, lines, logLevel, log: process.stdout, traces, onEnd: tellEnd } }
        : {
            log: logFrom(
              logLevel,
              lines === 'text' ? textLog(say) : jsonLog(new GatheredLines(process.stdout)),
            ),
            ...(traces ? { onTrace: (story) => traces.write(`${JSON.stringify(story)}\n`) } : {}),
          }),
    });
    print(diagnostics);
    return server;
  } catch (error) {
    throw complaintAbout(error);
  }
}

/** How many workers there can be. */
async function workersOn(host: string, wanted: number): Promise<number> {
  if (wanted === 1 || (await canSharePorts(host))) return wanted;
  process.stderr.write('This system does not share a port between threads: one thread serves.\n');
  return 1;
}

function tellEnd(place: number, reason: string, waitMs: number): void {
  const when = waitMs === 0 ? 'at once' : `in ${waitMs} ms`;
  process.stderr.write(`Worker ${place + 1} ended: ${reason}. Another takes its place ${when}.\n`);
}

/** Says what became of a changed configuration. */
export function tell({ isLive, diagnostics, problem }: Reload): void {
  print(diagnostics);
  if (isLive) say(`${paint('green', '✓')} the changed configuration is live`);
  else {
    const why = problem === undefined ? 'has errors' : `is not live (${problem})`;
    say(`${paint('red', '✗')} the changed configuration ${why}; the one before it stays live`);
  }
}

/** Remarks are for people who watch; errors are for everybody. */
function print(diagnostics: readonly Diagnostic[]): void {
  const shown = hasErrors(diagnostics)
    ? diagnostics.filter(({ severity }) => severity === 'error')
    : diagnostics.filter(({ severity }) => severity !== 'info');
  for (const diagnostic of shown) process.stderr.write(`${printDiagnostic(diagnostic)}\n\n`);
}

/** What a person can do about a failure to start; other failures stay what they are. */
export function complaintAbout(error: unknown): unknown {
  if (error instanceof ConfigurationError) {
    print(error.diagnostics);
    const count = error.diagnostics.filter(({ severity }) => severity === 'error').length;
    return new Complaint(`The configuration has ${count === 1 ? 'an error' : `${count} errors`}.`);
  }
  if (error instanceof ListenError) {
    return new Complaint(
      error.message,
      `Choose another with --${error.purpose}-port PORT (0 takes a free one).`,
    );
  }
  return error;
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Complaint(`'${file}' cannot be read.`);
  }
}
