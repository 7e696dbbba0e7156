/** The data model of §5: what an expression needs to know of a tree. */

export type NodeKind =
  | 'root'
  | 'element'
  | 'attribute'
  | 'namespace'
  | 'text'
  | 'comment'
  | 'processing-instruction';

/**
 * A tree of nodes `N`, told by how its nodes lie to each other. One node is one object always: text
 * that stands side by side is one text node, and the namespace nodes of an element stay the same
 * objects. Reading must not change the tree, and nothing may change it during an evaluation.
 */
export interface XPathTree<N extends object> {
  kindOf(node: N): NodeKind;
  /** Of an attribute or namespace node its element; null at the top. */
  parentOf(node: N): N | null;
  /** Children: elements, texts, comments and processing instructions. */
  firstChildOf(node: N): N | null;
  lastChildOf(node: N): N | null;
  /** Null of attributes and namespace nodes. */
  nextSiblingOf(node: N): N | null;
  previousSiblingOf(node: N): N | null;
  /** Those that declare no namespace; none of what is no element. */
  attributesOf(node: N): readonly N[];
  /** The namespaces in scope; none of what is no element. */
  namespacesOf(node: N): readonly N[];
  /** Of a processing instruction its target, of a namespace node its prefix; empty if without. */
  localNameOf(node: N): string;
  /** The namespace of the name; empty if without. */
  namespaceOf(node: N): string;
  prefixOf(node: N): string;
  /** The string-value (§5). */
  valueOf(node: N): string;
  /** The element with a unique ID in the tree of `node`. */
  elementWithId(id: string, node: N): N | null;
}
