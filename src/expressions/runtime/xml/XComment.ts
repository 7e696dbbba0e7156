import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import { XNode } from './XNode.ts';

/** System.Xml.Linq.XComment. */
export class XComment extends XNode {
  value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }

  override get nodeType(): NodeType {
    return nodeTypes.Comment;
  }

  override copy(): XComment {
    return new XComment(this.value);
  }
}
