import { meaningAt } from '../../expressions/inspect/inspect.ts';
import type { SourceText, Span } from '../../lib/source/SourceText.ts';
import type { Workspace } from '../../server/readWorkspace.ts';
import { inspectOptions, withoutNamedValues } from './completion.ts';
import { describeDeclared, describeElement, describeOffer } from './describe.ts';
import { describePolicy, describeValue } from './describe.ts';
import { rangeOf } from './positions.ts';
import type { Hover } from './protocol.ts';
import { namedValueAt, referencesOf } from './references.ts';
import { siteOf } from './siteOf.ts';
import { spotAt } from './spotAt.ts';
import { treePlaceAt } from './readTree.ts';
import type { TreePlace } from './readTree.ts';

/** What is to be told of the word at an offset. */
export function hover(source: SourceText, offset: number, workspace: Workspace): Hover | undefined {
  const told =
    tellNamedValue(source.text, offset, workspace) ??
    tellCode(source.text, offset) ??
    tellTree(source, offset, workspace);
  return told && { contents: { kind: 'markdown', value: told.text }, range: rangeOf(source, told) };
}

interface Told extends Span {
  readonly text: string;
}

function tellNamedValue(text: string, offset: number, workspace: Workspace): Told | undefined {
  const use = namedValueAt(text, offset);
  const declared = use && workspace.namedValues.find(({ name }) => name === use.name);
  return declared && { ...use, text: describeDeclared('Named value', declared) };
}

function tellCode(text: string, offset: number): Told | undefined {
  const [behind = ''] = /^\w*/.exec(text.slice(offset, offset + 200)) ?? [];
  const end = offset + behind.length;
  const { spot } = spotAt(text, end);
  if (spot.kind !== 'code' || spot.start > offset) return undefined;
  const meaning = meaningAt(withoutNamedValues(spot.code), spot.form, inspectOptions);
  const described = meaning ? describeOffer(meaning) : '';
  return described === '' ? undefined : { start: spot.start, end, text: described };
}

function tellTree(source: SourceText, offset: number, workspace: Workspace): Told | undefined {
  const place = treePlaceAt(source, offset);
  const site = place && siteOf(place.path.map(({ name }) => name));
  const element = place?.path.at(-1);
  if (!place || !site?.spec || !element) return undefined;
  if (place.part === 'name') {
    const { policy, spec } = site;
    const text = policy ? describePolicy(policy) : describeElement(element.name, spec);
    return { ...element.nameSpan, text };
  }
  return tellAttribute(place, site.spec.attributes?.[place.attribute?.name ?? ''], workspace);
}

function tellAttribute(
  { part, attribute }: TreePlace,
  spec: Parameters<typeof describeValue>[0] | undefined,
  workspace: Workspace,
): Told | undefined {
  if (!attribute || !spec) return undefined;
  if (part === 'attributeName') return { ...attribute.nameSpan, text: describeValue(spec) };
  const references = referencesOf(attribute.name, workspace);
  const declared = references?.declared.find(({ name }) => name === attribute.value.text);
  const text = declared ? describeDeclared(references!.what, declared) : describeValue(spec);
  return { ...attribute.valueSpan, text };
}
