import { median } from '../report.ts';
import type { Memory } from './gateway.ts';

export interface Sample extends Memory {
  /** Calls so far. */
  readonly calls: number;
}

export interface Observed {
  /** Before the first call, and after the last connection. */
  readonly before: Sample;
  readonly after: Sample;
  readonly taken: readonly Sample[];
  /** Calls that were not answered as they should be, by their kind. */
  readonly wrong: ReadonlyMap<string, number>;
}

/** Growth from the second third of a run to the last. In the first, caches fill and code is compiled. */
const mostLiveMegabytes = 2;
const mostResidentMegabytes = 16;
/** Connections to backends are kept for a while. */
const mostHandlesLeft = 20;

/** All that is wrong, in words. */
export function verdictOf({ before, taken, after, wrong }: Observed): string[] {
  const third = Math.floor(taken.length / 3);
  const [middle, last] = [taken.slice(third, 2 * third), taken.slice(2 * third)];
  const of = (samples: readonly Sample[], what: keyof Sample): number =>
    median(samples.map((each) => each[what]));
  const grown = (what: keyof Sample): number => of(last, what) - of(middle, what);
  const [live, resident, calls] = [grown('live'), grown('resident'), grown('calls')];
  const told = `${(live / 1e6).toFixed(1)} MB live, ${(resident / 1e6).toFixed(1)} MB resident`;
  process.stdout.write(
    `growth over ${calls} calls: ${told}, ${(live / calls).toFixed(0)} bytes a call; ` +
      `${after.handles - before.handles} handles left\n`,
  );
  const faults = [...wrong].map(([kind, count]) => `${count} calls went wrong: ${kind}`);
  if (live > mostLiveMegabytes * 1e6) faults.push('memory in use grows');
  if (resident > mostResidentMegabytes * 1e6) faults.push('resident memory grows');
  if (after.handles - before.handles > mostHandlesLeft) faults.push('connections are left');
  return faults;
}
