import { loopForm } from './loopForm.ts';
import type { Node } from './nodes.ts';

/**
 * Whether what follows a choice depends on nothing but the choice and the place, so that a choice
 * that failed at a place once fails there always: not when captures or numbers of rounds decide.
 */
export function isNotable(node: Node): boolean {
  switch (node.kind) {
    case 'reference':
    case 'ifGroup':
      return false;
    case 'sequence':
    case 'choice':
      return node.nodes.every(isNotable);
    case 'capture':
      return node.balanced === undefined && isNotable(node.node);
    case 'atomic':
    case 'look':
      return isNotable(node.node);
    case 'ifMatch':
      return [node.condition, node.yes, node.no].every(isNotable);
    case 'loop': {
      const form = loopForm(node);
      return form !== 'counted' && form !== 'countedUnit' && isNotable(node.node);
    }
    default:
      return true;
  }
}
