/**
 * The gateway of a soak, in a process of its own that tells how much memory is in use after a
 * collection. With `leaks`, its log keeps a record of each call: a soak has to find that.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AccessRecord, GatewayLog } from '../../../src/gateway/GatewayLog.ts';
import { jsonLog } from '../../../src/server/accessLog.ts';
import { GatewayServer } from '../../../src/server/GatewayServer.ts';
import { GatheredLines } from '../../../src/server/GatheredLines.ts';

export interface SoakedOptions {
  readonly directory: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly leaks: boolean;
}

/** What the process tells: its ports first, and then its memory whenever it is asked. */
export interface Ports {
  readonly httpPort: number;
  readonly httpsPort: number;
}

export interface Memory {
  /** In use after a collection, inside and outside of the heap. */
  readonly live: number;
  readonly resident: number;
  /** Sockets and timers. */
  readonly handles: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const { directory, certificateFile, keyFile, leaks } = JSON.parse(
  process.argv[2]!,
) as SoakedOptions;

const log = jsonLog(new GatheredLines({ write: () => undefined }));
const kept: AccessRecord[] = [];
const leaking: GatewayLog = {
  access(record) {
    kept.push(record);
    log.access(record);
  },
  refusal: (record) => log.refusal(record),
};

const certificate = readFileSync(certificateFile, 'utf8');
const key = readFileSync(keyFile, 'utf8');
const { server } = await GatewayServer.start({
  directory,
  host: '127.0.0.1',
  httpPort: 0,
  https: { certificate, key, requestClientCertificate: false, port: 0 },
  trustedCertificates: [],
  log: leaks ? leaking : log,
});

process.on('message', () => {
  collect();
  collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  const handles = process.getActiveResourcesInfo().length;
  const memory: Memory = { live: heapUsed + external, resident: rss, handles };
  process.send!(memory);
});
const ports: Ports = { httpPort: server.httpPort, httpsPort: server.httpsPort! };
process.send!(ports);
