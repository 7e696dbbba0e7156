import { generate, generator } from './load.ts';
import type { Loader } from './load.ts';

/** What `http2Load.ts` is started with. */
export interface Http2Options extends Http2Calls {
  readonly port: number;
  readonly path: string;
  readonly seconds: number;
}

interface Http2Calls {
  readonly connections: number;
  /** Calls under way on each connection. */
  readonly streams: number;
  /** Connections take turns among these: a caller says the same again and again. */
  readonly headerSets: readonly Readonly<Record<string, string>>[];
}

/** Calls over kept connections of HTTP/2. */
export function http2Calls({ headerSets, ...how }: Http2Calls): Loader {
  const sets = headerSets.slice(0, how.connections);
  return ({ core, seconds, port, path }) => {
    const options: Http2Options = { ...how, headerSets: sets, port, path, seconds };
    return () => generate(core, generator('http2Load.ts', options));
  };
}
