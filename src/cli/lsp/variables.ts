import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';
import { childElements, readTree } from './readTree.ts';

/** A name among `context.Variables` that a policy of the document gives a value. */
export interface PolicyVariable {
  readonly name: string;
  /** For a reader, as Markdown. */
  readonly doc: string;
  /** Where the name is written. */
  readonly span: Span;
}

/** Each name once, where it is given a value first. */
export function variablesIn(source: SourceText): readonly PolicyVariable[] {
  const found = new Map<string, PolicyVariable>();
  const visit = (element: XmlElement): void => {
    for (const { name, value, valueSpan } of element.attributes) {
      const isName = name.endsWith('variable-name') || isSetVariable(element, name);
      const { text } = value;
      if (!isName || !/^[^@{\s]+$/.test(text) || found.has(text)) continue;
      const doc = `The variable that \`${element.name}\` sets.`;
      found.set(text, { name: text, doc, span: valueSpan });
    }
    childElements(element).forEach(visit);
  };
  readTree(source).forEach(visit);
  return [...found.values()];
}

function isSetVariable({ name }: XmlElement, attribute: string): boolean {
  return name === 'set-variable' && attribute === 'name';
}

const access =
  'Variables\\s*(?:\\[|\\.\\s*(?:GetValueOrDefault\\s*(?:<[^()]{0,200}>)?|ContainsKey|TryGetValue)\\s*\\()\\s*"';
const beingWritten = new RegExp(`\\b${access}([^"\\\\]*)$`);
const written = new RegExp(`\\b${access}([^"\\\\]*)"`, 'g');

/** How many characters of a name are written that is to be found in `context.Variables`. */
export function variableKeyStart(code: string): number | undefined {
  return beingWritten.exec(code.slice(-500))?.[1]?.length;
}

/** The name in `context.Variables["name"]` around an offset of the code. */
export function variableKeyAt(
  code: string,
  offset: number,
): (Span & { readonly name: string }) | undefined {
  for (const match of code.matchAll(written)) {
    const end = match.index + match[0].length - 1;
    const name = match[1]!;
    const start = end - name.length;
    if (start <= offset && offset <= end) return { name, start, end };
  }
  return undefined;
}
