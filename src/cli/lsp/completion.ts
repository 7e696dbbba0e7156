import { assumedValue } from '../../engine/compile/References.ts';
import type { ElementSpec } from '../../engine/declaration/element.ts';
import type { ValueSpec } from '../../engine/declaration/ValueKind.ts';
import { completionsAt } from '../../expressions/inspect/inspect.ts';
import type { Offer } from '../../expressions/inspect/Offer.ts';
import { netTypes } from '../../expressions/types/index.ts';
import type { SourceText } from '../../lib/source/SourceText.ts';
import type { Declared, Workspace } from '../../server/readWorkspace.ts';
import { describeDeclared, describeElement, describeOffer } from './describe.ts';
import { describePolicy, describeValue } from './describe.ts';
import { rangeOf } from './positions.ts';
import { completionItemKinds as kinds, insertTextFormats } from './protocol.ts';
import type { CompletionItem, MarkupContent, Range } from './protocol.ts';
import { namedValueStart, referencesOf } from './references.ts';
import { candidatesIn, siteOf } from './siteOf.ts';
import type { Candidate } from './siteOf.ts';
import { spotAt } from './spotAt.ts';
import type { Place, Spot } from './spotAt.ts';

export interface CompletionOptions {
  readonly workspace: Workspace;
  /** Whether the client takes snippets, which leave the cursor where the next word is due. */
  readonly snippets: boolean;
}

/** What may be written at an offset of a policy document. */
export function completion(
  source: SourceText,
  offset: number,
  options: CompletionOptions,
): readonly CompletionItem[] {
  const { text } = source;
  const braces = namedValueStart(text, offset);
  if (braces !== undefined && options.workspace.namedValues.length > 0) {
    const range = rangeOf(source, { start: braces, end: offset });
    const close = text.startsWith('}}', offset) ? '' : '}}';
    return options.workspace.namedValues.map((each) =>
      declaredItem('Named value', each, range, close),
    );
  }
  const place = spotAt(text, offset);
  if (place.spot.kind === 'nothing') return [];
  const range = rangeOf(source, { start: place.spot.start, end: offset });
  return itemsAt(place.spot, place, { range, rest: text.slice(offset), ...options });
}

interface Writing extends CompletionOptions {
  /** Of the word under way. */
  readonly range: Range;
  /** The text behind the cursor. */
  readonly rest: string;
}

function itemsAt(spot: Spot, place: Place, writing: Writing): readonly CompletionItem[] {
  const { range } = writing;
  const path = place.open.map(({ name }) => name);
  const element = place.open.at(-1);
  const spec = siteOf(path)?.spec;
  switch (spot.kind) {
    case 'element':
      return elementItems(path, element?.children ?? place.top, writing);
    case 'endTag':
      return element ? [item(element.name, kinds.property, range)] : [];
    case 'attribute':
      return attributeItems(spec, element?.attributes ?? [], writing);
    case 'value':
      return [
        ...wordItems(spec?.attributes?.[spot.attribute], range),
        ...referenceItems(spot.attribute, writing),
      ];
    case 'text':
      return wordItems(spec?.content, range);
    case 'code':
      return codeItems(spot.code, spot.form, range);
    default:
      return [];
  }
}

function elementItems(
  path: readonly string[],
  present: readonly string[],
  writing: Writing,
): readonly CompletionItem[] {
  const site = siteOf(path);
  if (!site) return [];
  return candidatesIn(site, present).map((candidate) => elementItem(candidate, writing));
}

function elementItem(candidate: Candidate, { range, snippets }: Writing): CompletionItem {
  const { name, policy, spec } = candidate;
  const doc = policy ? describePolicy(policy) : spec && describeElement(name, spec);
  const required = Object.entries(spec?.attributes ?? {}).filter(([, each]) => isRequired(each));
  const holes = required.map(([attribute], i) => ` ${attribute}="$${i + 1}"`).join('');
  return {
    ...item(name, policy ? kinds.method : kinds.property, range, doc),
    // A block's own elements come before the policies that may stand in it, too.
    sortText: `${policy ? 1 : 0}${name}`,
    ...(snippets && holes !== ''
      ? {
          insertTextFormat: insertTextFormats.snippet,
          textEdit: { range, newText: name + holes },
        }
      : {}),
  };
}

function attributeItems(
  spec: ElementSpec | undefined,
  before: readonly string[],
  { range, rest, snippets }: Writing,
): readonly CompletionItem[] {
  const present = new Set([...before, ...attributesBehind(rest)]);
  return Object.entries(spec?.attributes ?? {})
    .filter(([name]) => !present.has(name))
    .map(([name, value]) => ({
      ...item(name, kinds.property, range, describeValue(value)),
      sortText: `${isRequired(value) ? 0 : 1}${name}`,
      ...(snippets && !/^[\w-]*\s*=/.test(rest)
        ? {
            insertTextFormat: insertTextFormats.snippet,
            textEdit: { range, newText: `${name}="$1"` },
          }
        : {}),
    }));
}

/** Names of the attributes between the cursor and the end of its start tag. */
function attributesBehind(rest: string): string[] {
  const tag = /^(?:"[^"]*"|'[^']*'|[^<>"'])*/.exec(rest.slice(0, 10_000))?.[0] ?? '';
  return [...tag.matchAll(/\s([\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((match) => match[1]!);
}

function isRequired({ options }: ValueSpec<unknown>): boolean {
  return options.required === true;
}

function wordItems(spec: ValueSpec<unknown> | undefined, range: Range): readonly CompletionItem[] {
  return (spec?.kind.words ?? []).map((word) => item(word, kinds.value, range, spec?.doc));
}

function referenceItems(
  attribute: string,
  { workspace, range }: Writing,
): readonly CompletionItem[] {
  const references = referencesOf(attribute, workspace);
  return (references?.declared ?? []).map((each) => declaredItem(references!.what, each, range));
}

function codeItems(
  code: string,
  form: 'expression' | 'statements',
  range: Range,
): readonly CompletionItem[] {
  const offers = completionsAt(withoutNamedValues(code), form, inspectOptions);
  return offers.map((offer) => offerItem(offer, range));
}

/** Named values stand for text of which nothing is known. */
export function withoutNamedValues(code: string): string {
  return code.replaceAll(/\{\{[A-Za-z0-9._-]+\}\}/g, assumedValue);
}

export const inspectOptions = { registry: netTypes, unknownNames: new Set([assumedValue]) };

const order = ['variable', 'property', 'enumMember', 'method', 'type', 'namespace', 'keyword'];

function offerItem(offer: Offer, range: Range): CompletionItem {
  const [first] = offer.signatures;
  const doc = describeOffer(offer);
  return {
    ...item(offer.name, kinds[offer.kind], range, doc === '' ? undefined : doc),
    ...(first === undefined ? {} : { detail: first }),
    sortText: `${order.indexOf(offer.kind)}${offer.name}`,
  };
}

function declaredItem(what: string, each: Declared, range: Range, close = ''): CompletionItem {
  const { label, ...rest } = item(each.name, kinds.reference, range, describeDeclared(what, each));
  return { label, ...rest, textEdit: { range, newText: label + close } };
}

function item(label: string, kind: number, range: Range, doc?: string): CompletionItem {
  return {
    label,
    kind,
    ...(doc === undefined ? {} : { documentation: markdown(doc) }),
    textEdit: { range, newText: label },
  };
}

function markdown(value: string): MarkupContent {
  return { kind: 'markdown', value };
}
