import { displayType } from '../check/displayType.ts';
import type { Variable } from '../check/bound.ts';
import type { Scope, ScopeEntry } from '../check/Scope.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { namespaceOffer, typeOffer } from './Offer.ts';
import type { Offer } from './Offer.ts';

/** Words that begin or join expressions and statements; the names of types have offers of their own. */
const keywords =
  'as ascending break by case catch continue default descending do else equals false finally for foreach from group if in into is join let nameof new null on orderby out return select switch throw true try typeof using var when where while';

/** What may stand where no dot is before: variables in sight, `context`, types, keywords. */
export function nameOffers(scope: Scope): readonly Offer[] {
  const { contextType, registry } = scope.session;
  return [
    ...variableOffers(scope),
    ...(contextType ? [variable('context', contextType)] : []),
    ...typeNameOffers(registry),
    ...keywords.split(' ').map((name) => keyword(name)),
  ];
}

/** Types and the namespaces that they are reached through. */
export function typeNameOffers(registry: TypeRegistry): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const type of registry.definitions) {
    const { namespace, simpleName, declaration } = type;
    const isNested = registry.isTypeName(namespace);
    if (!isNested && !offers.has(simpleName)) offers.set(simpleName, typeOffer(type));
    if (declaration.keyword) offers.set(declaration.keyword, keyword(declaration.keyword));
    const [root = ''] = namespace.split('.');
    if (root !== '' && !offers.has(root)) offers.set(root, namespaceOffer(root));
  }
  return [...offers.values()];
}

function variableOffers(scope: Scope): readonly Offer[] {
  return [...new Set(scope.names())].flatMap((name) => {
    const entry = scope.find(name);
    if (entry === undefined || entry === 'pending') return [];
    return [entryOffer(name, entry)];
  });
}

function entryOffer(name: string, entry: ScopeEntry): Offer {
  switch (entry.kind) {
    case 'variable':
      return variableOffer(entry.variable);
    case 'alias':
      return variable(name, entry.read({ start: 0, end: 0 }).type);
    case 'typeParameter':
      return { name, kind: 'type', signatures: [] };
    default:
      return { name, kind: 'variable', signatures: [] };
  }
}

export function variableOffer({ name, type, span }: Variable): Offer {
  return { ...variable(name, type), declared: span };
}

function variable(name: string, type: NetType): Offer {
  return { name, kind: 'variable', signatures: [`${displayType(type)} ${name}`] };
}

function keyword(name: string): Offer {
  return { name, kind: 'keyword', signatures: [] };
}
