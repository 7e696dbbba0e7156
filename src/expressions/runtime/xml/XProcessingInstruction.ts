import { ArgumentException } from '../exceptions.ts';
import { nodeTypes } from './nodeTypes.ts';
import type { NodeType } from './nodeTypes.ts';
import { verifyNCName } from './XName.ts';
import { XNode } from './XNode.ts';

/** System.Xml.Linq.XProcessingInstruction. */
export class XProcessingInstruction extends XNode {
  #target: string;
  data: string;

  /** @throws XmlException, ArgumentException */
  constructor(target: string, data: string) {
    super();
    this.#target = checkTarget(target);
    this.data = data;
  }

  override get nodeType(): NodeType {
    return nodeTypes.ProcessingInstruction;
  }

  get target(): string {
    return this.#target;
  }

  /** @throws XmlException, ArgumentException */
  set target(target: string) {
    this.#target = checkTarget(target);
  }

  override copy(): XProcessingInstruction {
    return new XProcessingInstruction(this.target, this.data);
  }
}

function checkTarget(target: string): string {
  verifyNCName(target);
  if (target.toLowerCase() === 'xml') {
    throw new ArgumentException(`'${target}' is an invalid name for a processing instruction.`);
  }
  return target;
}
