/** What the members that look for nodes return. Nothing is looked for before it is enumerated. */
import type { XAttribute } from '../../runtime/xml/XAttribute.ts';
import { XName } from '../../runtime/xml/XName.ts';
import type { XNode } from '../../runtime/xml/XNode.ts';
import { elementsIn } from '../../runtime/xml/walk.ts';
import type { NetArray } from '../../runtime/NetArray.ts';
import { newArray } from '../../runtime/newArray.ts';
import { Sequence } from '../../runtime/Sequence.ts';
import { xmlType } from './xmlTypeOf.ts';

export function nodeSequence(walk: () => Iterator<XNode>): Sequence {
  return new Sequence(xmlType('XNode'), walk);
}

/** The elements among nodes. */
export function elementSequence(walk: () => Iterable<XNode>): Sequence {
  return new Sequence(xmlType('XElement'), () => elementsIn(walk()));
}

/** The elements of a name among nodes; none when the name is null. */
export function namedElements(
  name: XName | null,
  walk: () => Iterable<XNode>,
): NetArray | Sequence {
  if (name === null) return newArray(xmlType('XElement'), []);
  return new Sequence(xmlType('XElement'), () => elementsIn(walk(), name));
}

export function attributeSequence(walk: () => Iterator<XAttribute>): Sequence {
  return new Sequence(xmlType('XAttribute'), walk);
}

/** The attributes of a name; none when the name is null. */
export function namedAttributes(
  name: XName | null,
  walk: () => Iterable<XAttribute>,
): NetArray | Sequence {
  if (name === null) return newArray(xmlType('XAttribute'), []);
  return new Sequence(xmlType('XAttribute'), function* () {
    for (const attribute of walk()) if (XName.areEqual(attribute.name, name)) yield attribute;
  });
}
