import { pathToFileURL } from 'node:url';
import { meaningAt } from '../../expressions/inspect/inspect.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { Declared, Workspace } from '../../server/readWorkspace.ts';
import { inspectable } from './codeItems.ts';
import { codeWordAt } from './codeWord.ts';
import { rangeOf } from './positions.ts';
import type { Location } from './protocol.ts';
import { treePlaceAt } from './readTree.ts';
import { namedValueAt, referencesOf } from './references.ts';
import { variableKeyAt, variablesIn } from './variables.ts';

/** Where the named value, fragment, backend, variable … at an offset is declared. */
export function definition(
  source: SourceText,
  offset: number,
  workspace: Workspace,
): Location | undefined {
  const use = namedValueAt(source.text, offset);
  const found = use
    ? workspace.namedValues.find(({ name }) => name === use.name)
    : referenced(source, offset, workspace);
  if (found) return locationOf(found);
  const span = variableSpan(source, offset);
  return span && { uri: source.name, range: rangeOf(source, span) };
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

/** Of a variable of the code, or of one among `context.Variables`. */
function variableSpan(source: SourceText, offset: number): Span | undefined {
  const word = codeWordAt(source.text, offset);
  if (!word) return undefined;
  const { code, form, at, end } = word;
  const key = variableKeyAt(code.text, at);
  if (key) return variablesIn(source).find(({ name }) => name === key.name)?.span;
  const { text, options } = inspectable(code.text);
  const declared = meaningAt(text, end, form, options)?.declared;
  return declared && code.sourceSpan(declared);
}

function locationOf({ place }: Declared): Location {
  const { source, span } = place;
  return { uri: pathToFileURL(source.name).href, range: rangeOf(source, span) };
}
