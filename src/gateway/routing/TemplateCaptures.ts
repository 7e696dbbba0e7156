import type { Query } from '../../lib/http/Query.ts';
import type { TemplatePart, UrlTemplate } from '../../model/urlTemplate.ts';

/** What the values of a URL template's parameters are read from. */
export interface TemplateCaptures {
  readonly path: readonly PathCapture[];
  /** Query parameters that a request must have. */
  readonly query: readonly QueryCapture[];
  /** Their names, in lower case. */
  readonly spentQueryParameters: ReadonlySet<string>;
}

/** A dynamic segment. */
interface PathCapture {
  /** Of the segment, from 0. */
  readonly at: number;
  /** The whole segment, all from it on, or what the groups of an expression find in it. */
  readonly takes: 'segment' | 'rest' | RegExp;
  readonly parameters: readonly string[];
}

interface QueryCapture {
  readonly name: string;
  readonly pattern: RegExp;
  readonly parameters: readonly string[];
}

/** Captures of many templates, numbered: templates that differ in fixed text alone share theirs. */
export class CapturesOfTemplates {
  readonly #numbers = new Map<string, number>();
  readonly #captures: TemplateCaptures[] = [];

  add({ segments, query }: UrlTemplate): number {
    const dynamic = segments.map((parts) => (isDynamic(parts) ? parts : null));
    const key = JSON.stringify([dynamic, query]);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#captures.push(capturesOf(segments, query)) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  at(number: number): TemplateCaptures {
    return this.#captures[number]!;
  }
}

/** The expression of a segment of a path, which is percent-encoded. */
export function segmentPattern(parts: readonly TemplatePart[]): RegExp {
  return patternOf(parts, encodedCharacter);
}

/** A character of a canonical path: none is torn, so each value can be decoded (RFC 3629 §3). */
const encodedCharacter = '(?:[^%]|%[0-7].|%[cd].%..|%e.%..%..|%f.%..%..%..)';

/** Without backtracking over more than one segment: parameters hold at least one character. */
function patternOf(parts: readonly TemplatePart[], character: string): RegExp {
  const source = parts.map((part) =>
    part.kind === 'literal' ? RegExp.escape(part.text) : `(${character}+?)`,
  );
  return new RegExp(`^${source.join('')}$`, 'is');
}

/** The values by name, decoded; undefined when the query lacks what it must have. */
export function capture(
  { path, query: required }: TemplateCaptures,
  segments: readonly string[],
  query: Query,
): ReadonlyMap<string, string> | undefined {
  if (required.length === 0 && path.length === 0) return none;
  const values = new Map<string, string>();
  if (!required.every((each) => captureQuery(each, query, values))) return undefined;
  for (const each of path) capturePath(each, segments, values);
  return values;
}

const none: ReadonlyMap<string, string> = new Map();

function captureQuery(
  { name, pattern, parameters }: QueryCapture,
  query: Query,
  values: Map<string, string>,
): boolean {
  const value = query.values(name)[0];
  const match = value === undefined ? null : pattern.exec(value);
  if (!match) return false;
  parameters.forEach((parameter, group) => values.set(parameter, match[group + 1] ?? ''));
  return true;
}

function capturePath(
  { at, takes, parameters }: PathCapture,
  segments: readonly string[],
  values: Map<string, string>,
): void {
  if (typeof takes === 'string') {
    const taken = takes === 'segment' ? segments.slice(at, at + 1) : segments.slice(at);
    for (const name of parameters) values.set(name, taken.map(decode).join('/'));
    return;
  }
  const match = takes.exec(segments[at] ?? '');
  parameters.forEach((name, group) => values.set(name, decode(match?.[group + 1] ?? '')));
}

/** The path is canonical, so its encoding is valid. */
function decode(segment: string): string {
  return segment.includes('%') ? decodeURIComponent(segment) : segment;
}

function capturesOf(
  segments: UrlTemplate['segments'],
  query: UrlTemplate['query'],
): TemplateCaptures {
  return {
    path: segments.flatMap((parts, at) => (isDynamic(parts) ? [pathCapture(parts, at)] : [])),
    query: query.map(({ name, value }) => ({
      name,
      pattern: value.length === 0 ? /^/ : patternOf(value, '.'),
      parameters: namesOf(value),
    })),
    spentQueryParameters: new Set(query.map(({ name }) => name.toLowerCase())),
  };
}

function pathCapture(parts: readonly TemplatePart[], at: number): PathCapture {
  const [first] = parts;
  const parameters = namesOf(parts);
  if (first?.kind === 'parameter' && first.catchAll) return { at, takes: 'rest', parameters };
  return { at, takes: parts.length === 1 ? 'segment' : segmentPattern(parts), parameters };
}

function isDynamic(parts: readonly TemplatePart[]): boolean {
  return parts.some(({ kind }) => kind === 'parameter');
}

function namesOf(parts: readonly TemplatePart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
}
