import { styleText } from 'node:util';
import type { Complaint } from './Complaint.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours a text for a stream that shows colours; `NO_COLOR` and `FORCE_COLOR` are respected. */
export function paint(
  style: Style,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(style, text, { stream });
}

/** A line for the reader of results. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** A line about the work itself: on stderr, and only for a person who watches. */
export function note(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${paint('dim', line, process.stderr)}\n`);
}

export function complain({ message, hint }: Complaint): void {
  process.stderr.write(`${paint(['red', 'bold'], 'error', process.stderr)}: ${message}\n`);
  if (hint) process.stderr.write(`${paint('cyan', 'hint', process.stderr)}: ${hint}\n`);
}
