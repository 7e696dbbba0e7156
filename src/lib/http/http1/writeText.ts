import { Socket } from 'node:net';

/** A longer text is left to the stream, which knows how much waits for a slow reader. */
const longest = 16 * 1024;

/**
 * Writes Latin-1 text. False: the other side reads slowly. Where nothing waits before it, the text goes
 * past the stream around the socket straight to the operating system, which takes it at once nearly
 * always: the stream would keep books about that, and tell itself in a later turn.
 */
export function writeText(socket: Socket, text: string): boolean {
  const handle = canWriteStraight ? handleOf(socket) : null;
  // What TLS writes is encrypted first: the operating system does not get it at once.
  if (
    !handle ||
    text.length > longest ||
    socket.writableLength > 0 ||
    socket.writableEnded ||
    socket.destroyed ||
    socket.connecting ||
    'encrypted' in socket ||
    handle.writeQueueSize !== 0
  ) {
    return socket.write(text, 'latin1');
  }
  const outcome = handle.writeLatin1String(null, text);
  if (outcome === 0) return true;
  if (typeof outcome === 'number') socket.destroy();
  else watch(outcome, socket, handle);
  return true;
}

/** Whether something that was written has not left yet. */
export function hasWaiting(socket: Socket): boolean {
  return socket.writableLength > 0 || (handleOf(socket)?.writeQueueSize ?? 0) > 0;
}

function handleOf(socket: Socket): Handle | null | undefined {
  return (socket as { readonly _handle?: Handle | null })._handle;
}

/** The part of a handle of the runtime that this uses. */
interface Handle {
  /** Bytes that were given to it, and not yet to the operating system. */
  readonly writeQueueSize: number;
  /** 0 when all is written, a write when some of it waits, else the number of an error. */
  writeLatin1String(request: null, text: string): number | PendingWrite;
}

/** What the runtime tells when the rest is written. */
interface PendingWrite {
  handle?: Handle;
  oncomplete?: (status: number) => void;
  /** What became of it before anybody could listen; null when nothing did. */
  writeStatus: number | null;
}

function watch(write: PendingWrite, socket: Socket, handle: Handle): void {
  write.handle = handle;
  write.oncomplete = (status) => {
    if (status !== 0) socket.destroy();
  };
  if (write.writeStatus !== null) write.oncomplete(write.writeStatus);
}

/** Whether handles of this runtime take texts so: it is no public part of it. */
const canWriteStraight = takesTexts();

function takesTexts(): boolean {
  let seen: unknown;
  const handle = {
    writeLatin1String: (request: unknown): number => {
      seen = request;
      return 0;
    },
    close: () => undefined,
    readStart: () => 0,
    readStop: () => 0,
  };
  try {
    const socket = new Socket({ handle } as object);
    socket.on('error', () => undefined);
    socket.write('x', 'latin1');
    return seen === null;
  } catch {
    return false;
  }
}
