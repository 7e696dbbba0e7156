import { haproxyPlain, nginxPlain, ours } from './programs.ts';
import type { Section } from './report.ts';
import { slowCallers } from './slowCallers.ts';
import type { SlowOptions } from './slowCallers.ts';
import { otherCore } from './Stage.ts';
import type { Running } from './Stage.ts';

const streams = 200;
const seconds = 8;
const sampleMs = 100;
const mostAboveIdle = 50;

type Kind = Pick<SlowOptions, 'kind' | 'path' | 'pauseMs'>;

const kinds: Readonly<Record<string, Kind>> = {
  'callers that read slowly': { kind: 'download', path: '/long', pauseMs: 50 },
  'callers that send slowly': { kind: 'upload', path: '/upload/', pauseMs: 50 },
  'a backend that reads slowly': { kind: 'upload', path: '/upload/slow', pauseMs: 0 },
};

/** Memory that a process takes for many streams at a time, above what it had after a few. */
export const slowStreams: Section = {
  name: `memory for ${streams} slow streams`,
  async run(stage) {
    const lines = [
      '| streams | gateway | idle MB | peak MB | above idle MB | carried MB | lost |',
      '|---|---|---|---|---|---|---|',
    ];
    for (const [name, kind] of Object.entries(kinds)) {
      for (const program of [ours, nginxPlain, haproxyPlain]) {
        const running = await stage.fresh(program);
        if (running) lines.push(`| ${name} | ${program.name} | ${await measure(running, kind)} |`);
        await running?.bound.stop();
      }
    }
    return [...lines, '', `- aim: at most ${mostAboveIdle} MB above idle`];
  },
};

async function measure({ bound, httpPort }: Running, kind: Kind): Promise<string> {
  const options = { ...kind, port: httpPort };
  await slowCallers(otherCore, { ...options, streams: 10, seconds: 1 });
  const idle = bound.residentMegabytes();
  let peak = idle;
  const sampling = setInterval(() => {
    peak = Math.max(peak, bound.residentMegabytes());
  }, sampleMs);
  const seen = await slowCallers(otherCore, { ...options, streams, seconds });
  clearInterval(sampling);
  const numbers = [idle, peak, peak - idle, seen.megabytes, streams - seen.streams];
  return numbers.map(Math.round).join(' | ');
}
