/** The objects that tell of matches: `Match`, `Group`, `Capture` and their collections. */
import type { RegexMatch, Span } from '../../../lib/dotnet-regex/DotNetRegex.ts';
import type { Groups } from '../../../lib/dotnet-regex/nodes.ts';
import { nextMatch } from '../../../lib/dotnet-regex/operations.ts';
import type { Environment } from '../Environment.ts';
import { FixedList } from './FixedList.ts';
import type { NetRegex } from './NetRegex.ts';

/** A part of the text that was searched. */
export class NetCapture {
  readonly text: string;
  readonly index: number;
  readonly length: number;

  constructor(text: string, { start, end }: Span) {
    this.text = text;
    this.index = start;
    this.length = end - start;
  }

  get value(): string {
    return this.text.slice(this.index, this.index + this.length);
  }
}

const nowhere: Span = { start: 0, end: 0 };

/** What a group captured; as a capture it is the last one. */
export class NetGroup extends NetCapture {
  readonly name: string;
  readonly #spans: readonly Span[];
  #captures: NetCaptures | undefined;

  constructor(text: string, name: string, spans: readonly Span[]) {
    super(text, spans.at(-1) ?? nowhere);
    this.name = name;
    this.#spans = spans;
  }

  get success(): boolean {
    return this.#spans.length > 0;
  }

  get captures(): NetCaptures {
    return (this.#captures ??= new NetCaptures(
      this.#spans.map((span) => new NetCapture(this.text, span)),
      this,
    ));
  }

  /** The group that did not take part, or does not exist. */
  static readonly none = new NetGroup('', '', []);
}

/** What was searched: a text, or a part of it that stands for the whole. */
export interface Searched {
  readonly text: string;
  readonly part: string;
  /** Where the part begins. */
  readonly offset: number;
}

export function searchedWhole(text: string): Searched {
  return { text, part: text, offset: 0 };
}

export class NetMatch extends NetGroup {
  /** Null of the match that there is not. */
  readonly found: { readonly regex: NetRegex; readonly match: RegexMatch } | null;
  readonly searched: Searched;
  #groups: NetGroups | undefined;

  constructor(searched: Searched, found: NetMatch['found']) {
    const spans = found?.match.captures[0] ?? [];
    super(searched.text, '0', shifted(spans, searched.offset));
    this.searched = searched;
    this.found = found;
  }

  static readonly empty = new NetMatch(searchedWhole(''), null);

  get groups(): NetGroups {
    return (this.#groups ??= new NetGroups(this));
  }

  /** @throws LimitExceeded, RegexMatchTimeoutException */
  next(environment: Environment): NetMatch {
    const { found, searched } = this;
    if (!found) return this;
    const { regex } = found;
    const match = regex.limited(environment, (spend) =>
      nextMatch(regex.regex, searched.part, found.match, spend),
    );
    return match ? new NetMatch(searched, { regex, match }) : NetMatch.empty;
  }
}

function shifted(spans: readonly Span[], offset: number): readonly Span[] {
  if (offset === 0) return spans;
  return spans.map(({ start, end }) => ({ start: start + offset, end: end + offset }));
}

export class NetCaptures extends FixedList<NetCapture> {}

export class NetMatches extends FixedList<NetMatch> {}

/** The groups of a match by slot, by number and by name; those that do not exist have no success. */
export class NetGroups extends FixedList<NetGroup> {
  readonly #groups: Groups | undefined;

  constructor(whole: NetMatch) {
    super(groupsOf(whole), whole);
    this.#groups = whole.found?.regex.regex.groups;
  }

  /** The match that there is not knows no names. */
  get hasNames(): boolean {
    return this.#groups !== undefined;
  }

  get names(): readonly string[] {
    return this.#groups?.names ?? ['0'];
  }

  ofNumber(number: number): NetGroup {
    const slot = this.#groups ? this.#groups.slotOfNumber(number) : number;
    return (slot !== undefined && this.items[slot]) || NetGroup.none;
  }

  /** Undefined when no group has the name. */
  ofName(name: string): NetGroup | undefined {
    if (!this.#groups) return undefined;
    return this.items[this.names.indexOf(name)];
  }
}

function groupsOf(whole: NetMatch): NetGroup[] {
  const { found, searched } = whole;
  if (!found) return [whole];
  const { names } = found.regex.regex.groups;
  return found.match.captures.map((spans, slot) =>
    slot === 0 ? whole : new NetGroup(searched.text, names[slot]!, shifted(spans, searched.offset)),
  );
}
