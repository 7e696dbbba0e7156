import type { Query } from '../../lib/http/Query.ts';
import { parseUrlTemplate } from '../../model/urlTemplate.ts';
import type { TemplatePart, UrlTemplate } from '../../model/urlTemplate.ts';
import type { CompiledOperation } from '../../engine/snapshot/Snapshot.ts';

export interface MatchedOperation {
  readonly operation: CompiledOperation;
  /** By the name in the template; decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Query parameters that the template names, in lower case. */
  readonly spentQueryParameters: ReadonlySet<string>;
}

interface Candidate {
  readonly operation: CompiledOperation;
  readonly method: string;
  readonly path: readonly PathRule[];
  readonly query: readonly QueryRule[];
  readonly spent: ReadonlySet<string>;
}

/** What a dynamic segment stands for. */
interface PathRule {
  /** Of the segment, from 0. */
  readonly at: number;
  /** Undefined: the segment and all behind it are one parameter. */
  readonly pattern: RegExp | undefined;
  readonly parameters: readonly string[];
}

interface QueryRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly parameters: readonly string[];
}

interface Branch {
  readonly pattern: RegExp;
  readonly node: Node;
}

class Node {
  /** By the segment in lower case. */
  readonly literals = new Map<string, Node>();
  /** Segments such as `{file}.json`, more literal text first. */
  readonly patterns: Branch[] = [];
  /** A segment that is one parameter. */
  parameter: Node | undefined;
  /** Operations whose path ends here. */
  readonly here: Candidate[] = [];
  /** Operations that take everything from here on. */
  readonly rest: Candidate[] = [];
}

/**
 * The operations of one API, found by method, path and required query parameters. Segment by
 * segment a literal goes before a pattern, a pattern before a parameter, a parameter before a
 * wildcard; among equals the template with more query parameters goes first
 * (docs/decisions/0006-operation-precedence.md).
 */
export class OperationTree {
  readonly #root = new Node();

  constructor(operations: readonly CompiledOperation[]) {
    for (const operation of operations) this.#add(operation);
  }

  #add(operation: CompiledOperation): void {
    const { method, urlTemplate } = operation.resource.properties;
    const template = parseUrlTemplate(urlTemplate);
    // A template that cannot be read was reported when the configuration was checked.
    if (typeof template === 'string') return;
    const segments = withoutTrailingSlash(template.segments);
    const last = segments.at(-1)?.[0];
    const takesRest = last?.kind === 'wildcard' || (last?.kind === 'parameter' && last.catchAll);
    let node = this.#root;
    for (const parts of takesRest ? segments.slice(0, -1) : segments) node = child(node, parts);
    const list = takesRest ? node.rest : node.here;
    list.push(candidateOf(operation, method, template));
    list.sort((a, b) => b.query.length - a.query.length);
  }

  /** `path` is what follows the API's own path: percent-encoded, with its leading slash or empty. */
  match(method: string, path: string, query: Query): MatchedOperation | undefined {
    const segments = segmentsOf(path);
    const hasTrailingSlash = segments.at(-1) === '';
    if (hasTrailingSlash) segments.pop();
    const request = { method: method.toUpperCase(), segments, hasTrailingSlash, query };
    return find(this.#root, 0, request);
  }
}

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

function find(node: Node, at: number, wanted: Wanted): MatchedOperation | undefined {
  const segment = wanted.segments[at];
  if (segment === undefined) {
    const here = choose(node.here, wanted);
    // `/foo/*` matches `/foo/`, but not `/foo`.
    return here ?? (at === 0 || wanted.hasTrailingSlash ? choose(node.rest, wanted) : undefined);
  }
  const literal = node.literals.get(segment.toLowerCase());
  let found = literal && find(literal, at + 1, wanted);
  for (const { pattern, node: next } of node.patterns) {
    if (!found && pattern.test(segment)) found = find(next, at + 1, wanted);
  }
  if (!found && node.parameter && segment !== '') found = find(node.parameter, at + 1, wanted);
  return found ?? choose(node.rest, wanted);
}

