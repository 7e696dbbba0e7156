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
  if (!site) return [];
  return candidatesIn(site, present).map((candidate) => elementItem(candidate, word));
}

function elementItem(candidate: Candidate, word: Word): CompletionItem {
  const { name, policy, spec } = candidate;
  const required = Object.entries(spec?.attributes ?? {}).filter(([, each]) => isRequired(each));
  // A tag that has attributes is being renamed.
  const isNew = !/^\s+[\w:.-]+\s*=/.test(word.behind(300));
  const holes = isNew ? required.map(([attribute], i) => ` ${attribute}="$${i + 1}"`) : [];
  const doc = describeCandidate(candidate);
  const kind = policy ? kinds.method : kinds.property;
  return {
    ...(holes.length > 0
      ? word.snippet(name, kind, doc, name + holes.join(''))
      : word.item(name, kind, doc)),
    // A block's own elements come before the policies that may stand in it, too.
    sortText: `${policy ? 1 : 0}${name}`,
  };
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
