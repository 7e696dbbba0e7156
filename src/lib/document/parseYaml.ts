import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { Report, Severity } from '../source/Diagnostic.ts';
import type { SourceText, Span } from '../source/SourceText.ts';
import { usualLimits } from './DocumentNode.ts';
import type { DocumentLimits, DocumentNode, Member, ParsedDocument } from './DocumentNode.ts';

/** More syntax errors than this in one document say nothing new. */
const shownErrors = 20;

/**
 * Reads one YAML 1.2 document (core schema, string keys; merge keys `<<` are honoured) and
 * remembers where every value stands. Problems are reported as `YAML1001` and following; it never
 * throws.
 */
export function parseYaml(
  source: SourceText,
  report: Report,
  limits = usualLimits,
): ParsedDocument {
  const tell = (code: string, severity: Severity, message: string, span: Span) =>
    report({ code, severity, message, source, span });
  const broken = { source, root: undefined };
  if (source.text.length > limits.length) {
    const message = `This document is longer than ${limits.length} characters.`;
    tell('YAML1003', 'error', message, { start: 0, end: 0 });
    return broken;
  }
  try {
    const document = parseDocument(source.text, {
      logLevel: 'error',
      prettyErrors: false,
      stringKeys: true,
      // The library compares every pair of keys of a map; the conversion below does it once.
      uniqueKeys: false,
    });
    for (const { message, pos } of document.errors.slice(0, shownErrors)) {
      tell('YAML1001', 'error', `${message}.`, { start: pos[0], end: pos[1] });
    }
    if (document.errors.length > 0) return broken;
    return { source, root: new Converter(tell, limits).convert(document.contents, 0) };
  } catch (error) {
    if (error instanceof BrokenDocument) {
      tell(error.code, 'error', error.message, error.span);
    } else if (error instanceof RangeError) {
      // The library descends by recursion and has no limit of its own.
      tell('YAML1003', 'error', 'This document is nested too deeply.', { start: 0, end: 0 });
    } else throw error;
    return broken;
  }
}

class BrokenDocument extends Error {
  readonly code: string;
  readonly span: Span;

  constructor(code: string, message: string, span: Span) {
    super(message);
    this.code = code;
    this.span = span;
  }
}

/** What a value costs wherever it is repeated. */
interface Measure {
  readonly nodes: number;
  readonly depth: number;
}

/** Turns the library's nodes into ours. Aliases share nodes, but every repetition is counted. */
class Converter {
  readonly #tell: (code: string, severity: Severity, message: string, span: Span) => void;
  readonly #limits: DocumentLimits;
  readonly #anchors = new Map<string, DocumentNode>();
  readonly #measures = new WeakMap<DocumentNode, Measure>();

  constructor(
    tell: (code: string, severity: Severity, message: string, span: Span) => void,
    limits: DocumentLimits,
  ) {
    this.#tell = tell;
    this.#limits = limits;
  }

  convert(node: unknown, depth: number): DocumentNode {
    const span = spanOf(node);
    if (isAlias(node)) return this.#resolve(node.source, span, depth);
    const result = this.#build(node, span, depth);
    this.#measure(result, span, depth);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, result);
    return result;
  }

  #build(node: unknown, span: Span, depth: number): DocumentNode {
    if (depth > this.#limits.depth) throw tooLarge(span);
    if (isMap(node)) return { kind: 'object', span, members: this.#members(node, depth) };
    if (isSeq(node)) {
      return { kind: 'list', span, items: node.items.map((item) => this.convert(item, depth + 1)) };
    }
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return { kind: 'scalar', span, value };
    }
    if (value === null) return { kind: 'scalar', span, value };
    throw new BrokenDocument('YAML1004', 'This kind of value is not known to JSON.', span);
  }

  #members(map: YAMLMap, depth: number): Map<string, Member> {
    const members = new Map<string, Member>();
    const merged: Member[] = [];
    for (const pair of map.items) {
      const key = spanOf(pair.key);
      if (!isScalar(pair.key)) {
        throw new BrokenDocument('YAML1004', 'A key must be a plain text here.', key);
      }
      const name = String(pair.key.value);
      const value = this.convert(pair.value, depth + 1);
      if (name === '<<' && pair.key.type === 'PLAIN') {
        merged.push({ key, value });
      } else {
        if (members.has(name)) {
          const message = `'${name}' stands here twice; the last one counts.`;
          this.#tell('YAML1002', 'warning', message, key);
        }
        members.set(name, { key, value });
      }
    }
    for (const each of merged) this.#merge(each, members);
    return members;
  }

  /** The merge key of YAML 1.1: members that the map lacks come from the maps that it names. */
  #merge({ key, value }: Member, into: Map<string, Member>): void {
    for (const from of value.kind === 'list' ? value.items : [value]) {
      if (from.kind !== 'object') {
        throw new BrokenDocument('YAML1004', "The merge key '<<' needs a map or maps.", key);
      }
      for (const [name, member] of from.members) if (!into.has(name)) into.set(name, member);
    }
  }

  #resolve(anchor: string, span: Span, depth: number): DocumentNode {
    const known = this.#anchors.get(anchor);
    if (known === undefined) {
      const message = `'*${anchor}' names no anchor that was finished before it.`;
      throw new BrokenDocument('YAML1004', message, span);
    }
    if (depth + this.#measureOf(known).depth > this.#limits.depth) throw tooLarge(span);
    return known;
  }

  #measureOf(node: DocumentNode): Measure {
    return this.#measures.get(node) ?? { nodes: 1, depth: 0 };
  }

  #measure(node: DocumentNode, span: Span, depth: number): void {
    if (node.kind === 'scalar') return;
    const children =
      node.kind === 'list' ? node.items : Array.from(node.members.values(), ({ value }) => value);
    let nodes = 1;
    let below = 0;
    for (const child of children) {
      const measure = this.#measureOf(child);
      nodes += measure.nodes;
      below = Math.max(below, measure.depth + 1);
    }
    if (nodes > this.#limits.nodes || depth + below > this.#limits.depth) throw tooLarge(span);
    this.#measures.set(node, { nodes, depth: below });
  }
}

function tooLarge(span: Span): BrokenDocument {
  const message = 'This document is nested too deeply or holds too many values.';
  return new BrokenDocument('YAML1003', message, span);
}

function spanOf(node: unknown): Span {
  const range = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range : null;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
