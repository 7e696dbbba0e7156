import type { ValueSpec } from '../../engine/declaration/ValueKind.ts';
import { describeCandidate, describeValue } from './describe.ts';
import { completionItemKinds as kinds } from './protocol.ts';
import type { CompletionItem } from './protocol.ts';
import { candidatesIn } from './siteOf.ts';
import type { Candidate, Site } from './siteOf.ts';
import type { Word } from './Word.ts';

/** Elements that may stand in a site beside those of the given names. */
export function elementItems(
  site: Site | undefined,
  present: readonly string[],
  word: Word,
): readonly CompletionItem[] {
  // A tag whose rest stands behind the word is being renamed.
  const isNew = !/^(?:\s*\/?>|\s+[\w:.-]+\s*=)/.test(word.behind(300));
  return candidatesIn(site, present).map((candidate) =>
    elementItem(candidate, isNew ? tagText(candidate) : candidate.name, word),
  );
}

/** The same where text stands, and so no `<` before the word. */
export function looseElementItems(
  site: Site | undefined,
  present: readonly string[],
  word: Word,
): readonly CompletionItem[] {
  if (site?.spec?.content) return [];
  return candidatesIn(site, present).map((candidate) => {
    const text = word.takesSnippets ? tagText(candidate) : candidate.name;
    return elementItem(candidate, `<${text}`, word);
  });
}

function elementItem(candidate: Candidate, text: string, word: Word): CompletionItem {
  const { name, policy } = candidate;
  const kind = policy ? kinds.method : kinds.property;
  const doc = describeCandidate(candidate);
  return {
    ...(text.includes('$')
      ? word.snippet(name, kind, doc, text)
      : word.item(name, kind, doc, text)),
    // A block's own elements come before the policies that may stand in it, too.
    sortText: `${policy ? 1 : 0}${name}`,
  };
}

/** A whole element behind its `<`, with places for what it needs. */
function tagText({ name, spec, structure }: Candidate): string {
  const attributes = Object.entries(spec?.attributes ?? {}).filter(([, each]) => isRequired(each));
  const tag = name + attributes.map(([each], i) => ` ${each}="$${i + 1}"`).join('');
  const isBlock = spec?.content ?? spec?.children ?? spec?.statements;
  const isFilled = structure ? name !== 'base' : isBlock !== undefined;
  return isFilled ? `${tag}>$0</${name}>` : `${tag} />$0`;
}

/** Attributes that the element does not have yet. */
export function attributeItems(
  site: Site | undefined,
  before: readonly string[],
  word: Word,
): readonly CompletionItem[] {
  const rest = word.behind(10_000);
  const present = new Set([...before, ...attributesIn(rest)]);
  const hasValue = /^\s*=/.test(rest);
  return Object.entries(site?.attributes ?? {})
    .filter(([name]) => !present.has(name))
    .map(([name, value]) => {
      const doc = describeValue(value);
      return {
        ...(hasValue
          ? word.item(name, kinds.property, doc)
          : word.snippet(name, kinds.property, doc, `${name}="$1"`)),
        sortText: `${isRequired(value) ? 0 : 1}${name}`,
      };
    });
}

/** Names of the attributes between the cursor and the end of its start tag. */
function attributesIn(rest: string): string[] {
  const tag = /^(?:"[^"]*"|'[^']*'|[^<>"'])*/.exec(rest)?.[0] ?? '';
  return [...tag.matchAll(/\s([\w-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((match) => match[1]!);
}

function isRequired({ options }: ValueSpec<unknown>): boolean {
  return options.required === true;
}
