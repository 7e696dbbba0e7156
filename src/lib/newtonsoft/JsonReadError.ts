/** Where a reader of JSON stands. Lines count from 1, positions from the start of the line. */
export interface LineInfo {
  readonly lineNumber: number;
  readonly linePosition: number;
}

/** A text is not JSON, or not the JSON that was asked for; its message is Newtonsoft's. */
export class JsonReadError extends Error {
  constructor(message: string, path: string, line?: LineInfo) {
    super(withPlace(message, path, line));
    this.name = 'JsonReadError';
  }
}

/** As Newtonsoft's JsonPosition.FormatMessage: `What. Path 'a', line 1, position 5.` */
export function withPlace(message: string, path: string, line?: LineInfo): string {
  const place = line ? `, line ${line.lineNumber}, position ${line.linePosition}` : '';
  return `${sentence(message)}Path '${path}'${place}.`;
}

/** What ends with a line break stands on lines of its own. */
function sentence(message: string): string {
  if (message.endsWith('\n')) return message;
  const trimmed = message.trim();
  return trimmed.endsWith('.') ? `${trimmed} ` : `${trimmed}. `;
}
