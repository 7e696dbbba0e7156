import { displayType } from '../check/displayType.ts';
import type { Variable } from '../check/bound.ts';
import type { Scope, ScopeEntry } from '../check/Scope.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { keywords } from './keywords.ts';
import { namespaceOffer, typeOffer } from './Offer.ts';
import type { Offer } from './Offer.ts';

/** What may stand where no dot is before: variables in sight, `context`, types, keywords. */
export function nameOffers(scope: Scope): readonly Offer[] {
  const { contextType, registry } = scope.session;
  return [
    ...variableOffers(scope),
    ...(contextType ? [variable('context', contextType)] : []),
    ...typeNameOffers(registry),
    ...Object.keys(keywords).map((name) => keywordOffer(name)),
  ];
}

/** Types and the namespaces that they are reached through. */
export function typeNameOffers(registry: TypeRegistry): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const type of registry.definitions) {
    const { namespace, simpleName, declaration } = type;
    const isNested = registry.isTypeName(namespace);
    if (!isNested && !offers.has(simpleName)) offers.set(simpleName, typeOffer(type));
    if (declaration.keyword) offers.set(declaration.keyword, keywordOffer(declaration.keyword));
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

/** A word of the language; names of types have no words about them. */
export function keywordOffer(name: string): Offer {
  const doc = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
  return { name, kind: 'keyword', signatures: [], doc };
}
