/** What an editor asks of an expression that is being written. */
import { SourceText } from '../../lib/source/SourceText.ts';
import { checkText } from '../check/checkText.ts';
import type { Operand } from '../check/operands.ts';
import type { Scope } from '../check/Scope.ts';
import type { ExpressionForm } from '../evaluate.ts';
import { scan } from '../syntax/scan.ts';
import { SyntaxErrors } from '../syntax/syntaxErrors.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { memberOffers } from './memberOffers.ts';
import { nameOffers, typeNameOffers } from './nameOffers.ts';
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
  // Names of types, as after `new`, are not bound as expressions are.
  return endsWithName(text) ? typeNameOffers(options.registry) : [];
}

/** What the name at the end of `code` means; undefined when that is unknown, or no name. */
export function meaningAt(
  code: string,
  form: ExpressionForm,
  options: InspectOptions,
): Offer | undefined {
  const name = /\w+$/.exec(code)?.[0];
  if (name === undefined) return undefined;
  return completionsAt(code, form, options).find(
    (offer) => offer.name === name && offer.kind !== 'keyword',
  );
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
  { registry, unknownNames }: InspectOptions,
  read: (site: Site) => readonly Offer[],
): readonly Offer[] | undefined {
  let best: readonly Offer[] | undefined;
  const hear = (end: number, site: Site): void => {
    if (end !== text.length) return;
    const offers = read(site);
    if (best === undefined || offers.length > best.length) best = offers;
  };
  try {
    checkText(new SourceText('expression', text), form, {
      registry,
      contextType: registry.lookUp('IProxyRequestContext')?.construct(),
      unknownNames,
      observer: {
        member: (name, target, scope) => hear(name.span.end, { target, scope }),
        simpleName: (name, scope) => hear(name.span.end, { target: undefined, scope }),
      },
    });
  } catch (error) {
    // The tree is too high for the stack of this thread.
    if (!(error instanceof RangeError)) throw error;
  }
  return best;
}

/** Whether the text ends with a name that is code, and not part of a string or comment. */
function endsWithName(text: string): boolean {
  const tokens = scan(new SyntaxErrors(new SourceText('expression', text)));
  const last = tokens.findLast(({ kind }) => kind !== 'end');
  return last?.kind === 'identifier' && last.span.end === text.length;
}
