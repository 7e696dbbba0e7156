/** §4.3 */
import type { Context } from '../Context.ts';
import { xmlNamespace } from '../../xml/namespaces.ts';
import { declare } from './FunctionDeclaration.ts';

export const booleanFunctions = {
  boolean: declare('boolean', ['boolean'], (_context, value) => value),
  not: declare('boolean', ['boolean'], (_context, value) => !value),
  true: declare('boolean', [], () => true),
  false: declare('boolean', [], () => false),
  lang: declare('boolean', ['string'], (context, wanted) => {
    const language = languageOf(context)?.toLowerCase();
    const range = wanted.toLowerCase();
    return language === range || language?.startsWith(`${range}-`) === true;
  }),
} as const;

/** The nearest `xml:lang`. */
function languageOf<N extends object>({ node, evaluation }: Context<N>): string | undefined {
  const { tree, allowance } = evaluation;
  for (let at: N | null = node; at; at = tree.parentOf(at)) {
    allowance.spend(1);
    for (const attribute of tree.attributesOf(at)) {
      const isLanguage = tree.localNameOf(attribute) === 'lang';
      if (isLanguage && tree.namespaceOf(attribute) === xmlNamespace)
        return tree.valueOf(attribute);
    }
  }
  return undefined;
}
