import { Socket } from 'node:net';
import { owned } from '../Lease.ts';
import type { Lease } from '../Lease.ts';
import { takeBuffer } from './BufferPool.ts';
import type { PooledBuffer } from './BufferPool.ts';

/** Takes bytes from a connection. Without a lease they are gone when it returns. */
export interface Receiver {
  take(bytes: Buffer, lease?: Lease): void;
  /** Whether content is under way: when there is much of it, reads get a buffer that can be kept. */
  readonly isStreaming: boolean;
}

/**
 * One buffer that all connections of a thread read heads and short content into: bytes are dealt with
 * before the next read, so that an idle connection holds none.
 */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** After reads up to this size, whose content is copied when it is kept, a connection holds no buffer of its own. */
const slowRead = 16 * 1024;

/** The `onread` option of `net.connect` and `tls.connect`. */
export interface Reads {
  /** Undefined once something was read: the same one again. */
  readonly buffer: () => Buffer;
  readonly callback: (length: number) => boolean;
}

export function readsOf(receiver: Receiver): Reads {
  let pooled: PooledBuffer | undefined;
  let current: Buffer | undefined;
  let hasRead = false;
  let lastLength = 0;
  return {
    buffer() {
      const isFast = receiver.isStreaming && lastLength > slowRead;
      if (pooled && (pooled.isShared || !isFast)) {
        pooled.release();
        pooled = undefined;
      }
      if (isFast) pooled ??= takeBuffer();
      const next = pooled ? pooled.bytes : shared;
      // After a read, what is no buffer changes nothing, and costs less than the same one again.
      if (hasRead && next === current) return undefined as unknown as Buffer;
      return (current = next);
    },
    callback(length) {
      hasRead = true;
      lastLength = length;
      receiver.take((pooled ? pooled.bytes : shared).subarray(0, length), pooled);
      return true;
    },
  };
}

/**
 * Reads an accepted socket in the same way. `onread` is an option of outgoing sockets only, so this
 * sets what that option sets; where the runtime has it otherwise, `data` events do.
 */
export function readShared(socket: Socket, receiver: Receiver): void {
  const handle = (socket as { readonly _handle?: Handle | null })._handle;
  if (!slots || typeof handle?.useUserBuffer !== 'function') {
    socket.on('data', (bytes: Buffer) => receiver.take(bytes, owned));
    return;
  }
  const { buffer, callback } = readsOf(receiver);
  Object.assign(socket, {
    [slots.kBuffer]: shared,
    [slots.kBufferCb]: callback,
    [slots.kBufferGen]: buffer,
  });
  handle.useUserBuffer(shared);
}

interface Handle {
  readonly useUserBuffer?: (buffer: Buffer) => void;
}

const slots = slotsOf(new Socket());

function slotsOf(
  socket: Socket,
): Readonly<Record<'kBuffer' | 'kBufferCb' | 'kBufferGen', symbol>> | undefined {
  const find = (name: string): symbol | undefined =>
    Object.getOwnPropertySymbols(socket).find(({ description }) => description === name);
  const [kBuffer, kBufferCb, kBufferGen] = [find('kBuffer'), find('kBufferCb'), find('kBufferGen')];
  return kBuffer && kBufferCb && kBufferGen ? { kBuffer, kBufferCb, kBufferGen } : undefined;
}
