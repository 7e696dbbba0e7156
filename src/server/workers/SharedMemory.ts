import { SharedCapacity } from '../../adapters/sharedMemory/SharedCapacity.ts';
import { SharedCounters } from '../../adapters/sharedMemory/SharedCounters.ts';
import { SharedSlots, slotSizes } from '../../adapters/sharedMemory/SharedSlots.ts';
import { SharedValueCache } from '../../adapters/sharedMemory/SharedValueCache.ts';

/** What all workers read and write. */
export interface SharedMemory {
  readonly workers: number;
  /** One Int32: the version of the configuration that new calls see. */
  readonly version: SharedArrayBuffer;
  readonly calls: SharedArrayBuffer;
  readonly connections: SharedArrayBuffer;
  readonly counters: SharedArrayBuffer;
  readonly slots: SharedArrayBuffer;
  readonly cache: SharedArrayBuffer;
}

export function sharedMemory(workers: number): SharedMemory {
  return {
    workers,
    version: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    calls: SharedCapacity.memory(workers),
    connections: SharedCapacity.memory(workers),
    counters: SharedCounters.memory(),
    slots: SharedSlots.memory(slotSizes(workers)),
    cache: SharedValueCache.memory(),
  };
}

/** Gives back what a worker that is no more had taken. */
export function release(memory: SharedMemory, place: number): void {
  SharedCapacity.free(memory.calls, place);
  SharedCapacity.free(memory.connections, place);
  SharedCounters.free(memory.counters, place);
  SharedSlots.free(memory.slots, place, slotSizes(memory.workers));
  SharedValueCache.free(memory.cache, place);
}
