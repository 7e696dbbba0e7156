import { childOf, spanAt } from '../../lib/document/DocumentNode.ts';
import type { DocumentNode } from '../../lib/document/DocumentNode.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Origin, Place } from '../../model/resources.ts';
import type { JsonPath } from '../../model/schema.ts';

/** A text and the node in it that holds a resource's `properties`. */
export interface PropertiesText {
  readonly source: SourceText;
  readonly node: DocumentNode;
}

/** The origin of properties that were read from `own`, with what `patch` says instead. */
export function originOfProperties(own: PropertiesText, patch?: PropertiesText): Origin {
  const at = (...path: JsonPath): Place =>
    patch !== undefined && has(patch.node, path) ? placeIn(patch, path) : placeIn(own, path);
  return { ...placeIn(own, []), at };
}

function placeIn({ source, node }: PropertiesText, path: JsonPath): Place {
  return { source, span: spanAt(node, spelled(node, path)) };
}

function has(node: DocumentNode, path: JsonPath): boolean {
  let at: DocumentNode | undefined = node;
  for (const step of spelled(node, path)) at = at && childOf(at, step);
  return at !== undefined && path.length > 0;
}

/** The path as the document spells its members: names are matched without regard to case. */
function spelled(node: DocumentNode, path: JsonPath): JsonPath {
  let at: DocumentNode | undefined = node;
  return path.map((step) => {
    let name = step;
    if (at?.kind === 'object' && !at.members.has(String(step))) {
      const wanted = String(step).toLowerCase();
      name = [...at.members.keys()].find((key) => key.toLowerCase() === wanted) ?? step;
    }
    at = at && childOf(at, name);
    return name;
  });
}
