/**
 * The words of Liquid's markup, cut as DotLiquid's regular expressions cut them, by hand so that no
 * markup takes more than linear time.
 */

/** A quoted text, or anything up to white space, a comma or a bar, with quoted texts in it. */
export type FragmentKind = 'fragment' | 'assigned';

/**
 * Where the fragment ends that starts at `at`; undefined when none starts there. An `assigned` one
 * may hold commas.
 */
export function fragmentEnd(
  text: string,
  at: number,
  kind: FragmentKind = 'fragment',
): number | undefined {
  const quoted = quotedEnd(text, at);
  if (quoted !== undefined) return quoted;
  let end = at;
  while (end < text.length) {
    const unit = text[end]!;
    if (unit === '|' || (unit === ',' && kind === 'fragment') || isSpace(unit)) break;
    if (unit === '"' || unit === "'") {
      const inner = quotedEnd(text, end);
      if (inner === undefined) break;
      end = inner;
    } else end++;
  }
  return end > at ? end : undefined;
}

/** Where the quoted text ends that starts at `at`; undefined when there is none or it has no end. */
function quotedEnd(text: string, at: number): number | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = text.indexOf(quote, at + 1);
  return end < 0 ? undefined : end + 1;
}

export function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit);
}

export function skipSpace(text: string, at: number): number {
  while (isSpace(text[at])) at++;
  return at;
}

/** Where the run of anything but white space ends that starts at `at`. */
export function wordEnd(text: string, at: number): number {
  while (at < text.length && !isSpace(text[at])) at++;
  return at;
}

/** A fragment and where it stands. */
export interface Fragment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The first fragment at or behind `from`, whatever stands in front of it. */
export function findFragment(
  text: string,
  from: number,
  kind: FragmentKind = 'fragment',
): Fragment | undefined {
  for (let start = from; start < text.length; start++) {
    const end = fragmentEnd(text, start, kind);
    if (end !== undefined) return { text: text.slice(start, end), start, end };
  }
  return undefined;
}

/** `name: value` pairs in the markup of a tag, such as `limit:5 offset:10`; the last of a name wins. */
export function attributesIn(markup: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const name = /[\p{L}\p{Mn}\p{Nd}\p{Pc}]+\s*:/uy;
  let at = 0;
  while (at < markup.length) {
    name.lastIndex = at;
    const match = name.exec(markup);
    if (!match) {
      at = Math.max(fragmentEnd(markup, at) ?? 0, at + 1);
      continue;
    }
    const start = skipSpace(markup, at + match[0].length);
    const end = fragmentEnd(markup, start);
    if (end !== undefined) {
      attributes.set(match[0].slice(0, -1).trimEnd(), markup.slice(start, end));
    }
    at = end ?? start;
  }
  return attributes;
}
