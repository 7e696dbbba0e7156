import type { Behaviour } from '../declare/defineType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { Box } from './Box.ts';
import { invariantCulture } from './Culture.ts';
import type { Culture } from './Culture.ts';
import { enumText } from './enumText.ts';
import { typeOf } from './typeOf.ts';

/**
 * `ToString(format, culture)` of a boxed value; the empty text of null, as string concatenation and
 * composite formatting have it. Culture is the invariant one unless given, as on Azure's gateways.
 */
export function toText(
  value: unknown,
  format: string | null = null,
  culture: Culture = invariantCulture,
): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && format === null) return String(value);
  const type = typeOf(value);
  if (!type) return 'System.Object';
  return textOfType(type)(value instanceof Box ? value.value : value, format, culture);
}

/** `ToString` over static representations. */
export type Text = (value: unknown, format: string | null, culture: Culture) => string;

const texts = new WeakMap<NetType, Text>();

/** How values whose own type is `type` are printed; null is not among them. */
export function textOfType(type: NetType): Text {
  let text = texts.get(type);
  if (!text) texts.set(type, (text = findText(type)));
  return text;
}

function findText(type: NetType): Text {
  if (type.kind !== 'named') return () => type.toString();
  const { definition } = type;
  if (definition.kind === 'enum') {
    return (value, format) => enumText(value as number, definition, format);
  }
  const behaviour = inheritedText(definition);
  if (!behaviour) return () => type.toString();
  return (value, format, culture) => behaviour.text(value as never, format, culture);
}

type WithText = Required<Pick<Behaviour<never>, 'text'>>;

function inheritedText(definition: TypeDefinition): WithText | undefined {
  for (let at: TypeDefinition | undefined = definition; at; at = at.base?.definition) {
    const { behaviour } = at.declaration;
    if (behaviour && 'text' in behaviour) return behaviour as WithText;
  }
  return undefined;
}
