import type { ConfigurationFiles } from '../../adapters/directory/loadDirectory.ts';
import type { ServerTls } from '../../lib/http/tls/ServerTls.ts';
import type { Level } from '../accessLog.ts';
import type { DataPlaneSettings } from '../DataPlane.ts';
import type { ListenError } from '../listenError.ts';
import type { SharedMemory } from './SharedMemory.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /** Which of the workers it is, from 0. */
  readonly place: number;
  /** With ports that are not 0. */
  readonly settings: DataPlaneSettings;
  readonly files: ConfigurationFiles;
  readonly version: number;
  readonly memory: SharedMemory;
  /** One Int32: characters of lines that this worker posted and that are not written yet. */
  readonly unwritten: SharedArrayBuffer;
  readonly pulse: SharedArrayBuffer;
  readonly maxCalls: number;
  readonly maxConnections: number;
  readonly lines: 'json' | 'text';
  readonly logLevel: Level;
  readonly traces: boolean;
  readonly compileCache: string | undefined;
}

/** What the main thread tells a worker. It is done in order. */
export type ToWorker =
  /** Compile this and keep it until it is this version's turn. */
  | { readonly kind: 'prepare'; readonly version: number; readonly files: ConfigurationFiles }
  /** Handshakes from now on take place by these settings. */
  | { readonly kind: 'secure'; readonly tls: ServerTls }
  | { readonly kind: 'close'; readonly drainMs: number };

/** What a worker tells the main thread. */
export type FromWorker =
  | { readonly kind: 'listening' }
  | ({ readonly kind: 'cannot listen' } & Pick<ListenError, 'port' | 'purpose' | 'problem'>)
  | { readonly kind: 'prepared'; readonly version: number }
  | { readonly kind: 'refused'; readonly version: number; readonly reason: string }
  | { readonly kind: 'lines'; readonly to: 'log' | 'traces'; readonly text: string }
  | { readonly kind: 'closed' };
