import type { AccessRecord, GatewayLog, RefusalRecord } from '../gateway/GatewayLog.ts';

/** Logs calls as JSON Lines: refused ones as warnings, failed ones as errors. */
export function jsonLog(destination: { write(line: string): void }): GatewayLog {
  const write = (level: Level, msg: string, record: AccessRecord | RefusalRecord): void => {
    const time = new Date().toISOString();
    destination.write(`${JSON.stringify({ level, time, msg, ...record })}\n`);
  };
  return {
    access: (record) => write(levelOf(record), 'call', record),
    refusal: (record) => write('warn', 'refused connection', record),
  };
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
