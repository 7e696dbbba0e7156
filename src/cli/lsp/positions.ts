import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { Position, Range } from './protocol.ts';

/** Where an offset stands, as the protocol counts: from 0, in UTF-16 units. */
export function positionAt(source: SourceText, offset: number): Position {
  const { line, column } = source.positionAt(offset);
  return { line: line - 1, character: column - 1 };
}

export function rangeOf(source: SourceText, { start, end }: Span): Range {
  return { start: positionAt(source, start), end: positionAt(source, end) };
}

/**
 * The offset of a position. One behind the end of its line is at that end, and one behind the last
 * line at the end of the text (LSP 3.17, "Position").
 */
export function offsetAt({ text }: SourceText, { line, character }: Position): number {
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let at = 0; at < line; at++) {
    if (!breaks.exec(text)) return text.length;
    start = breaks.lastIndex;
  }
  const end = breaks.exec(text)?.index ?? text.length;
  return Math.min(start + character, end);
}
