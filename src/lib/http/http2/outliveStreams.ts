import type { Http2Session } from 'node:http2';

/**
 * Keeps what node has beneath a session until its streams are gone. Node frees a stream one turn of
 * the event loop after it is over, and aborts the process when the session is collected as garbage
 * within that turn while the stream still holds fields that nobody was told of: those of a message
 * that was cut off, is malformed or has too many. Whoever sends such a message must not have a chance
 * to end the process.
 */
export function outliveStreams(session: Http2Session): void {
  const handle: unknown = Reflect.get(session, handleOf(session) ?? '');
  // Immediates of the runtime come first: by then the streams are free.
  session.once('close', () => setImmediate(keep, handle));
}

function handleOf(session: Http2Session): symbol | undefined {
  return Object.getOwnPropertySymbols(session).find(({ description }) => description === 'kHandle');
}

function keep(_handle: unknown): void {
  // The argument is what was kept.
}
