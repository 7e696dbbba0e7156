import type { CompiledOperation } from '../../engine/snapshot/Snapshot.ts';
import type { Query } from '../../lib/http/Query.ts';
import { parseUrlTemplate } from '../../model/urlTemplate.ts';
import type { TemplatePart, UrlTemplate } from '../../model/urlTemplate.ts';
import { SegmentTree } from './SegmentTree.ts';
import { capture, CapturesOfTemplates, segmentPattern } from './TemplateCaptures.ts';
import type { TemplateCaptures } from './TemplateCaptures.ts';

export interface MatchedOperation {
  readonly operation: CompiledOperation;
  /** By the name in the template; decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Query parameters that the template names, in lower case. */
  readonly spentQueryParameters: ReadonlySet<string>;
}

/** An operation at the end of its path. */
interface Candidate {
  readonly operation: CompiledOperation;
  readonly method: string;
  readonly captures: TemplateCaptures;
  /** One of the same path that asks for as much of the query or less. */
  readonly next: Candidate | undefined;
}

/** What a node leads to other than by fixed text. */
interface Place {
  /** Segments such as `{file}.json`, more literal text first. */
  patterns: readonly Branch[];
  /** A segment that is one parameter. */
  parameter: number | undefined;
  /** Operations whose path ends here. */
  here: Candidate | undefined;
  /** Operations that take everything from here on. */
  rest: Candidate | undefined;
}

interface Branch {
  readonly pattern: RegExp;
  /** Characters of its literal text. */
  readonly fixed: number;
  readonly node: number;
}

/**
 * The operations of all APIs, found by method, path and required query parameters. Segment by
 * segment a literal goes before a pattern, a pattern before a parameter, a parameter before a
 * wildcard; among equals the template with more query parameters goes first
 * (docs/decisions/0006-operation-precedence.md).
 */
export class OperationTable {
  /** By segments of fixed text, in lower case. */
  readonly #tree = new SegmentTree<Place>();
  readonly #captures = new CapturesOfTemplates();
  /** Each once: that two texts are the same object is seen without reading them. */
  readonly #methods = new Map<string, string>();

  /** Adds the operations of one API, and gives the node from which they are found. */
  add(operations: readonly CompiledOperation[]): number {
    const root = this.#tree.addNode();
    for (const operation of operations) this.#add(root, operation);
    return root;
  }

