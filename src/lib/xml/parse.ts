import type { Diagnostic } from '../source/Diagnostic.ts';
import type { SourceText } from '../source/SourceText.ts';
import { isMarkup, readText } from './characterData.ts';
import { findIllegalCharacter, isBlank, isSpace } from './characters.ts';
import { Cursor } from './Cursor.ts';
import { readDoctype } from './doctype.ts';
import { readCData, readComment, readInstruction, skipUnknown } from './markup.ts';
import type { XmlCData, XmlDocument, XmlText } from './nodes.ts';
import type { XmlOptions } from './options.ts';
import { readEndTag, readStartTag } from './tags.ts';
import { Tree } from './Tree.ts';

export interface ParsedXml {
  /**
   * What was read. With problems, it is what the text most likely meant. Undefined when a limit
   * ended the reading.
   */
  readonly document: XmlDocument | undefined;
  /** In the order of the text. The text is well formed when there are none. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Reads XML 1.0, fifth edition (https://www.w3.org/TR/xml/). Never throws: goes on after a problem,
 * so that all are told at once. Takes time and memory linear in the text, within the limits of
 * `options`. Knows the five predefined entities alone. Prefixes of names are not looked at: see
 * `resolveNamespaces`.
 */
export function parseXml(source: SourceText, options: XmlOptions = {}): ParsedXml {
  const cursor = new Cursor(source, options);
  const { length } = source.text;
  if (length > cursor.limits.length) {
    cursor.stop('XML1001', { start: 0, end: 0 }, length, cursor.limits.length);
  }
  reportIllegalCharacters(cursor);
  const document = readDocument(cursor);
  return { document: cursor.stopped ? undefined : document, problems: cursor.problems };
}

/** §2.2. Done for the whole text at once, as it holds everywhere: in comments and in names too. */
function reportIllegalCharacters(cursor: Cursor): void {
  const { text } = cursor;
  const next = (from: number): number => (cursor.stopped ? -1 : findIllegalCharacter(text, from));
  for (let at = next(cursor.offset); at >= 0; at = next(at + 1)) {
    const codePoint = text.codePointAt(at)!.toString(16).toUpperCase().padStart(4, '0');
    cursor.report('XML1101', { start: at, end: at + 1 }, `U+${codePoint}`);
  }
}

type Reader = (cursor: Cursor, tree: Tree) => void;

/** What markup begins with, and who reads it; the first that fits does. */
const readers: readonly (readonly [opening: string, read: Reader])[] = [
  ['</', endElement],
  ['<!--', (cursor, tree) => tree.append(readComment(cursor))],
  ['<![CDATA[', appendCData],
  ['<!DOCTYPE', appendDoctype],
  ['<!', skipUnknown],
  ['<?', (cursor, tree) => tree.append(readInstruction(cursor))],
  ['<', startElement],
];

/** Productions [1] document and [43] content. */
function readDocument(cursor: Cursor): XmlDocument {
  const tree = new Tree(cursor);
  while (!cursor.atEnd) {
    const markup = isMarkup(cursor.text, cursor.offset);
    const reader = markup && readers.find(([opening]) => cursor.startsWith(opening));
    if (reader) reader[1](cursor, tree);
    else appendText(cursor, tree);
  }
  tree.finish();
  const { top: children, root } = tree;
  const span = { start: 0, end: cursor.text.length };
  if (root === undefined && cursor.options.fragment !== true) cursor.report('XML1401', span);
  const byteOrderMark = cursor.documentStart > 0;
  return { kind: 'document', source: cursor.source, span, byteOrderMark, children, root };
}

function startElement(cursor: Cursor, tree: Tree): void {
  const tag = readStartTag(cursor);
  const { root } = tree;
  if (tree.atTop && root !== undefined && cursor.options.fragment !== true) {
    cursor.report('XML1402', tag.nameSpan, tag.name, root.name);
  }
  tree.open(tag);
}

function endElement(cursor: Cursor, tree: Tree): void {
  const tag = readEndTag(cursor);
  if (tag !== undefined) tree.close(tag);
}

function appendText(cursor: Cursor, tree: Tree): void {
  const node = readText(cursor);
  checkPlace(cursor, tree, node);
  tree.append(node);
}

function appendCData(cursor: Cursor, tree: Tree): void {
  const node = readCData(cursor);
  checkPlace(cursor, tree, node);
  tree.append(node);
}

/** Production [27], Misc: around the root element stands white space, and no reference to any. */
function checkPlace(cursor: Cursor, tree: Tree, { raw, span }: XmlText | XmlCData): void {
  if (!tree.atTop || cursor.options.fragment === true || isBlank(raw)) return;
  let { start, end } = span;
  while (isSpace(cursor.text.charCodeAt(start))) start++;
  while (isSpace(cursor.text.charCodeAt(end - 1))) end--;
  cursor.report('XML1403', { start, end });
}

/** Production [22], prolog. */
function appendDoctype(cursor: Cursor, tree: Tree): void {
  const node = readDoctype(cursor);
  const place = { start: node.span.start, end: node.span.start + '<!DOCTYPE'.length };
  if (cursor.options.doctype !== 'keep') cursor.report('XML1310', place);
  else if (!tree.takesDoctype) cursor.report('XML1311', place);
  tree.append(node);
}
