import type { Position, Range } from './protocol.ts';

/**
 * A text in lines, which edits change in place: a change costs what its lines cost, not what the
 * text does, so that a thousand of them in one notification are no wait.
 */
export class Lines {
  /** Each with its line break; only the last has none, and is empty after a break at the end. */
  #lines: string[];

  constructor(text: string) {
    this.#lines = linesOf(text);
  }

  toString(): string {
    return this.#lines.join('');
  }

  /** Puts `text` in the place of a range. One that is written backwards counts forwards. */
  replace({ start, end }: Range, text: string): void {
    const [first, last] = isBefore(end, start) ? [end, start] : [start, end];
    const from = this.#clamp(first);
    const to = this.#clamp(last);
    const head = this.#lines[from.line]!.slice(0, from.character);
    const tail = this.#lines[to.line]!.slice(to.character);
    const joined = head + text + tail;
    // What most edits are. A line that begins with its break may belong to the line before.
    const isWithin = from.line === to.line && !/[\r\n]/.test(text) && !joined.startsWith('\n');
    if (isWithin) this.#lines[from.line] = joined;
    else this.#splice(from.line, to.line, joined);
  }

  /** Puts the lines of `text`, which ends as the last line did, in the place of lines. */
  #splice(first: number, last: number, text: string): void {
    // A U+000D that was a break on its own and a U+000A that comes to stand after it are one break.
    const before = this.#lines[first - 1];
    if (before?.endsWith('\r') && text.startsWith('\n')) {
      this.#splice(first - 1, last, before + text);
      return;
    }
    const after = this.#lines[last + 1];
    if (after?.startsWith('\n') && text.endsWith('\r')) {
      this.#splice(first, last + 1, text + after);
      return;
    }
    const lines = linesOf(text);
    // Behind a break within the text there is a line already.
    if (after !== undefined && lines.at(-1) === '') lines.pop();
    this.#lines = this.#lines.slice(0, first).concat(lines, this.#lines.slice(last + 1));
  }

  /**
   * A position behind the end of its line is at that end, and one behind the last line at the end of
   * the text (LSP 3.17, "Position").
   */
  #clamp({ line, character }: Position): Position {
    const last = this.#lines.length - 1;
    if (line > last) return { line: last, character: this.#lines[last]!.length };
    const text = this.#lines[line]!;
    return { line, character: Math.min(character, text.length - breakLength(text)) };
  }
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

function breakLength(line: string): number {
  if (line.endsWith('\r\n')) return 2;
  return line.endsWith('\n') || line.endsWith('\r') ? 1 : 0;
}

function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  return /[\r\n]$/.test(text) ? [...lines, ''] : lines;
}
