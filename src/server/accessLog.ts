import type { AccessRecord, GatewayLog, RefusalRecord } from '../gateway/GatewayLog.ts';

/** Logs calls as JSON Lines: refused ones as warnings, failed ones as errors. */
export function jsonLog(destination: { write(line: string): void }): GatewayLog {
  const write = (level: Level, msg: string, record: AccessRecord | RefusalRecord): void => {
    const fields = JSON.stringify(record).slice(1);
    destination.write(`{"level":"${level}","time":"${timeNow()}","msg":"${msg}",${fields}\n`);
  };
  return {
    access: (record) => write(levelOf(record), 'call', record),
    refusal: (record) => write('warn', 'refused connection', record),
  };
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

type Level = 'info' | 'warn' | 'error';

function levelOf({ failure, status }: AccessRecord): Level {
  if (!failure) return 'info';
  return status >= 500 ? 'error' : 'warn';
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
