import type { SourceText, Span } from '../source/SourceText.ts';
import type { MappedText } from './decode.ts';

/**
 * What an XML text is made of. Spans are UTF-16 offsets into the text that was read. Everything
 * that was written is kept (`raw`, white space within tags, the quote character), apart from what
 * it means (`value`), so that printing gives back the very text.
 */
export interface XmlDocument {
  readonly kind: 'document';
  readonly source: SourceText;
  readonly span: Span;
  /** U+FEFF at the start is a signature of the encoding, not part of the document (§4.3.3). */
  readonly byteOrderMark: boolean;
  /** Everything at the top, in order, the white space between included. */
  readonly children: readonly XmlNode[];
  /** The first element at the top. */
  readonly root: XmlElement | undefined;
}

/** What can stand among the children of a document or an element. */
export type XmlNode =
  | XmlDeclaration
  | XmlDoctype
  | XmlElement
  | XmlText
  | XmlCData
  | XmlComment
  | XmlInstruction;

/** `<?xml version="1.0" encoding="utf-8"?>`: §2.8. */
export interface XmlDeclaration {
  readonly kind: 'declaration';
  readonly span: Span;
  readonly raw: string;
  /** Undefined only when the declaration was reported as malformed. */
  readonly version: string | undefined;
  readonly encoding: string | undefined;
  readonly standalone: 'yes' | 'no' | undefined;
}

/** `<!DOCTYPE …>`: §2.8. It is kept as text: nothing in it is fetched, declared or expanded. */
export interface XmlDoctype {
  readonly kind: 'doctype';
  readonly span: Span;
  readonly raw: string;
  readonly name: string;
  readonly publicId: string | undefined;
  readonly systemId: string | undefined;
  /** What stands between the brackets. */
  readonly internalSubset: string | undefined;
}

/** An element: §3. */
export interface XmlElement {
  readonly kind: 'element';
  /** From the start of its start tag to the end of its end tag. */
  readonly span: Span;
  /** As written, with its prefix. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly startTagSpan: Span;
  /** Undefined for `<name/>`, and when the end tag was missing, which is reported. */
  readonly endTagSpan: Span | undefined;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** Written as `<name/>`. */
  readonly selfClosing: boolean;
  /** White space before the `>` or `/>` of the start tag. */
  readonly startTagSpace: string;
  /** White space before the `>` of the end tag. */
  readonly endTagSpace: string;
}

/** An attribute: §3.1. */
export interface XmlAttribute {
  readonly kind: 'attribute';
  /** From its name to its closing quote. */
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** White space before the name. */
  readonly space: string;
  /** The equals sign with the white space around it. */
  readonly equals: string;
  /** Empty only when the quotes were missing, which is reported. */
  readonly quote: '"' | "'" | '';
  /** Without the quotes. */
  readonly valueSpan: Span;
  readonly raw: string;
  readonly value: MappedText;
  /** The stretches of `raw` that were taken verbatim, as spans of the source. */
  readonly holes: readonly Span[];
}

/** Character data between two pieces of markup: §2.4. */
export interface XmlText {
  readonly kind: 'text';
  readonly span: Span;
  readonly raw: string;
  readonly value: MappedText;
  /** The stretches of `raw` that were taken verbatim, as spans of the source. */
  readonly holes: readonly Span[];
}

/** `<![CDATA[…]]>`: §2.7. */
export interface XmlCData {
  readonly kind: 'cdata';
  readonly span: Span;
  readonly raw: string;
  /** What stands between the brackets; no reference in it counts. */
  readonly value: MappedText;
}

/** `<!--…-->`: §2.5. */
export interface XmlComment {
  readonly kind: 'comment';
  readonly span: Span;
  readonly raw: string;
  readonly value: string;
}

/** `<?target value?>`: §2.6. */
export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly span: Span;
  readonly raw: string;
  readonly target: string;
  /** What follows the target and the white space after it. */
  readonly value: string;
}
