import { Socket } from 'node:net';

/** Takes bytes from a connection. They are gone when it returns: what is needed longer is copied. */
export interface Receiver {
  take(bytes: Buffer): void;
}

/**
 * One buffer that all connections of a thread read into: bytes are dealt with before the next read,
 * so that an idle connection holds none.
 */
const shared = Buffer.allocUnsafeSlow(64 * 1024);

/** The `onread` option of `net.connect` and `tls.connect`. */
export function readsOf(receiver: Receiver): {
  readonly buffer: Buffer;
  readonly callback: (length: number) => boolean;
} {
  return { buffer: shared, callback: callbackOf(receiver) };
}

function callbackOf(receiver: Receiver): (length: number) => boolean {
  return (length) => {
    receiver.take(shared.subarray(0, length));
    return true;
  };
}

/**
 * Reads an accepted socket into the shared buffer. `onread` is an option of outgoing sockets only,
 * so this sets what that option sets; where the runtime has it otherwise, `data` events do.
 */
export function readShared(socket: Socket, receiver: Receiver): void {
  const handle = (socket as { readonly _handle?: Handle | null })._handle;
  if (!slots || typeof handle?.useUserBuffer !== 'function') {
    socket.on('data', (bytes: Buffer) => receiver.take(bytes));
    return;
  }
  Object.assign(socket, {
    [slots.kBuffer]: shared,
    [slots.kBufferCb]: callbackOf(receiver),
    [slots.kBufferGen]: null,
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
