import { completionsAt } from '../../expressions/inspect/inspect.ts';
import type { InspectOptions } from '../../expressions/inspect/inspect.ts';
import type { Offer } from '../../expressions/inspect/Offer.ts';
import { netTypes } from '../../expressions/types/index.ts';
import { describeOffer } from './describe.ts';
import { completionItemKinds as kinds } from './protocol.ts';
import type { CompletionItem } from './protocol.ts';
import type { Word } from './Word.ts';

/** What may be written next in C#. */
export function codeItems(
  code: string,
  form: 'expression' | 'statements',
  word: Word,
): readonly CompletionItem[] {
  const { text, options } = inspectable(code);
  return completionsAt(text, form, options).map((offer) => offerItem(offer, word));
}

/** C# with named values as names of which nothing is known, and each character where it was. */
export function inspectable(code: string): {
  readonly text: string;
  readonly options: InspectOptions;
} {
  const unknownNames = new Set<string>();
  const text = code.replaceAll(/\{\{[A-Za-z0-9._-]+\}\}/g, ({ length }) => {
    const name = '_'.repeat(length);
    unknownNames.add(name);
    return name;
  });
  return { text, options: { registry: netTypes, unknownNames } };
}

const order = ['variable', 'property', 'enumMember', 'method', 'type', 'namespace', 'keyword'];

function offerItem(offer: Offer, word: Word): CompletionItem {
  const { name, kind, signatures } = offer;
  const [first] = signatures;
  return {
    ...word.item(name, kinds[kind], describeOffer(offer)),
    ...(first === undefined ? {} : { detail: first }),
    sortText: `${order.indexOf(kind)}${name}`,
  };
}