  #add(root: number, operation: CompiledOperation): void {
    const { method, urlTemplate } = operation.resource.properties;
    const template = parseUrlTemplate(urlTemplate);
    // A template that cannot be read was reported when the configuration was checked.
    if (typeof template === 'string') return;
    const segments = withoutTrailingSlash(template.segments);
    const last = segments.at(-1)?.[0];
    const takesRest = last?.kind === 'wildcard' || (last?.kind === 'parameter' && last.catchAll);
    let node = root;
    for (const parts of takesRest ? segments.slice(0, -1) : segments) {
      node = this.#child(node, parts);
    }
    const place = this.#placeAt(node);
    const list = takesRest ? 'rest' : 'here';
    place[list] = withCandidate(place[list], {
      operation,
      method: this.#method(method),
      captures: this.#captures.of({ ...template, segments }),
    });
  }

  #method(written: string): string {
    const method = written.toUpperCase();
    const known = this.#methods.get(method);
    if (known === undefined) this.#methods.set(method, method);
    return known ?? method;
  }

  #child(node: number, parts: readonly TemplatePart[]): number {
    const [first] = parts;
    if (parts.length === 1 && first?.kind === 'parameter') {
      return (this.#placeAt(node).parameter ??= this.#tree.addNode());
    }
    if (parts.some(({ kind }) => kind === 'parameter')) return this.#patternChild(node, parts);
    return this.#tree.addChild(node, fixedTextOf(parts).toLowerCase());
  }

  #patternChild(node: number, parts: readonly TemplatePart[]): number {
    const pattern = segmentPattern(parts);
    const place = this.#placeAt(node);
    const known = place.patterns.find((branch) => branch.pattern.source === pattern.source);
    if (known) return known.node;
    const fixed = fixedTextOf(parts).length;
    const branch = { pattern, fixed, node: this.#tree.addNode() };
    place.patterns = [...place.patterns, branch].sort((a, b) => b.fixed - a.fixed);
    return branch.node;
  }

  #placeAt(node: number): Place {
    let place = this.#tree.valueAt(node);
    if (!place) {
      place = { patterns: noPatterns, parameter: undefined, here: undefined, rest: undefined };
      this.#tree.setValueAt(node, place);
    }
    return place;
  }

  /**
   * Looks from the node of an API. `path` is what follows the API's own path: percent-encoded, with
   * its leading slash or empty.
   */
  match(root: number, method: string, path: string, query: Query): MatchedOperation | undefined {
    const segments = segmentsOf(path);
    const hasTrailingSlash = segments.at(-1) === '';
    if (hasTrailingSlash) segments.pop();
    const wanted = { method: method.toUpperCase(), segments, hasTrailingSlash, query };
    return this.#find(root, 0, wanted);
  }

  #find(node: number, at: number, wanted: Wanted): MatchedOperation | undefined {
    const segment = wanted.segments[at];
    const place = this.#tree.valueAt(node);
    if (segment === undefined) {
      const here = choose(place?.here, wanted);
      // `/foo/*` matches `/foo/`, but not `/foo`.
      return (
        here ?? (at === 0 || wanted.hasTrailingSlash ? choose(place?.rest, wanted) : undefined)
      );
    }
    const literal = this.#tree.child(node, segment.toLowerCase());
    const found = literal === undefined ? undefined : this.#find(literal, at + 1, wanted);
    return found ?? (place && this.#findDynamic(place, segment, at, wanted));
  }

  #findDynamic(
    { patterns, parameter, rest }: Place,
    segment: string,
    at: number,
    wanted: Wanted,
  ): MatchedOperation | undefined {
    for (const { pattern, node } of patterns) {
      const found = pattern.test(segment) ? this.#find(node, at + 1, wanted) : undefined;
      if (found) return found;
    }
    const isParameter = parameter !== undefined && segment !== '';
    const found = isParameter ? this.#find(parameter, at + 1, wanted) : undefined;
    return found ?? choose(rest, wanted);
  }
}

const noPatterns: readonly Branch[] = [];

function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  for (let at = 1, end; at <= path.length; at = end + 1) {
    const slash = path.indexOf('/', at);
    end = slash < 0 ? path.length : slash;
    segments.push(path.slice(at, end));
  }
  return segments;
}

interface Wanted {
  readonly method: string;
  readonly segments: readonly string[];
  readonly hasTrailingSlash: boolean;
  readonly query: Query;
}

/** A list with one more: behind those that ask for as much of the query. */
function withCandidate(list: Candidate | undefined, added: Omit<Candidate, 'next'>): Candidate {
  if (list && list.captures.query.length >= added.captures.query.length) {
    return { ...list, next: withCandidate(list.next, added) };
  }
  return { ...added, next: list };
}

function choose(list: Candidate | undefined, wanted: Wanted): MatchedOperation | undefined {
  for (let each = list; each; each = each.next) {
    const { operation, method, captures } = each;
    const parameters =
      method === wanted.method ? capture(captures, wanted.segments, wanted.query) : undefined;
    if (!parameters) continue;
    return { operation, parameters, spentQueryParameters: captures.spentQueryParameters };
  }
  return undefined;
}

function withoutTrailingSlash(segments: UrlTemplate['segments']): UrlTemplate['segments'] {
  return segments.length > 0 && segments.at(-1)!.length === 0 ? segments.slice(0, -1) : segments;
}

function fixedTextOf(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
}
