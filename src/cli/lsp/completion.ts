import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Declared, Workspace } from '../../server/readWorkspace.ts';
import type { Client } from './Client.ts';
import { codeItems } from './codeItems.ts';
import { describeDeclared } from './describe.ts';
import { attributeItems, elementItems, looseElementItems } from './markupItems.ts';
import { completionItemKinds as kinds } from './protocol.ts';
import type { CompletionItem } from './protocol.ts';
import { namedValueStart, referencesOf } from './references.ts';
import { siteOf } from './siteOf.ts';
import type { Site } from './siteOf.ts';
import { spotAt } from './spotAt.ts';
import type { Place, Spot } from './spotAt.ts';
import { contentItems, valueItems } from './valueItems.ts';
import { variableKeyStart, variablesIn } from './variables.ts';
import { Word } from './Word.ts';

export interface CompletionOptions {
  readonly workspace: Workspace;
  readonly client: Client;
  /** The character that had the editor ask; undefined when a person did, or wrote on. */
  readonly trigger?: string | undefined;
}

/** What may be written at an offset of a policy document. */
export function completion(
  source: SourceText,
  offset: number,
  { workspace, client, trigger }: CompletionOptions,
): readonly CompletionItem[] {
  const wordFrom = (start: number, tail: RegExp): Word =>
    new Word(source, start, offset, tail, client);
  const place = spotAt(source.text, offset);
  const { spot } = place;
  if (spot.kind === 'nothing') return [];
  const braces = namedValueStart(source.text, offset);
  if (braces !== undefined && workspace.namedValues.length > 0) {
    return namedValueItems(workspace.namedValues, wordFrom(braces, /^[\w.-]*/));
  }
  const key = spot.kind === 'code' ? variableKeyStart(spot.code) : undefined;
  if (key !== undefined) {
    const word = wordFrom(offset - key, /^[^"&)\]<>\r\n]*/);
    return variablesIn(source).map(({ name, doc }) => word.item(name, kinds.variable, doc));
  }
  if (trigger !== undefined && !isTriggered(trigger, spot)) return [];
  return itemsAt(place, wordFrom(spot.start, tails[spot.kind]), workspace);
}

/** What of a word may stand behind the cursor. */
const tails: Readonly<Record<Exclude<Spot['kind'], 'nothing'>, RegExp>> = {
  element: /^[\w:.-]*/,
  endTag: /^[\w:.-]*/,
  attribute: /^[\w:.-]*/,
  value: /^[\w.-]*(?=["'])/,
  text: /^[\w.-]*/,
  code: /^\w*/,
};

/** Where a character means that a word begins; else it is one like others, as the space in a text. */
function isTriggered(character: string, spot: Spot): boolean {
  switch (character) {
    case '<':
      return spot.kind === 'element';
    case '/':
      return spot.kind === 'endTag';
    case ' ':
      return spot.kind === 'attribute' || (spot.kind === 'code' && /\bnew\s$/.test(spot.code));
    case '"':
    case "'":
      return spot.kind === 'value';
    case '.':
      return spot.kind === 'code';
    case '(':
    case '{':
      return spot.kind === 'code' && spot.code === '';
    default:
      return true;
  }
}

function itemsAt(
  { spot, open, top }: Place,
  word: Word,
  workspace: Workspace,
): readonly CompletionItem[] {
  const path = open.map(({ name }) => name);
  const element = open.at(-1);
  const site = siteOf(path);
  switch (spot.kind) {
    case 'element':
      return elementItems(site, element?.children ?? top, word);
    case 'endTag':
      return element ? [word.item(element.name, kinds.property)] : [];
    case 'attribute':
      return attributeItems(site, element?.attributes ?? [], word);
    case 'value':
      return [
        ...valueItems(attributeOf(site, spot.attribute), word),
        ...referenceItems(spot.attribute, workspace, word),
      ];
    case 'text':
      return [
        ...contentItems(site?.spec?.content, word),
        ...looseElementItems(site, element?.children ?? top, word),
      ];
    case 'code':
      return codeItems(spot.code, spot.form, word);
    default:
      return [];
  }
}

function attributeOf(site: Site | undefined, name: string): Site['attributes'][string] | undefined {
  return site && Object.hasOwn(site.attributes, name) ? site.attributes[name] : undefined;
}

function namedValueItems(named: readonly Declared[], word: Word): readonly CompletionItem[] {
  const close = word.behind(2) === '}}' ? '' : '}}';
  return named.map((each) =>
    word.item(each.name, kinds.reference, describeDeclared('Named value', each), each.name + close),
  );
}

function referenceItems(
  attribute: string,
  workspace: Workspace,
  word: Word,
): readonly CompletionItem[] {
  const { what, declared } = referencesOf(attribute, workspace) ?? { what: '', declared: [] };
  return declared.map((each) =>
    word.item(each.name, kinds.reference, describeDeclared(what, each)),
  );
}
