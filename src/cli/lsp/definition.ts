import { pathToFileURL } from 'node:url';
import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Declared, Workspace } from '../../server/readWorkspace.ts';
import { rangeOf } from './positions.ts';
import type { Location } from './protocol.ts';
import { namedValueAt, referencesOf } from './references.ts';
import { treePlaceAt } from './readTree.ts';

/** Where the named value, fragment, backend … at an offset is declared. */
export function definition(
  source: SourceText,
  offset: number,
  workspace: Workspace,
): Location | undefined {
  const use = namedValueAt(source.text, offset);
  const found = use
    ? workspace.namedValues.find(({ name }) => name === use.name)
    : referenced(source, offset, workspace);
  return found && locationOf(found);
}

function referenced(
  source: SourceText,
  offset: number,
  workspace: Workspace,
): Declared | undefined {
  const { part, attribute } = treePlaceAt(source, offset) ?? {};
  if (part !== 'value' || !attribute) return undefined;
  const references = referencesOf(attribute.name, workspace);
  return references?.declared.find(({ name }) => name === attribute.value.text);
}

function locationOf({ place }: Declared): Location {
  const { source, span } = place;
  return { uri: pathToFileURL(source.name).href, range: rangeOf(source, span) };
}
