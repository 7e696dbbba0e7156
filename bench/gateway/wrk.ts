import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './load.ts';
import type { Loader } from './load.ts';

/** What the requests of one load are like. */
export interface LoadShape {
  readonly connections: number;
  readonly method: string;
  /** Requests take turns among these. */
  readonly headerSets: readonly Readonly<Record<string, string>>[];
  readonly bodyBytes?: number;
}

/** Keeps connections busy with wrk. */
export function wrk(shape: LoadShape): Loader {
  const text = scriptOf(shape);
  return ({ core, folder, seconds, scheme, port, path }) => {
    const script = join(mkdtempSync(join(folder, 'wrk-')), 'load.lua');
    writeFileSync(script, text);
    const url = `${scheme}://127.0.0.1:${port}${path}`;
    const how = ['-t1', `-c${shape.connections}`, `-d${seconds}s`, '-s', script];
    return () => generate(core, ['wrk', ...how, url]);
  };
}

/** A script that takes turns among sets of headers and prints its result as JSON. */
function scriptOf({ method, headerSets, bodyBytes = 0 }: LoadShape): string {
  const sets = headerSets.map(
    (headers) =>
      `{${Object.entries(headers)
        .map(([name, value]) => `["${name}"]="${value}"`)
        .join(',')}}`,
  );
  const body = bodyBytes === 0 ? 'nil' : `string.rep("x", ${bodyBytes})`;
  return `
local sets = {${sets.join(',\n')}}
local at = 0
local requests = {}
function init(args)
  for i, headers in ipairs(sets) do requests[i] = wrk.format("${method}", nil, headers, ${body}) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency, rates)
  local e = summary.errors
  print(string.format(
    'RESULT {"requests":%d,"duration":%d,"p50":%d,"p99":%d,"errors":%d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;
}
