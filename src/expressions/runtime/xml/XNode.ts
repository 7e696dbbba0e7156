import { InvalidOperationException } from '../exceptions.ts';
import type { Link } from './Chain.ts';
import type { XContainer } from './XContainer.ts';
import { XObject } from './XObject.ts';

/** What can stand in a container: System.Xml.Linq.XNode. */
export abstract class XNode extends XObject implements Link<XNode> {
  next: XNode | null = null;
  previous: XNode | null = null;

  /** A copy without parent; of an element, its name and attributes only: see `cloneNode`. */
  abstract copy(): XNode;

  /** @throws InvalidOperationException */
  requireContainer(): XContainer {
    if (!this.container) throw new InvalidOperationException('The parent is missing.');
    return this.container;
  }

  /** @throws InvalidOperationException */
  remove(): void {
    this.requireContainer().removeNode(this);
  }
}
