import { assemble } from './assemble.ts';
import type { Program } from './assemble.ts';
import { findGroups } from './findGroups.ts';
import { leadingOf } from './leading.ts';
import type { Leading } from './leading.ts';
import { Machine } from './Machine.ts';
import type { Spend } from './Machine.ts';
import type { Groups } from './nodes.ts';
import { regexOptions } from './options.ts';
import { parsePattern } from './parsePattern.ts';

/** Part of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A match: what each group captured, by slot, first capture first. Slot 0 is the whole match. */
export interface RegexMatch extends Span {
  readonly captures: readonly (readonly Span[])[];
}

/**
 * A regular expression of .NET: every construct of its language means what it means there, because
 * a machine of our own runs it. JavaScript's RegExp would differ in captures of loops, in empty
 * rounds, in groups that took no part, in case and in classes, and would know no time limit.
 */
export class DotNetRegex {
  readonly pattern: string;
  readonly options: number;
  readonly groups: Groups;
  readonly #program: Program;
  readonly #leading: Leading;
  /** One is enough: a match is over before anybody can ask for another. */
  readonly #machine: Machine;

  /** `options` must be some that `areOptions` accepts. @throws PatternError */
  constructor(pattern: string, options: number) {
    this.pattern = pattern;
    this.options = options;
    this.groups = findGroups(pattern, options);
    const node = parsePattern(pattern, options, this.groups);
    this.#program = assemble(node, this.groups.numbers.length);
    this.#machine = new Machine(this.#program);
    this.#leading = this.isLeftwards ? {} : leadingOf(node);
  }

  get isLeftwards(): boolean {
    return (this.options & regexOptions.RightToLeft) !== 0;
  }

  /**
   * The first match from a place on, in the direction of the pattern; `\G` is that place.
   * `after` says that an empty match was found there, so that the search begins one unit further.
   * @throws MatchTooLarge, and what `spend` throws
   */
  match(text: string, from: number, spend: Spend, after = false): RegexMatch | undefined {
    this.#machine.begin(text, from, spend);
    try {
      return this.#find(text, from, after) ? matchOf(this.#machine) : undefined;
    } finally {
      this.#machine.end();
    }
  }

  /** Whether there is a match from a place on. @throws the same */
  isMatch(text: string, from: number, spend: Spend): boolean {
    this.#machine.begin(text, from, spend);
    try {
      return this.#find(text, from, false);
    } finally {
      this.#machine.end();
    }
  }

  #find(text: string, from: number, after: boolean): boolean {
    const bump = this.isLeftwards ? -1 : 1;
    const last = this.isLeftwards ? 0 : text.length;
    if (after && from === last) return false;
    for (let at = after ? from + bump : from; ; at += bump) {
      const place = this.#candidate(text, at);
      if (place === undefined) return false;
      if (this.#machine.matchesAt(place, this.#program.first)) return true;
      if (place === last) return false;
      at = place;
    }
  }

  /** The next place where a match may begin. */
  #candidate(text: string, at: number): number | undefined {
    const { isAtStart, text: literal, sets } = this.#leading;
    if (isAtStart) return at === 0 ? 0 : undefined;
    if (literal !== undefined) {
      const found = text.indexOf(literal, at);
      return found < 0 ? undefined : found;
    }
    if (!sets) return at;
    for (let place = at; place < text.length; place++) {
      const unit = text.charCodeAt(place);
      for (const set of sets) if (set.has(unit)) return place;
    }
    return undefined;
  }
}

function matchOf({ captures }: Machine): RegexMatch {
  const all = captures.map((last) => {
    const spans: Span[] = [];
    for (let capture = last; capture; capture = capture.previous) spans.push(capture);
    return spans.toReversed();
  });
  const { start, end } = all[0]![0]!;
  return { start, end, captures: all };
}
