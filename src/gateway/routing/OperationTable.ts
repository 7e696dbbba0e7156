import type { CompiledOperation } from '../../engine/snapshot/Snapshot.ts';
import { TextNumbers } from '../../lib/collections/TextNumbers.ts';
import type { Query } from '../../lib/http/Query.ts';
import { operationTree } from './OperationTree.ts';
import type { Branch, OperationNode, PlacedOperation } from './OperationTree.ts';
import { capture, CapturesOfTemplates } from './TemplateCaptures.ts';

export interface MatchedOperation {
  readonly operation: CompiledOperation;
  /** By the name in the template; decoded. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Query parameters that the template names, in lower case. */
  readonly spentQueryParameters: ReadonlySet<string>;
}

/** No node is at the first cell, so that this says that there is none. */
const none = 0;

/**
 * What a node begins with: how many literals, operations that end here and operations that take the
 * rest follow, the node behind a parameter, and the list of patterns.
 */
const field = { literals: 0, here: 1, rest: 2, parameter: 3, patterns: 4 } as const;
const headLength = 5;
/** Segment and node. */
const literalLength = 2;
/** Operation, method and captures. */
const candidateLength = 3;

/**
 * The operations of all APIs, found by method, path and required query parameters. Segment by
 * segment a literal goes before a pattern, a pattern before a parameter, a parameter before a
 * wildcard; among equals the template with more query parameters goes first
 * (docs/decisions/0006-operation-precedence.md).
 *
 * The trees of all APIs are numbers in one array, those of one API side by side: among ten thousand
 * APIs the nodes of a call are in no cache, and each that stands elsewhere in memory takes longer than
 * what is done with it.
 */
export class OperationTable {
  #cells = new Int32Array(1 << 10);
  #length = 1;
  readonly #operations: CompiledOperation[] = [];
  /** Each list of patterns; the first stands for none. */
  readonly #patterns: (readonly Branch<number>[])[] = [[]];
  readonly #segments = new TextNumbers();
  readonly #methods = new TextNumbers();
  readonly #captures = new CapturesOfTemplates();

  /** Adds the operations of one API, and gives the node from which they are found. */
  add(operations: readonly CompiledOperation[]): number {
    return this.#addNode(operationTree(operations));
  }

  /** Those it leads to first, as their places must be known. */
  #addNode({ literals, patterns, parameter, here, rest }: OperationNode): number {
    const edges = [...literals]
      .map(([segment, node]) => [this.#segments.add(segment), this.#addNode(node)] as const)
      .sort(([a], [b]) => a - b);
    const branches = patterns.map(({ pattern, node }) => ({ pattern, node: this.#addNode(node) }));
    const behindParameter = parameter ? this.#addNode(parameter) : none;
    return this.#write([
      edges.length,
      here.length,
      rest.length,
      behindParameter,
      branches.length === 0 ? none : this.#patterns.push(branches) - 1,
      ...edges.flat(),
      ...[...here, ...rest].flatMap((each) => this.#candidate(each)),
    ]);
  }

  #candidate({ operation, template }: PlacedOperation): readonly number[] {
    const method = this.#methods.add(operation.resource.properties.method.toUpperCase());
    return [this.#operations.push(operation) - 1, method, this.#captures.add(template)];
  }

  #write(cells: readonly number[]): number {
    const at = this.#length;
    this.#length += cells.length;
    if (this.#length > this.#cells.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells.set(cells, at);
    return at;
  }

  /**
   * Looks from the node of an API. `path` is what follows the API's own path: percent-encoded, with
   * its leading slash or empty.
   */
  match(root: number, method: string, path: string, query: Query): MatchedOperation | undefined {
    const number = this.#methods.get(method.toUpperCase());
    if (number === undefined) return undefined;
    const segments = segmentsOf(path);
    const hasTrailingSlash = segments.at(-1) === '';
    if (hasTrailingSlash) segments.pop();
    return this.#find(root, 0, { method: number, segments, hasTrailingSlash, query });
  }

  #find(node: number, at: number, wanted: Wanted): MatchedOperation | undefined {
    const segment = wanted.segments[at];
    if (segment === undefined) {
      const here = this.#chooseHere(node, wanted);
      // `/foo/*` matches `/foo/`, but not `/foo`.
      return (
        here ?? (at === 0 || wanted.hasTrailingSlash ? this.#chooseRest(node, wanted) : undefined)
      );
    }
    const literal = this.#behindLiteral(node, segment);
    let found = literal === none ? undefined : this.#find(literal, at + 1, wanted);
    for (const branch of this.#patterns[this.#cells[node + field.patterns]!]!) {
      if (!found && branch.pattern.test(segment)) found = this.#find(branch.node, at + 1, wanted);
    }
    const parameter = this.#cells[node + field.parameter]!;
    if (!found && parameter !== none && segment !== '') {
      found = this.#find(parameter, at + 1, wanted);
    }
    return found ?? this.#chooseRest(node, wanted);
  }

  /** Literals stand in the order of their numbers. */
  #behindLiteral(node: number, segment: string): number {
    const cells = this.#cells;
    let [low, high] = [0, cells[node + field.literals]!];
    if (high === 0) return none;
    const number = this.#segments.get(segment.toLowerCase());
    if (number === undefined) return none;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = node + headLength + middle * literalLength;
      if (cells[at] === number) return cells[at + 1]!;
      if (cells[at]! < number) low = middle + 1;
      else high = middle;
    }
    return none;
  }

  #chooseHere(node: number, wanted: Wanted): MatchedOperation | undefined {
    return this.#choose(candidatesAt(this.#cells, node), this.#cells[node + field.here]!, wanted);
  }

  #chooseRest(node: number, wanted: Wanted): MatchedOperation | undefined {
    const count = this.#cells[node + field.rest]!;
    if (count === 0) return undefined;
    const behind = this.#cells[node + field.here]! * candidateLength;
    return this.#choose(candidatesAt(this.#cells, node) + behind, count, wanted);
  }

  #choose(from: number, count: number, wanted: Wanted): MatchedOperation | undefined {
    const cells = this.#cells;
    for (let at = from; at < from + count * candidateLength; at += candidateLength) {
      if (cells[at + 1] !== wanted.method) continue;
      const captures = this.#captures.at(cells[at + 2]!);
      const parameters = capture(captures, wanted.segments, wanted.query);
      if (!parameters) continue;
      const operation = this.#operations[cells[at]!]!;
      return { operation, parameters, spentQueryParameters: captures.spentQueryParameters };
    }
    return undefined;
  }
}

function candidatesAt(cells: Int32Array, node: number): number {
  return node + headLength + cells[node + field.literals]! * literalLength;
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
  /** Its number. */
  readonly method: number;
  readonly segments: readonly string[];
  readonly hasTrailingSlash: boolean;
  readonly query: Query;
}
