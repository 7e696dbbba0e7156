import { SharedCapacity } from '../../adapters/sharedMemory/SharedCapacity.ts';

/** What all workers read and write. */
export interface SharedMemory {
  /** One Int32: the version of the configuration that new calls see. */
  readonly version: SharedArrayBuffer;
  readonly calls: SharedArrayBuffer;
  readonly connections: SharedArrayBuffer;
}

export function sharedMemory(workers: number): SharedMemory {
  return {
    version: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    calls: SharedCapacity.memory(workers),
    connections: SharedCapacity.memory(workers),
  };
}

/** Gives back what a worker that is no more had taken. */
export function release(memory: SharedMemory, place: number): void {
  SharedCapacity.free(memory.calls, place);
  SharedCapacity.free(memory.connections, place);
}
