import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import { XNode } from './XNode.ts';

/** Character data: System.Xml.Linq.XText. */
export class XText extends XNode {
  value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }

  override get nodeType(): NodeType {
    return nodeTypes.Text;
  }

  override copy(): XText {
    return new XText(this.value);
  }
}

/** A CDATA section: System.Xml.Linq.XCData. */
export class XCData extends XText {
  override get nodeType(): NodeType {
    return nodeTypes.CDATA;
  }

  override copy(): XCData {
    return new XCData(this.value);
  }
}
