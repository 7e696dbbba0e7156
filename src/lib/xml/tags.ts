import type { Span } from '../source/SourceText.ts';
import { Attributes, takeJunk } from './attributes.ts';
import { nameEnd } from './characters.ts';
import type { Cursor } from './Cursor.ts';
import type { XmlAttribute } from './nodes.ts';

/** `<name …>` or `<name …/>`: productions [40] and [44]. */
export interface StartTag {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  readonly attributes: readonly XmlAttribute[];
  readonly selfClosing: boolean;
  /** White space before its `>` or `/>`. */
  readonly space: string;
}

/** `</name>`: production [42]. */
export interface EndTag {
  readonly span: Span;
  readonly name: string;
  /** White space before its `>`. */
  readonly space: string;
}

/** Reads a start tag at a `<` that a name follows. */
export function readStartTag(cursor: Cursor): StartTag {
  const start = cursor.offset++;
  const name = cursor.take(nameEnd(cursor.text, cursor.offset));
  const nameSpan = cursor.from(start + 1);
  const attributes = new Attributes(cursor, name);
  let space = cursor.takeSpace();
  while (!atTagEnd(cursor) && !cursor.startsWith('/>')) {
    attributes.read(space);
    space = cursor.takeSpace();
  }
  const selfClosing = cursor.startsWith('/>');
  if (selfClosing) cursor.offset += 2;
  else if (cursor.startsWith('>')) cursor.offset++;
  else if (!attributes.doubtful) cursor.report('XML1201', nameSpan, name);
  const { all } = attributes;
  return { span: cursor.from(start), name, nameSpan, attributes: all, selfClosing, space };
}

/** Reads an end tag at its `</`; undefined when no name follows, which is reported. */
export function readEndTag(cursor: Cursor): EndTag | undefined {
  const start = cursor.offset;
  cursor.offset += 2;
  const name = cursor.take(nameEnd(cursor.text, cursor.offset));
  const nameSpan = cursor.from(start + 2);
  if (name === '') cursor.report('XML1212', cursor.from(start));
  const space = cursor.takeSpace();
  const junk = cursor.offset;
  while (!atTagEnd(cursor)) takeJunk(cursor);
  if (name !== '' && cursor.offset > junk) {
    cursor.report('XML1202', cursor.from(junk), cursor.text.slice(junk, cursor.offset), name);
  }
  if (cursor.startsWith('>')) cursor.offset++;
  else if (name !== '') cursor.report('XML1201', nameSpan, name);
  return name === '' ? undefined : { span: cursor.from(start), name, space };
}

/** Whether a tag must end here: at its `>`, or, which is a problem, where other markup begins. */
function atTagEnd(cursor: Cursor): boolean {
  return cursor.atEnd || cursor.startsWith('>') || cursor.startsWith('<');
}
