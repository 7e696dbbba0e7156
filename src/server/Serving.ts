import type { ConfigurationFiles } from '../adapters/directory/loadDirectory.ts';
import type { ServerTls } from '../lib/http/tls/ServerTls.ts';
import type { Live } from '../gateway/Gateway.ts';

/** A configuration that compiles. */
export interface Checked {
  readonly files: ConfigurationFiles;
  /** What this thread made of it; other threads make it anew. */
  readonly live: Live;
  /** How long it took to make that of the files, in milliseconds. */
  readonly tookMs: number;
}

/** What answers calls: a data plane in this thread, or several in workers. */
export interface Serving {
  readonly httpPort: number;
  readonly httpsPort: number | undefined;
  /** From then on new calls see it. Resolves with the reason when it could not be made live. */
  publish(configuration: Checked): Promise<string | undefined>;
  /** From then on handshakes take place by these settings, which are checked. */
  secure(tls: ServerTls): void;
  /** Takes no more calls and lets those under way finish within the time. */
  close(drainMs: number): Promise<void>;
}
