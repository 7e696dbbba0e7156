/** What a simple name means: C# 7.3 §simple names. */
import { closest } from '../../lib/source/closest.ts';
import type { AliasQualifiedName, Identifier, SimpleName } from '../syntax/ast.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { BoundExpression, Variable } from './bound.ts';
import { memberNames } from './members.ts';
import { bad, constant } from './operands.ts';
import type { Operand } from './operands.ts';
import type { Scope, ScopeEntry } from './Scope.ts';
import { allowListHint, bindValueType, checkArguments } from './typeNames.ts';

export function bindSimpleName(node: SimpleName, scope: Scope): Operand {
  const { name, span } = node;
  scope.session.observer?.simpleName(name, scope);
  if (name.text === '') return bad(span);
  const entry = scope.find(name.text);
  if (entry === 'pending') {
    scope.session.report('CS0841', name.span, [name.text]);
    return bad(span);
  }
  if (entry) return bindEntry(entry, node, scope);
  if (name.text === '_') return { kind: 'Discard', span };
  if (name.text === 'context' && scope.session.contextType) {
    scope.session.usesContext = true;
    return { kind: 'Context', type: scope.session.contextType, span };
  }
  if (scope.session.unknownNames.has(name.text)) return bad(span);
  return bindTypeOrNamespace(node, scope) ?? reportUnknown(name, scope);
}

function bindEntry(entry: ScopeEntry, node: SimpleName, scope: Scope): Operand {
  const { name, typeArguments, span } = node;
  const { session } = scope;
  if (typeArguments.length > 0 && entry.kind !== 'function') {
    session.report('CS0307', span, [name.text, 'variable']);
    return bad(span);
  }
  switch (entry.kind) {
    case 'variable':
      return bindVariable(entry.variable, node, scope);
    case 'alias':
      return entry.read(span);
    case 'typeParameter':
      return { kind: 'TypeOperand', span, type: entry.parameter };
    case 'untyped':
      session.report('CS8196', name.span, [name.text]);
      return bad(span);
    case 'function':
      return {
        kind: 'MethodGroup',
        span: name.span,
        whole: span,
        name: name.text,
        methods: [],
        local: entry.symbol,
        receiver: undefined,
        receiverType: undefined,
        typeArguments: typeArguments.map((type) => bindValueType(type, scope)),
        scope,
      };
  }
}

function bindVariable(
  variable: Variable,
  { name, span }: SimpleName,
  scope: Scope,
): BoundExpression {
  if (variable.constant) return constant(variable.constant.value, variable.type, span);
  const isReference = variable.kind === 'ref' || variable.kind === 'out';
  if (isReference && variable.owner !== scope.function.symbol) {
    scope.session.report('CS1628', name.span, [name.text]);
    return bad(span);
  }
  return { kind: 'Local', type: variable.type, span, variable };
}

/** A type or namespace of that name; undefined when there is none. */
export function bindTypeOrNamespace(
  { name, typeArguments, span }: SimpleName | AliasQualifiedName,
  scope: Scope,
): Operand | undefined {
  const { registry } = scope.session;
  const [first, second] = registry.lookUpAll(name.text, typeArguments.length);
  if (first && second) {
    scope.session.report('CS0104', name.span, [name.text, first.fullName, second.fullName]);
    return bad(span);
  }
  if (first) {
    const args = typeArguments.map((type) => bindValueType(type, scope));
    const isSound = checkArguments(first, args, { span }, scope);
    if (!isSound || args.includes(errorType)) return bad(span);
    return { kind: 'TypeOperand', span, type: first.construct(args) };
  }
  const isNamespace = typeArguments.length === 0 && registry.isNamespace(name.text);
  return isNamespace ? { kind: 'NamespaceOperand', span, name: name.text } : undefined;
}

export function bindAliasQualifiedName(node: AliasQualifiedName, scope: Scope): Operand {
  if (node.alias.text !== 'global') {
    scope.session.report('CS0432', node.alias.span, [node.alias.text]);
    return bad(node.span);
  }
  return bindTypeOrNamespace(node, scope) ?? reportUnknown(node.name, scope);
}

/** The member of the context that a name means which stands without it, maybe in another case. */
function memberOfContext(name: string, scope: Scope): string | undefined {
  const { contextType, types } = scope.session;
  if (!contextType) return undefined;
  const members = [...memberNames(contextType, types, false)];
  if (members.includes(name)) return name;
  const isLike = (each: string): boolean => each.toLowerCase() === name.toLowerCase();
  return [...scope.names()].some(isLike) ? undefined : members.find(isLike);
}

function reportUnknown({ text, span }: Identifier, scope: Scope): BoundExpression {
  const { session } = scope;
  const { contextType } = session;
  const ofContext = memberOfContext(text, scope);
  if (ofContext !== undefined) {
    session.report('CS0103', span, [text], `Did you mean 'context.${ofContext}'?`);
    return bad(span);
  }
  const candidates = [
    ...scope.names(),
    ...(contextType ? ['context'] : []),
    ...session.registry.shortNames(),
  ];
  const near = closest(text, candidates);
  const isLikeType = /^[A-Z]/.test(text);
  const hints = [
    near === undefined ? '' : `Did you mean '${near}'?`,
    isLikeType ? allowListHint : '',
  ];
  const hint = hints.filter((each) => each !== '').join(' ');
  session.report('CS0103', span, [text], hint === '' ? undefined : hint);
  return bad(span);
}
