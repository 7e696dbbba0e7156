/** What an editor asks of an expression that is being written. */
import { SourceText } from '../../lib/source/SourceText.ts';
import { checkText } from '../check/checkText.ts';
import type { Observer } from '../check/Observer.ts';
import type { Operand } from '../check/operands.ts';
import type { Scope } from '../check/Scope.ts';
import type { ExpressionForm } from '../evaluate.ts';
import type { Identifier } from '../syntax/ast.ts';
import { scan } from '../syntax/scan.ts';
import { SyntaxErrors } from '../syntax/syntaxErrors.ts';
import { isKeyword } from '../syntax/tokens.ts';
import type { Token } from '../syntax/tokens.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { memberOffers } from './memberOffers.ts';
import { keywords } from './keywords.ts';
import { keywordOffer, nameOffers, typeNameOffers, variableOffer } from './nameOffers.ts';
import { typeOffer } from './Offer.ts';
import type { Offer } from './Offer.ts';

export interface InspectOptions {
  readonly registry: TypeRegistry;
  /** Names that stand for something unknown. */
  readonly unknownNames?: ReadonlySet<string>;
}

/**
 * Everything that may be written next, where `code` is what stands between the bracket and the
 * cursor. A name that was begun narrows nothing down: editors do that.
 */
export function completionsAt(
  code: string,
  form: ExpressionForm,
  options: InspectOptions,
): readonly Offer[] {
  // A name to be found by, where none was begun.
  const text = /[\w.]$/.test(code) ? code : `${code}x`;
  const offers = lastName(text, form, options, (site) =>
    site.target ? memberOffers(site.target, site.scope) : nameOffers(site.scope),
  );
  if (offers) return offers;
  // Names of types, as after `new`, are not bound as expressions are; `var` has the name of a variable.
  const [before, last] = tokensOf(text).slice(-2);
  const isNamed = before?.kind === 'identifier' && before.name === 'var';
  const isName = last?.kind === 'identifier' && last.span.end === text.length;
  return isName && !isNamed ? typeNameOffers(options.registry) : [];
}

/**
 * What the name means that ends at `end` of a whole text; undefined when that is unknown, or no
 * name.
 */
export function meaningAt(
  code: string,
  end: number,
  form: ExpressionForm,
  options: InspectOptions,
): Offer | undefined {
  let found: Offer | undefined;
  let isName = false;
  // A lambda is also bound by overloads that do not fit; the types are those of the last, which does.
  const hear = (name: Identifier, offers: () => readonly Offer[]): void => {
    if (name.span.end !== end || name.text === '' || !isWritten(name, code)) return;
    isName = true;
    const isMeant = ({ name: offered, kind }: Offer): boolean =>
      offered === name.text && kind !== 'keyword';
    found = offers().find(isMeant) ?? found;
  };
  observe(code, form, options, {
    member: (name, target, scope) => hear(name, () => memberOffers(target, scope)),
    simpleName: (name, scope) => hear(name, () => nameOffers(scope)),
    typeName: (_, type, name) =>
      hear(name, () => (type.kind === 'named' ? [typeOffer(type.definition)] : [])),
    variable: (variable) => {
      if (variable.span.end === end) found = variableOffer(variable);
    },
  });
  return isName ? found : (found ?? wordAt(code, end, options));
}

/** Words of the language, and of types: `string`, `int` … */
function wordAt(code: string, end: number, { registry }: InspectOptions): Offer | undefined {
  const word = /[a-z]+$/.exec(code.slice(Math.max(0, end - 20), end))?.[0];
  if (word === undefined) return undefined;
  const token = tokensOf(code.slice(0, end)).at(-1);
  const isCode = token?.kind === 'identifier' || (token && isKeyword(token.kind));
  if (!isCode || token.span.start !== end - word.length) return undefined;
  const type = registry.definitions.find(({ declaration }) => declaration.keyword === word);
  if (type) return typeOffer(type);
  return Object.hasOwn(keywords, word) ? keywordOffer(word) : undefined;
}

interface Site {
  /** What stands before the dot; undefined where there is none. */
  readonly target: Operand | undefined;
  readonly scope: Scope;
}

/**
 * Applies `read` to the name at the end of the text, each time that it is bound, and gives the best
 * of the answers: a lambda is also bound by overloads that do not fit.
 */
function lastName(
  text: string,
  form: ExpressionForm,
  options: InspectOptions,
  read: (site: Site) => readonly Offer[],
): readonly Offer[] | undefined {
  let best: readonly Offer[] | undefined;
  const hear = (name: Identifier, site: Site): void => {
    if (name.span.end !== text.length || !isWritten(name, text)) return;
    // Where a name is missing behind the one that is being written, nothing is.
    if (name.text === '' && /\w$/.test(text)) return;
    const offers = read(site);
    if (best === undefined || offers.length > best.length) best = offers;
  };
  observe(text, form, options, {
    member: (name, target, scope) => hear(name, { target, scope }),
    simpleName: (name, scope) => hear(name, { target: undefined, scope }),
  });
  return best;
}

/** Clauses of queries are calls of methods whose names nobody wrote. */
function isWritten({ text, span }: Identifier, code: string): boolean {
  return text === '' || code.startsWith(text, span.end - text.length);
}

function observe(
  text: string,
  form: ExpressionForm,
  { registry, unknownNames }: InspectOptions,
  observer: Observer,
): void {
  try {
    checkText(new SourceText('expression', text), form, {
      registry,
      contextType: registry.lookUp('IProxyRequestContext')?.construct(),
      unknownNames,
      observer,
    });
  } catch (error) {
    // The tree is too high for the stack of this thread.
    if (!(error instanceof RangeError)) throw error;
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens = scan(new SyntaxErrors(new SourceText('expression', text)));
  return tokens.filter(({ kind }) => kind !== 'end');
}
