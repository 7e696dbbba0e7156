/** How a text is read. */
export interface XmlOptions {
  /** Take several elements, and text, at the top. */
  readonly fragment?: boolean;
  /**
   * Whether a document type declaration is kept as text or refused, which is the default. It is
   * never fetched, and what it declares is never expanded.
   */
  readonly doctype?: 'keep' | 'refuse';
  /**
   * Give values as XML 1.0 reports them: line breaks as U+000A (§2.11), literal white space in
   * attribute values as spaces (§3.3.3). Otherwise values keep white space as it was written.
   */
  readonly normalize?: boolean;
  /**
   * Asked at the start of an attribute value, and at each `@` in text and in attribute values:
   * where does the stretch end that begins at `offset` and is to be taken verbatim? In it, `<`,
   * `&` and quotes are not markup; complete references in it are still decoded. Must answer the
   * same each time, and, for reading to take linear time, in time linear in the stretch.
   */
  readonly verbatim?: (text: string, offset: number) => number | undefined;
  readonly limits?: Partial<XmlLimits>;
}

/** What one text may cost. */
export interface XmlLimits {
  /** UTF-16 units in the text. */
  readonly length: number;
  /** Elements within one another; at most 1,000, so that code may walk them by recursion. */
  readonly depth: number;
  /** Nodes and attributes in the document. */
  readonly nodes: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Problems that are reported before reading ends. */
  readonly problems: number;
}

const defaults: XmlLimits = {
  length: 4 * 1024 * 1024,
  depth: 256,
  nodes: 200_000,
  attributes: 256,
  problems: 100,
};

const deepest = 1000;

export function limitsOf({ limits }: XmlOptions): XmlLimits {
  const all = { ...defaults, ...limits };
  return { ...all, depth: Math.min(all.depth, deepest) };
}
