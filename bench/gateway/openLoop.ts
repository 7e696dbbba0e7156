/**
 * A load generator with an open loop: calls begin when they are planned, whatever became of those
 * before, and their time counts from then on. A call for which no connection is free waits, and the
 * waiting counts. Prints its result as JSON.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { isMainThread, Worker, workerData, parentPort } from 'node:worker_threads';
import { generator, resultOf } from './load.ts';

export interface OpenOptions {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
}

/** Times from the planned beginning, in microseconds. */
export interface OpenResult {
  readonly calls: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
  readonly p999: number;
  /** How late the generator itself was, as far as it was not for want of a free connection. */
  readonly late99: number;
}

export function openLoop(core: number, options: OpenOptions): Promise<OpenResult> {
  return resultOf<OpenResult>(core, generator('openLoop.ts', options));
}

/** Node's own timers have milliseconds, which is more than a call takes. */
const tickMs = 0.2;
/** Calls that were planned in the first moments are not counted: connections and code are new then. */
const warmMs = 300;
const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

interface Free {
  readonly socket: Socket;
  plannedAt: number;
}

class OpenLoop {
  readonly #options: OpenOptions;
  #startAt = 0;
  readonly #calls: number;
  readonly #free: Free[] = [];
  readonly #waiting: number[] = [];
  readonly #times: number[] = [];
  readonly #late: number[] = [];
  readonly #over = Promise.withResolvers<void>();
  #planned = 0;
  #answered = 0;
  #errors = 0;

  constructor(options: OpenOptions) {
    this.#options = options;
    this.#calls = Math.floor(options.perSecond * (options.seconds + warmMs / 1e3));
  }

  async run(): Promise<OpenResult> {
    const { port, connections } = this.#options;
    await Promise.all(Array.from({ length: connections }, () => this.#connect(port)));
    const ringing = new Int32Array(new SharedArrayBuffer(4));
    const pacer = new Worker(import.meta.filename, { workerData: { ringing } });
    await once(pacer, 'message');
    this.#startAt = performance.now();
    const hear = (): void => {
      Atomics.store(ringing, 0, 0);
      this.#beginDue();
    };
    pacer.on('message', hear);
    hear();
    await this.#over.promise;
    await pacer.terminate();
    for (const { socket } of this.#free) socket.destroy();
    const at = (times: readonly number[], share: number): number =>
      Math.round((times[Math.floor(times.length * share)] ?? 0) * 1e3);
    const times = this.#times.toSorted((a, b) => a - b);
    const late = this.#late.toSorted((a, b) => a - b);
    return {
      calls: times.length,
      errors: this.#errors,
      p50: at(times, 0.5),
      p99: at(times, 0.99),
      p999: at(times, 0.999),
      late99: at(late, 0.99),
    };
  }

  async #connect(port: number): Promise<void> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    const own: Free = { socket, plannedAt: 0 };
    await once(socket, 'connect');
    this.#free.push(own);
    socket.on('data', (bytes: Buffer) => {
      // The answer is so short that it comes in one piece.
      if (bytes.toString('latin1', 0, 12) !== 'HTTP/1.1 200') this.#errors++;
      if (this.#counts(own.plannedAt)) this.#times.push(performance.now() - own.plannedAt);
      this.#release(own);
      if (++this.#answered === this.#calls) this.#over.resolve();
    });
    socket.on('error', (error) => this.#over.reject(error));
    socket.on('close', () => this.#over.reject(new Error('a connection was closed')));
  }

  #counts(plannedAt: number): boolean {
    return plannedAt >= this.#startAt + warmMs;
  }

  #release(own: Free): void {
    const plannedAt = this.#waiting.shift();
    if (plannedAt === undefined) this.#free.push(own);
    else this.#begin(own, plannedAt);
  }

  #begin(own: Free, plannedAt: number): void {
    own.plannedAt = plannedAt;
    own.socket.write(request, 'latin1');
  }

  #beginDue(): void {
    const now = performance.now();
    const { perSecond } = this.#options;
    while (this.#planned < this.#calls) {
      const plannedAt = this.#startAt + (this.#planned * 1e3) / perSecond;
      if (plannedAt > now) return;
      this.#planned++;
      if (this.#counts(plannedAt)) this.#late.push(now - plannedAt);
      const own = this.#free.pop();
      if (own) this.#begin(own, plannedAt);
      else this.#waiting.push(plannedAt);
    }
  }
}

/** Rings while the other thread is not still at the last ring. */
function pace({ ringing }: { readonly ringing: Int32Array }): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    Atomics.wait(never, 0, 0, tickMs);
    if (Atomics.exchange(ringing, 0, 1) === 0) parentPort!.postMessage(undefined);
  }
}

if (!isMainThread) pace(workerData as { readonly ringing: Int32Array });
else if (import.meta.main) {
  const result = await new OpenLoop(JSON.parse(process.argv[2]!) as OpenOptions).run();
  process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  process.exit();
}
