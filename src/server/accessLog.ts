import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { AccessRecord, GatewayLog } from '../gateway/GatewayLog.ts';

/** Logs calls as JSON Lines: refused ones as warnings, failed ones as errors. */
export function jsonLog(destination: DestinationStream): GatewayLog {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    access(record) {
      logger[levelOf(record)](record, 'call');
    },
  };
}

function levelOf({ failure, status }: AccessRecord): 'info' | 'warn' | 'error' {
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
