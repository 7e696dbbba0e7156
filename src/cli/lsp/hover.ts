import { meaningAt } from '../../expressions/inspect/inspect.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { Workspace } from '../../server/readWorkspace.ts';
import type { Client } from './Client.ts';
import { inspectable } from './codeItems.ts';
import { codeWordAt } from './codeWord.ts';
import { describeCandidate, describeDeclared, describeOffer, describeValue } from './describe.ts';
import { rangeOf } from './positions.ts';
import type { Hover } from './protocol.ts';
import { treePlaceAt } from './readTree.ts';
import type { TreePlace } from './readTree.ts';
import { namedValueAt, referencesOf } from './references.ts';
import { siteOf } from './siteOf.ts';
import type { Site } from './siteOf.ts';
import { variableKeyAt, variablesIn } from './variables.ts';

/** What is to be told of the word at an offset. */
export function hover(
  source: SourceText,
  offset: number,
  workspace: Workspace,
  client: Client,
): Hover | undefined {
  const told =
    tellNamedValue(source.text, offset, workspace) ??
    tellCode(source, offset) ??
    tellTree(source, offset, workspace);
  const kind = client.markdown.hover ? 'markdown' : 'plaintext';
  return told && { contents: { kind, value: told.text }, range: rangeOf(source, told) };
}

interface Told extends Span {
  readonly text: string;
}

function tellNamedValue(text: string, offset: number, workspace: Workspace): Told | undefined {
  const use = namedValueAt(text, offset);
  const declared = use && workspace.namedValues.find(({ name }) => name === use.name);
  return declared && { ...use, text: describeDeclared('Named value', declared) };
}

function tellCode(source: SourceText, offset: number): Told | undefined {
  const word = codeWordAt(source.text, offset);
  if (!word) return undefined;
  const { code, form, at } = word;
  const key = variableKeyAt(code.text, at);
  if (key) {
    const known = variablesIn(source).find(({ name }) => name === key.name);
    return known && { ...code.sourceSpan(key), text: known.doc };
  }
  const { text, options } = inspectable(code.text);
  const meaning = meaningAt(text, word.end, form, options);
  const described = meaning ? describeOffer(meaning) : '';
  return described === '' ? undefined : { ...code.sourceSpan(word), text: described };
}

function tellTree(source: SourceText, offset: number, workspace: Workspace): Told | undefined {
  const place = treePlaceAt(source, offset);
  const site = place && siteOf(place.path.map(({ name }) => name));
  const element = place?.path.at(-1);
  if (!place || !site || !element) return undefined;
  if (place.part !== 'name') return tellAttribute(place, site, workspace);
  const text = describeCandidate({ name: element.name, ...site });
  const { nameSpan, endTagSpan } = element;
  const isEnd = endTagSpan !== undefined && endTagSpan.start <= offset;
  return text === undefined ? undefined : { ...(isEnd ? endTagSpan : nameSpan), text };
}

function tellAttribute(
  { part, attribute }: TreePlace,
  { attributes }: Site,
  workspace: Workspace,
): Told | undefined {
  const spec = attribute && Object.hasOwn(attributes, attribute.name) && attributes[attribute.name];
  if (!attribute || !spec) return undefined;
  if (part === 'attributeName') return { ...attribute.nameSpan, text: describeValue(spec) };
  const references = referencesOf(attribute.name, workspace);
  const declared = references?.declared.find(({ name }) => name === attribute.value.text);
  const text = declared ? describeDeclared(references!.what, declared) : describeValue(spec);
  return { ...attribute.valueSpan, text };
}
