import type { ValueSpec } from '../../engine/declaration/ValueKind.ts';
import { completionItemKinds as kinds } from './protocol.ts';
import type { CompletionItem } from './protocol.ts';
import type { Word } from './Word.ts';

type AnyValue = ValueSpec<unknown> | undefined;

/** Words of an attribute's value, and the beginnings of expressions where they may stand. */
export function valueItems(spec: AnyValue, word: Word): readonly CompletionItem[] {
  // Behind what is a value already nothing more may stand.
  return /^["']/.test(word.behind(1)) || word.behind(1) === '' ? itemsOf(spec, word) : [];
}

/** The same of an element's text. */
export function contentItems(spec: AnyValue, word: Word): readonly CompletionItem[] {
  return itemsOf(spec, word);
}

function itemsOf(spec: AnyValue, word: Word): readonly CompletionItem[] {
  if (!spec) return [];
  const { kind, options, doc } = spec;
  const words = (kind.words ?? []).map((each) => word.item(each, kinds.value, doc));
  if (options.expressions !== true || !word.takesSnippets) return words;
  return [
    ...words,
    expressionItem('@( )', '@(${1})', 'A C# expression.', word),
    expressionItem('@{ }', '@{ return ${1}; }', 'C# statements that return the value.', word),
  ];
}

function expressionItem(label: string, text: string, doc: string, word: Word): CompletionItem {
  return {
    ...word.snippet(label, kinds.snippet, doc, text),
    filterText: '@',
    sortText: `~${label}`,
  };
}
