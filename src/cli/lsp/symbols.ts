import type { SourceText } from '../../lib/source/SourceText.ts';
import type { XmlElement } from '../../lib/xml/nodes.ts';
import { rangeOf } from './positions.ts';
import { symbolKinds } from './protocol.ts';
import type { DocumentSymbol, SymbolInformation } from './protocol.ts';
import { childElements, readTree } from './readTree.ts';
import { siteOf } from './siteOf.ts';

/** Attributes that tell one policy from another of its name. */
const telling = ['name', 'id', 'fragment-id', 'condition', 'response-variable-name', 'key'];

const maxDetail = 60;

/** Sections, policies and their elements, as the document nests them. */
export function symbols(source: SourceText): readonly DocumentSymbol[] {
  return readTree(source).map((element) => symbolOf(element, [], source));
}

/** The same one after another, for editors that nest none. */
export function flatSymbols(source: SourceText): readonly SymbolInformation[] {
  const flat = (nested: readonly DocumentSymbol[], containerName = ''): SymbolInformation[] =>
    nested.flatMap(({ name, kind, range, children }) => [
      { name, kind, location: { uri: source.name, range }, containerName },
      ...flat(children, name),
    ]);
  return flat(symbols(source));
}

function symbolOf(
  element: XmlElement,
  above: readonly string[],
  source: SourceText,
): DocumentSymbol {
  const path = [...above, element.name];
  const detail = telling
    .map((name) => element.attributes.find((each) => each.name === name)?.value.text)
    .find((text) => text !== undefined);
  return {
    name: element.name === '' ? '?' : element.name,
    ...(detail === undefined ? {} : { detail: detail.slice(0, maxDetail) }),
    kind: kindOf(path),
    range: rangeOf(source, element.span),
    selectionRange: rangeOf(source, element.nameSpan),
    children: childElements(element).map((child) => symbolOf(child, path, source)),
  };
}

function kindOf(path: readonly string[]): number {
  const site = siteOf(path);
  if (site?.kind !== 'element') return symbolKinds.namespace;
  return site.policy ? symbolKinds.method : symbolKinds.property;
}
