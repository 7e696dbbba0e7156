import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What became of a request. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number }
  /** The connection ended before the answer was whole. */
  | { readonly kind: 'broken'; readonly status: number | undefined };

export function open(port: number, secure: boolean): Socket {
  const where = { port, host: '127.0.0.1' };
  const socket = secure ? connectTls({ ...where, rejectUnauthorized: false }) : connect(where);
  return socket.on('error', () => undefined);
}

/** Sends the text of a request, and waits until its answer is whole, or broken. */
export function talk(socket: Socket, text: string): Promise<Outcome> {
  return new Promise((resolve) => {
    let read = 0;
    let length = Number.POSITIVE_INFINITY;
    let status: number | undefined;
    const settle = (outcome: Outcome): void => {
      socket.off('data', take).off('close', closed);
      resolve(outcome);
    };
    const closed = (): void => settle({ kind: 'broken', status });
    const take = (bytes: Buffer): void => {
      if (status === undefined) {
        const head = bytes.toString('latin1', 0, 1_024);
        status = Number(head.slice(9, 12));
        length = lengthOf(head);
      }
      read += bytes.length;
      if (read >= length || bytes.subarray(-5).equals(lastChunk)) {
        settle({ kind: 'answered', status });
      }
    };
    socket.on('data', take).on('close', closed);
    socket.write(text);
  });
}

const lastChunk = Buffer.from('0\r\n\r\n');

/** Of the whole answer; without an end when it comes in chunks. */
function lengthOf(head: string): number {
  const end = head.indexOf('\r\n\r\n') + 4;
  if (head.startsWith('HTTP/1.1 101')) return end;
  const [, length] = /Content-Length: (\d+)/i.exec(head) ?? [];
  return length === undefined ? Number.POSITIVE_INFINITY : end + Number(length);
}