function choose(candidates: readonly Candidate[], wanted: Wanted): MatchedOperation | undefined {
  for (const { operation, method, path, query, spent } of candidates) {
    if (method !== wanted.method) continue;
    const isFixed = query.length === 0 && path.length === 0;
    if (isFixed) return { operation, parameters: none, spentQueryParameters: spent };
    const parameters = new Map<string, string>();
    if (!query.every((rule) => matchQuery(rule, wanted.query, parameters))) continue;
    for (const rule of path) readPath(rule, wanted.segments, parameters);
    return { operation, parameters, spentQueryParameters: spent };
  }
  return undefined;
}

const none: ReadonlyMap<string, string> = new Map();

function matchQuery(rule: QueryRule, query: Query, parameters: Map<string, string>): boolean {
  const value = query.values(rule.name)[0];
  const match = value === undefined ? null : rule.pattern.exec(value);
  if (!match) return false;
  rule.parameters.forEach((name, index) => parameters.set(name, match[index + 1] ?? ''));
  return true;
}

function readPath(
  { at, pattern, parameters: names }: PathRule,
  segments: readonly string[],
  parameters: Map<string, string>,
): void {
  if (!pattern) {
    for (const name of names) parameters.set(name, segments.slice(at).map(decode).join('/'));
    return;
  }
  const match = pattern.exec(segments[at] ?? '');
  names.forEach((name, group) => parameters.set(name, decode(match?.[group + 1] ?? '')));
}

/** The path is canonical, so its encoding is valid. */
function decode(segment: string): string {
  return decodeURIComponent(segment);
}

function child(node: Node, parts: readonly TemplatePart[]): Node {
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'parameter') return (node.parameter ??= new Node());
  if (parts.some(({ kind }) => kind === 'parameter')) return patternChild(node, parts);
  const literal = parts.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
  const key = literal.toLowerCase();
  let next = node.literals.get(key);
  if (!next) node.literals.set(key, (next = new Node()));
  return next;
}

function patternChild(node: Node, parts: readonly TemplatePart[]): Node {
  const pattern = patternOf(parts);
  const known = node.patterns.find((branch) => branch.pattern.source === pattern.source);
  if (known) return known.node;
  const branch = { pattern, node: new Node() };
  node.patterns.push(branch);
  node.patterns.sort((a, b) => b.pattern.source.length - a.pattern.source.length);
  return branch.node;
}

/** Without backtracking over more than one segment: parameters hold at least one character. */
function patternOf(parts: readonly TemplatePart[]): RegExp {
  const source = parts.map((part) =>
    part.kind === 'literal' ? RegExp.escape(part.text) : '(.+?)',
  );
  return new RegExp(`^${source.join('')}$`, 'is');
}

function namesOf(parts: readonly TemplatePart[]): string[] {
  return parts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
}

function candidateOf(
  operation: CompiledOperation,
  method: string,
  template: UrlTemplate,
): Candidate {
  return {
    operation,
    method: method.toUpperCase(),
    path: withoutTrailingSlash(template.segments).flatMap(pathRule),
    query: template.query.map(({ name, value }) => ({
      name,
      pattern: value.length === 0 ? /^/ : patternOf(value),
      parameters: namesOf(value),
    })),
    spent: new Set(template.query.map(({ name }) => name.toLowerCase())),
  };
}

function pathRule(parts: readonly TemplatePart[], at: number): readonly PathRule[] {
  const [first] = parts;
  const parameters = namesOf(parts);
  if (parameters.length === 0) return [];
  const takesRest = first?.kind === 'parameter' && first.catchAll;
  return [{ at, pattern: takesRest ? undefined : patternOf(parts), parameters }];
}

function withoutTrailingSlash(segments: UrlTemplate['segments']): UrlTemplate['segments'] {
  return segments.length > 0 && segments.at(-1)!.length === 0 ? segments.slice(0, -1) : segments;
}
