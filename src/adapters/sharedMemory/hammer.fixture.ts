/** A thread that takes from one counter, and enters and leaves one slot, as fast as it can. */
import { parentPort, workerData } from 'node:worker_threads';
import { SharedCounters } from './SharedCounters.ts';
import { slotSizes, SharedSlots } from './SharedSlots.ts';

export interface Hammer {
  readonly worker: number;
  readonly counters: SharedArrayBuffer;
  readonly slots: SharedArrayBuffer;
  readonly workers: number;
  readonly limit: number;
  /** How often it tries; Infinity for until it is ended. */
  readonly tries: number;
}

export interface Hammered {
  readonly allowed: number;
  /** The most that were within when this one was. */
  readonly mostWithin: number;
}

const { worker, counters, slots, workers, limit, tries }: Hammer = workerData;
const shared = new SharedCounters(counters, worker);
const places = new SharedSlots(slots, worker, slotSizes(workers));
const within = new Int32Array(slots, slots.byteLength - 4);
let allowed = 0;
let mostWithin = 0;
parentPort!.postMessage('ready');
for (let i = 0; i < tries; i++) {
  const window = { limit, windowMs: 1_000_000, now: Math.floor(i / 10) };
  if (shared.take('key', 1, window).allowed) allowed++;
  if (!places.enter('key', 1)) continue;
  mostWithin = Math.max(mostWithin, Atomics.add(within, 0, 1) + 1);
  Atomics.sub(within, 0, 1);
  places.leave('key');
}
parentPort!.postMessage({ allowed, mostWithin } satisfies Hammered);
