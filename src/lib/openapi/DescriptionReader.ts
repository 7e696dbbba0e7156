import { childOf } from '../document/DocumentNode.ts';
import type { DocumentNode, Member, ObjectNode } from '../document/DocumentNode.ts';
import type { Report } from '../source/Diagnostic.ts';
import type { SourceText, Span } from '../source/SourceText.ts';
import { problems } from './problems.ts';
import type { OpenApiProblem } from './problems.ts';

/** More references in a row than this are a cycle or a joke. */
const longestChain = 32;

/** Reads members of a document by the type they should have, follows references, and reports. */
export class DescriptionReader {
  readonly root: ObjectNode;
  readonly #source: SourceText;
  readonly #report: Report;
  /** A broken reference in a shared part is told once, not for every operation that uses it. */
  readonly #told = new Set<string>();

  constructor(source: SourceText, root: ObjectNode, report: Report) {
    this.#source = source;
    this.root = root;
    this.#report = report;
  }

  tell(code: OpenApiProblem, span: Span, ...args: string[]): void {
    const key = `${code} ${span.start}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const [severity, message, hint] = problems[code];
    this.#report({
      code,
      severity,
      message: message.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? ''),
      hint,
      source: this.#source,
      span,
    });
  }

  /** The object at `name`, with references followed; undefined when absent or reported. */
  object(node: ObjectNode, name: string): ObjectNode | undefined {
    return this.asObject(node.members.get(name)?.value);
  }

  asObject(node: DocumentNode | undefined): ObjectNode | undefined {
    const target = this.follow(node);
    if (target === undefined || target.kind === 'object' || isNull(target)) {
      return target?.kind === 'object' ? target : undefined;
    }
    this.tell('OAS1002', headOf(target), 'an object', nameOfKind(target));
    return undefined;
  }

  /** The members of the object at `name`; none when there is no such object. */
  entries(node: ObjectNode, name: string): [string, Member][] {
    return [...(this.object(node, name)?.members ?? [])];
  }

  items(node: ObjectNode, name: string): readonly DocumentNode[] {
    const target = this.follow(node.members.get(name)?.value);
    if (target === undefined || isNull(target)) return [];
    if (target.kind === 'list') return target.items;
    this.tell('OAS1002', headOf(target), 'a list', nameOfKind(target));
    return [];
  }

  /** The text at `name`. Numbers and booleans count as what they look like, as in `version: 1`. */
  text(node: ObjectNode, name: string): string | undefined {
    const member = node.members.get(name)?.value;
    if (member === undefined || isNull(member)) return undefined;
    if (member.kind === 'scalar') return String(member.value);
    this.tell('OAS1002', headOf(member), 'a text', nameOfKind(member));
    return undefined;
  }

  texts(node: ObjectNode, name: string): string[] {
    return this.items(node, name).flatMap((item) =>
      item.kind === 'scalar' && item.value !== null ? [String(item.value)] : [],
    );
  }

  isTrue(node: ObjectNode, name: string): boolean {
    const member = node.members.get(name)?.value;
    return member?.kind === 'scalar' && member.value === true;
  }

  /** The node that `node` stands for: itself, or the end of its chain of references. */
  follow(node: DocumentNode | undefined): DocumentNode | undefined {
    let target = node;
    for (let hops = 0; target?.kind === 'object'; hops++) {
      const link = target.members.get('$ref')?.value;
      if (link?.kind !== 'scalar' || typeof link.value !== 'string') return target;
      if (hops === longestChain) {
        this.tell('OAS1005', link.span, link.value);
        return undefined;
      }
      target = this.#resolve(link.value, link.span);
    }
    return target;
  }

  /** RFC 6901 §6: a JSON pointer in a URI fragment, percent-encoded. */
  #resolve(reference: string, span: Span): DocumentNode | undefined {
    if (!reference.startsWith('#')) {
      this.tell('OAS1004', span, reference);
      return undefined;
    }
    let node: DocumentNode | undefined = this.root;
    for (const token of pointerTokens(reference)) {
      node = node && childOf(node, token);
    }
    if (node === undefined) this.tell('OAS1003', span, reference);
    return node;
  }
}

/** The member names that a local reference such as `#/components/schemas/a~1b` descends by. */
export function pointerTokens(reference: string): string[] {
  return reference
    .slice(1)
    .split('/')
    .slice(1)
    .map((token) => decodeUri(token).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decodeUri(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

export function headOf(node: DocumentNode): Span {
  if (node.kind === 'scalar') return node.span;
  return { start: node.span.start, end: node.span.start + 1 };
}

function isNull(node: DocumentNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function nameOfKind(node: DocumentNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'object') return 'an object';
  return node.value === null ? 'nothing' : `a ${typeof node.value}`;
}
