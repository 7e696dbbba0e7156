import type { Span } from '../source/SourceText.ts';
import { closest } from '../source/closest.ts';
import type { Cursor } from './Cursor.ts';
import type { XmlElement, XmlNode } from './nodes.ts';
import type { EndTag, StartTag } from './tags.ts';

interface OpenElement {
  readonly tag: StartTag;
  readonly children: XmlNode[];
}

/** Puts nodes where they belong while they are read, and finds out what a wrong end tag meant. */
export class Tree {
  /** The nodes at the top. */
  readonly top: XmlNode[] = [];
  /** The first element at the top, once it is closed. */
  root: XmlElement | undefined;
  /** Whether a document type declaration still has its place here. */
  takesDoctype = true;
  readonly #cursor: Cursor;
  readonly #open: OpenElement[] = [];
  /** How many elements of a name are open, so that a stray end tag costs no search. */
  readonly #openNames = new Map<string, number>();

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  /** Whether no element is open. */
  get atTop(): boolean {
    return this.#open.length === 0;
  }

  append(node: XmlNode): void {
    this.#cursor.count(node.span);
    (this.#open.at(-1)?.children ?? this.top).push(node);
    if (node.kind === 'doctype') this.takesDoctype = false;
    if (node.kind === 'element' && this.atTop) this.root ??= node;
  }

  open(tag: StartTag): void {
    this.takesDoctype = false;
    const { depth } = this.#cursor.limits;
    if (this.#open.length >= depth) this.#cursor.stop('XML1002', tag.nameSpan, depth);
    if (tag.selfClosing) {
      this.append(element(tag, [], undefined, tag.span.end));
      return;
    }
    this.#open.push({ tag, children: [] });
    this.#countOpen(tag.name, 1);
  }

  /** Closes what `end` most likely was to close: §3, "Element Type Match". */
  close(end: EndTag): void {
    const { tag } = this.#open.at(-1) ?? {};
    if (tag?.name === end.name) {
      this.#closeLast(end, end.span.end);
    } else if ((this.#openNames.get(end.name) ?? 0) > 0) {
      this.#closeWithin(end);
    } else if (tag !== undefined && isSlip(end.name, tag.name)) {
      this.#cursor.report('XML1210', end.span, end.name, tag.name, this.#lineOf(tag));
      this.#closeLast(end, end.span.end);
    } else {
      this.#cursor.report('XML1211', end.span, end.name);
    }
  }

  /** Closes everything that is still open where the text ends. */
  finish(): void {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      this.#cursor.report('XML1209', last.tag.nameSpan, last.tag.name);
      this.#closeLast(undefined, this.#cursor.offset);
    }
  }

  /** Closes the elements that are open within the one that `end` names, then that one. */
  #closeWithin(end: EndTag): void {
    for (let last = this.#open.at(-1); last; last = this.#open.at(-1)) {
      const { tag } = last;
      if (tag.name === end.name) break;
      this.#cursor.report('XML1208', tag.nameSpan, tag.name, this.#lineOf(tag), end.name);
      this.#closeLast(undefined, end.span.start);
    }
    this.#closeLast(end, end.span.end);
  }

  #closeLast(end: EndTag | undefined, offset: number): void {
    const last = this.#open.pop();
    if (last === undefined) return;
    this.#countOpen(last.tag.name, -1);
    this.append(element(last.tag, last.children, end, offset));
  }

  #countOpen(name: string, by: number): void {
    this.#openNames.set(name, (this.#openNames.get(name) ?? 0) + by);
  }

  #lineOf(tag: StartTag): number {
    return this.#cursor.source.positionAt(tag.span.start).line;
  }
}

/** Whether one name is the other with a slip of the finger, or with letters of another case. */
function isSlip(name: string, meant: string): boolean {
  // Comparing takes the product of the lengths; names this long are not mistyped but foreign.
  const longest = 64;
  if (name.length > longest || meant.length > longest) return false;
  return closest(name, [meant]) !== undefined;
}

function element(
  tag: StartTag,
  children: readonly XmlNode[],
  end: EndTag | undefined,
  offset: number,
): XmlElement {
  const span: Span = { start: tag.span.start, end: offset };
  return {
    kind: 'element',
    span,
    name: tag.name,
    nameSpan: tag.nameSpan,
    startTagSpan: tag.span,
    endTagSpan: end?.span,
    attributes: tag.attributes,
    children,
    selfClosing: tag.selfClosing,
    startTagSpace: tag.space,
    endTagSpace: end?.space ?? '',
  };
}
