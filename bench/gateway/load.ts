import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What one run of the load generator saw. */
export interface Load {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Microseconds: number;
  readonly p99Microseconds: number;
  /** Answers that were no 2xx or 3xx, and connections that broke. */
  readonly errors: number;
}

export interface LoadOptions {
  readonly core: number;
  readonly url: string;
  /** A wrk script, which chooses the headers. */
  readonly script: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Keeps connections busy with wrk for some seconds. */
export async function load({
  core,
  url,
  script,
  connections,
  seconds,
}: LoadOptions): Promise<Load> {
  const wrk = ['wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, url];
  const { stdout } = await run('taskset', ['-c', String(core), ...wrk], { maxBuffer: 1 << 20 });
  const [, json] = /RESULT (\{.*\})/.exec(stdout) ?? [];
  if (json === undefined) throw new Error(`wrk said something else:\n${stdout}`);
  const result = JSON.parse(json) as {
    requests: number;
    duration: number;
    p50: number;
    p99: number;
    errors: number;
  };
  return {
    requests: result.requests,
    perSecond: (result.requests * 1e6) / result.duration,
    p50Microseconds: result.p50,
    p99Microseconds: result.p99,
    errors: result.errors,
  };
}

/** What the requests of one load are like. */
export interface LoadShape {
  readonly method: string;
  /** Requests take turns among these. */
  readonly headerSets: readonly Readonly<Record<string, string>>[];
  readonly bodyBytes?: number;
}

/** A wrk script that takes turns among sets of headers and prints its result as JSON. */
export function wrkScript({ method, headerSets, bodyBytes = 0 }: LoadShape): string {
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
