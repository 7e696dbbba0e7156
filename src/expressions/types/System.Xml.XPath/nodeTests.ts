/** Which nodes members of XPathNavigator look for: of a type, or elements of a name. */
import { IndexOutOfRangeException } from '../../runtime/exceptions.ts';
import type { NodeTest } from '../../runtime/xml/xpath/Navigator.ts';
import { nodeTypes } from './XPathNodeType.ts';
import type { NodeType } from './XPathNodeType.ts';

export function ofName(localName: string | null, namespaceName: string | null): NodeTest {
  return (node, tree) =>
    tree.kindOf(node) === 'element' &&
    tree.localNameOf(node) === localName &&
    tree.namespaceOf(node) === namespaceName;
}

/** Of types that no child of a node has, none. @throws IndexOutOfRangeException for no type */
export function ofType(type: NodeType): NodeTest {
  if (type < nodeTypes.Root || type > nodeTypes.All) throw new IndexOutOfRangeException();
  switch (type) {
    case nodeTypes.All:
      return () => true;
    case nodeTypes.Root:
      return (node, tree) => tree.kindOf(node) === 'root';
    case nodeTypes.Element:
      return (node, tree) => tree.kindOf(node) === 'element';
    case nodeTypes.Text:
      return (node, tree) => tree.kindOf(node) === 'text';
    case nodeTypes.ProcessingInstruction:
      return (node, tree) => tree.kindOf(node) === 'processing-instruction';
    case nodeTypes.Comment:
      return (node, tree) => tree.kindOf(node) === 'comment';
    default:
      return () => false;
  }
}
