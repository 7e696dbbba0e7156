import type { CompiledOperation } from '../../engine/snapshot/Snapshot.ts';
import { parseUrlTemplate } from '../../model/urlTemplate.ts';
import type { TemplatePart, UrlTemplate } from '../../model/urlTemplate.ts';
import { segmentPattern } from './TemplateCaptures.ts';

/** An operation at the end of its path. */
export interface PlacedOperation {
  readonly operation: CompiledOperation;
  readonly template: UrlTemplate;
}

export interface Branch<N> {
  readonly pattern: RegExp;
  readonly node: N;
}

/** Where a path of templates has led; operations in the order in which they are tried. */
export class OperationNode {
  /** By the segment in lower case. */
  readonly literals = new Map<string, OperationNode>();
  /** Segments such as `{file}.json`, more literal text first. */
  readonly patterns: (Branch<OperationNode> & { readonly literalLength: number })[] = [];
  /** A segment that is one parameter. */
  parameter: OperationNode | undefined;
  /** Operations whose path ends here. */
  readonly here: PlacedOperation[] = [];
  /** Operations that take everything from here on. */
  readonly rest: PlacedOperation[] = [];
}

/** The templates of one API as a tree, segment by segment: what a table of operations is made of. */
export function operationTree(operations: readonly CompiledOperation[]): OperationNode {
  const root = new OperationNode();
  for (const operation of operations) {
    const template = parseUrlTemplate(operation.resource.properties.urlTemplate);
    // A template that cannot be read was reported when the configuration was checked.
    if (typeof template !== 'string') place(root, operation, withoutTrailingSlash(template));
  }
  return root;
}

function place(root: OperationNode, operation: CompiledOperation, template: UrlTemplate): void {
  const { segments } = template;
  const last = segments.at(-1)?.[0];
  const takesRest = last?.kind === 'wildcard' || (last?.kind === 'parameter' && last.catchAll);
  let node = root;
  for (const parts of takesRest ? segments.slice(0, -1) : segments) node = child(node, parts);
  const list = takesRest ? node.rest : node.here;
  list.push({ operation, template });
  list.sort((a, b) => b.template.query.length - a.template.query.length);
}

function child(node: OperationNode, parts: readonly TemplatePart[]): OperationNode {
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'parameter') {
    return (node.parameter ??= new OperationNode());
  }
  if (parts.some(({ kind }) => kind === 'parameter')) return patternChild(node, parts);
  const key = literalOf(parts).toLowerCase();
  let next = node.literals.get(key);
  if (!next) node.literals.set(key, (next = new OperationNode()));
  return next;
}

function patternChild({ patterns }: OperationNode, parts: readonly TemplatePart[]): OperationNode {
  const pattern = segmentPattern(parts);
  const known = patterns.find((branch) => branch.pattern.source === pattern.source);
  if (known) return known.node;
  const node = new OperationNode();
  patterns.push({ pattern, node, literalLength: literalOf(parts).length });
  patterns.sort((a, b) => b.literalLength - a.literalLength);
  return node;
}

function literalOf(parts: readonly TemplatePart[]): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : '')).join('');
}

function withoutTrailingSlash({ segments, ...template }: UrlTemplate): UrlTemplate {
  const endsInSlash = segments.at(-1)?.length === 0;
  return { ...template, segments: endsInSlash ? segments.slice(0, -1) : segments };
}
