import type { AccessRecord, GatewayLog, RefusalRecord } from '../gateway/GatewayLog.ts';

/** Logs calls as JSON Lines: refused ones as warnings, failed ones as errors. */
export function jsonLog(destination: { write(line: string): void }): GatewayLog {
  const write = (level: Level, msg: string, members: string): void => {
    destination.write(`{"level":"${level}","time":"${timeNow()}","msg":"${msg}"${members}}\n`);
  };
  return {
    access: (record) => write(levelOf(record), 'call', membersOf(record)),
    refusal: (record: RefusalRecord) =>
      write('warn', 'refused connection', `,${JSON.stringify(record).slice(1, -1)}`),
  };
}

/** What `JSON.stringify` would say of every call, at a fraction of what it takes. */
function membersOf(record: AccessRecord): string {
  const { status, durationMs, failure } = record;
  return (
    member('requestId', record.requestId) +
    member('remoteAddress', record.remoteAddress) +
    member('method', record.method) +
    member('path', record.path) +
    `,"status":${status},"durationMs":${durationMs}` +
    member('apiId', record.apiId) +
    member('operationId', record.operationId) +
    member('productId', record.productId) +
    member('subscriptionId', record.subscriptionId) +
    (failure ? `,"failure":${JSON.stringify(failure)}` : '')
  );
}

function member(name: string, value: string | undefined): string {
  if (value === undefined) return '';
  return isPlain(value) ? `,"${name}":"${value}"` : `,"${name}":${JSON.stringify(value)}`;
}

/** Whether a text stands in JSON as it is (RFC 8259 §7): visible ASCII without `"` and `\`. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || code === 0x22 || code === 0x5c) return false;
  }
  return true;
}

let time = '';
let timeAt = Number.NaN;

/** The same text for a millisecond. */
function timeNow(): string {
  const now = Date.now();
  if (now !== timeAt) {
    timeAt = now;
    time = new Date(now).toISOString();
  }
  return time;
}

/** Calls that were served, that were refused, and that failed here. */
export const levels = ['info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

function levelOf({ failure, status }: AccessRecord): Level {
  if (!failure) return 'info';
  return status >= 500 ? 'error' : 'warn';
}

/** The part of a log from a level on. */
export function logFrom(least: Level, log: GatewayLog): GatewayLog {
  if (least === 'info') return log;
  const isTold = (level: Level): boolean => levels.indexOf(level) >= levels.indexOf(least);
  return {
    access(record) {
      if (isTold(levelOf(record))) log.access(record);
    },
    refusal(record) {
      if (isTold('warn')) log.refusal(record);
    },
  };
}

/** Logs calls as lines for people. */
export function textLog(write: (line: string) => void): GatewayLog {
  return {
    access({ method, path, status, durationMs, failure }) {
      const line = `${status} ${method} ${path} ${durationMs.toFixed(0)} ms`;
      write(failure ? `${line}  ${describe(failure)}` : line);
    },
    refusal({ status, reason, remoteAddress }) {
      write(`${status} refused a connection of ${remoteAddress}: ${reason}`);
    },
  };
}

function describe({
  source,
  reason,
  message,
  path,
  cause,
}: NonNullable<AccessRecord['failure']>): string {
  const where = path === undefined ? source : path;
  const behind = cause === undefined ? '' : ` (${cause})`;
  return `${reason} at ${where}: ${message}${behind}`;
}
