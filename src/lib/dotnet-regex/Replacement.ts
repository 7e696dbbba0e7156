import type { RegexMatch, Span } from './DotNetRegex.ts';
import type { Groups } from './nodes.ts';
import { regexOptions } from './options.ts';
import { PatternReader } from './PatternReader.ts';

/** A part of a replacement: a literal, what a group captured last, or a part of the text. */
type Part = string | { readonly slot: number } | { readonly span: SpanOf };
type SpanOf = (text: string, match: RegexMatch) => Span | undefined;

const lastGroup: SpanOf = (_text, { captures }) => captures.at(-1)?.at(-1);
const before: SpanOf = (_text, { start }) => ({ start: 0, end: start });
const after: SpanOf = ({ length }, { end }) => ({ start: end, end: length });
const everything: SpanOf = ({ length }) => ({ start: 0, end: length });

/**
 * A replacement pattern
 * (https://learn.microsoft.com/dotnet/standard/base-types/substitutions-in-regular-expressions).
 * What is no substitution is a literal.
 */
export class Replacement {
  readonly #parts: readonly Part[];

  /** @throws PatternError when a number does not fit an Int32 */
  constructor(pattern: string, options: number, groups: Groups) {
    this.#parts = new ReplacementParser(pattern, options, groups).parse();
  }

  /** What replaces a match in a text. */
  expand(text: string, match: RegexMatch): string {
    let result = '';
    for (const part of this.#parts) {
      if (typeof part === 'string') result += part;
      else {
        const span = 'slot' in part ? match.captures[part.slot]?.at(-1) : part.span(text, match);
        if (span) result += text.slice(span.start, span.end);
      }
    }
    return result;
  }
}

class ReplacementParser {
  readonly #reader: PatternReader;
  readonly #groups: Groups;

  constructor(pattern: string, options: number, groups: Groups) {
    this.#reader = new PatternReader(pattern, options);
    this.#groups = groups;
  }

  parse(): Part[] {
    const reader = this.#reader;
    const parts: Part[] = [];
    while (reader.left > 0) {
      const dollar = reader.text.indexOf('$', reader.at);
      const end = dollar < 0 ? reader.text.length : dollar;
      if (end > reader.at) parts.push(reader.text.slice(reader.at, end));
      reader.at = end + 1;
      if (dollar >= 0) parts.push(this.#substitution());
    }
    return parts;
  }

  /** Behind the dollar sign. */
  #substitution(): Part {
    const reader = this.#reader;
    const start = reader.at;
    const part = this.#numbered() ?? this.#named() ?? this.#special();
    if (part === undefined) reader.at = start;
    return part ?? '$';
  }

  #numbered(): Part | undefined {
    const reader = this.#reader;
    const start = reader.at;
    const isBraced = reader.left > 1 && reader.accept('{');
    const slot = /^\d$/.test(reader.next) ? this.#slot(isBraced) : undefined;
    if (slot === undefined) reader.at = start;
    return slot === undefined ? undefined : { slot };
  }

  #slot(isBraced: boolean): number | undefined {
    const reader = this.#reader;
    if (!isBraced && reader.has(regexOptions.ECMAScript)) return this.#longestSlot();
    const number = reader.decimal();
    return isBraced && !reader.accept('}') ? undefined : this.#groups.slotOfNumber(number);
  }

  /** ECMAScript: as many digits as make the number of a group. */
  #longestSlot(): number | undefined {
    const reader = this.#reader;
    let slot: number | undefined;
    let end = reader.at;
    for (let number = 0; /^\d$/.test(reader.next) && number < 1e8;) {
      number = number * 10 + Number(reader.take());
      const found = this.#groups.slotOfNumber(number);
      if (found === undefined) continue;
      slot = found;
      end = reader.at;
    }
    reader.at = end;
    return slot;
  }

  #named(): Part | undefined {
    const reader = this.#reader;
    if (reader.left <= 1 || reader.next !== '{') return undefined;
    reader.at++;
    const slot = reader.atWord() ? this.#groups.slotOfName(reader.name()) : undefined;
    return slot !== undefined && reader.accept('}') ? { slot } : undefined;
  }

  #special(): Part | undefined {
    const part = specials.get(this.#reader.next);
    if (part !== undefined) this.#reader.at++;
    return part;
  }
}

const specials: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['$', '$'],
  ['&', { slot: 0 }],
  ['`', { span: before }],
  ["'", { span: after }],
  ['+', { span: lastGroup }],
  ['_', { span: everything }],
]);
