/** `(a, b) = value`, `var (x, y) = value`: C# 7.3 §deconstruction. */
import type { Span } from '../../lib/source/SourceText.ts';
import type { Designation, Expression } from '../syntax/ast.ts';
import { isTuple, isVoid } from '../typeSystem/kinds.ts';
import { errorType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import { argumentOf } from './arguments.ts';
import type {
  BoundExpression,
  BoundTarget,
  DeconstructInto,
  DeconstructItem,
  Variable,
} from './bound.ts';
import { callGroup } from './calls.ts';
import { convert } from './convert.ts';
import { displayType } from './displayType.ts';
import { bindExpression } from './expressions.ts';
import { findExtensions, findMembers } from './members.ts';
import { bad, naturalType } from './operands.ts';
import type { MethodGroup, Operand } from './operands.ts';
import type { Scope } from './Scope.ts';
import { checkTarget } from './targets.ts';
import { bindValueType } from './typeNames.ts';
import { toValue } from './values.ts';

/** Where the parts go, before the types of the parts are known. */
type Into =
  | { readonly kind: 'target'; readonly target: BoundTarget; readonly span: Span }
  | {
      readonly kind: 'declare';
      readonly name: string;
      readonly type: NetType | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'discard'; readonly type: NetType | undefined; readonly span: Span }
  | { readonly kind: 'parts'; readonly parts: readonly Into[]; readonly span: Span }
  | { readonly kind: 'bad'; readonly span: Span };

export function bindDeconstruction(
  targetNode: Expression,
  valueNode: Expression,
  span: Span,
  scope: Scope,
): BoundExpression {
  const into = bindInto(targetNode, scope);
  const operand = bindExpression(valueNode, scope);
  const value = typedValue(operand, into, scope);
  const parts = takeApart(value.type, into, 'local', scope);
  if (!parts || value.type === errorType) return bad(span);
  return { kind: 'Deconstruct', type: value.type, span, value, parts };
}

/** What a foreach loop declares or assigns in each round. */
export function bindForEachTarget(
  node: Expression,
  element: NetType,
  scope: Scope,
): DeconstructInto | undefined {
  return takeApart(element, bindInto(node, scope), 'foreach', scope);
}

function bindInto(node: Expression, scope: Scope): Into {
  const { span } = node;
  switch (node.kind) {
    case 'Tuple':
      return {
        kind: 'parts',
        span,
        parts: node.elements.map(({ value }) => bindInto(value, scope)),
      };
    case 'DeclarationExpression': {
      const type = node.type.kind === 'VarType' ? undefined : bindValueType(node.type, scope);
      return designated(node.designation, type);
    }
    case 'Parenthesized':
      return bindInto(node.expression, scope);
    default:
      return bindTarget(bindExpression(node, scope), scope);
  }
}

function bindTarget(operand: Operand, scope: Scope): Into {
  const { span } = operand;
  if (operand.kind === 'Discard') return { kind: 'discard', type: undefined, span };
  const target = checkTarget(toValue(operand, scope), 'assign', scope);
  return target ? { kind: 'target', target, span } : { kind: 'bad', span };
}

function designated(node: Designation, type: NetType | undefined): Into {
  const { span } = node;
  switch (node.kind) {
    case 'SingleDesignation':
      return { kind: 'declare', name: node.name.text, type, span: node.name.span };
    case 'DiscardDesignation':
      return { kind: 'discard', type, span };
    case 'TupleDesignation':
      return { kind: 'parts', span, parts: node.elements.map((each) => designated(each, type)) };
  }
}

/** A tuple literal takes the types of the targets, so that `(int? a, b) = (null, 1)` works. */
function typedValue(operand: Operand, into: Into, scope: Scope): BoundExpression {
  const { types } = scope.session;
  if (naturalType(operand, types) || operand.kind !== 'TupleLiteral' || into.kind !== 'parts') {
    return toValue(operand, scope);
  }
  if (into.parts.length !== operand.items.length) return toValue(operand, scope);
  const wanted = operand.items.map(
    (item, i) => naturalType(item, types) ?? typeOfInto(into.parts[i]!),
  );
  const known = wanted.filter((type) => type !== undefined);
  const tuple = known.length === wanted.length ? types.tuple(known) : undefined;
  if (tuple) return convert(operand, tuple, scope);
  for (const [i, part] of into.parts.entries()) {
    if (wanted[i] || part.kind !== 'declare') continue;
    scope.session.report('CS8130', part.span, [part.name]);
  }
  return bad(operand.span);
}

function typeOfInto(into: Into): NetType | undefined {
  if (into.kind === 'target') return into.target.type;
  return into.kind === 'declare' || into.kind === 'discard' ? into.type : undefined;
}

/** How a value of a type goes into its targets; undefined after a report. */
function takeApart(
  type: NetType,
  into: Into,
  kind: 'local' | 'foreach',
  scope: Scope,
): DeconstructInto | undefined {
  if (into.kind !== 'parts') return undefined;
  const { span, parts } = into;
  const source = scope.temporary(type, span);
  const local: BoundExpression = { kind: 'Local', type, span, variable: source };
  const items = readItems(type, local, parts.length, span, scope);
  if (!items) {
    declareAll(into, kind, scope);
    return undefined;
  }
  const stored = parts.map((part, i) => storeItem(items.values[i]!, part, kind, scope));
  const known = stored.filter((each) => each !== undefined);
  if (known.length < stored.length) return undefined;
  return { source, prepare: items.prepare, items: known };
}

interface ReadItems {
  readonly prepare: BoundExpression | undefined;
  readonly values: readonly BoundExpression[];
}

function readItems(
  type: NetType,
  local: BoundExpression,
  count: number,
  span: Span,
  scope: Scope,
): ReadItems | undefined {
  const { session } = scope;
  if (type === errorType) return undefined;
  if (isVoid(type) || type.kind === 'special') {
    session.report('CS8131', span);
    return undefined;
  }
  if (!isTuple(type)) return callDeconstruct(type, local, count, span, scope);
  if (type.args.length !== count) {
    session.report('CS8132', span, [type.args.length, count]);
    return undefined;
  }
  const values = type.args.map((item, index): BoundExpression => ({
    kind: 'TupleItem',
    type: item,
    span,
    tuple: local,
    index,
  }));
  return { prepare: undefined, values };
}

/** By a `Deconstruct` method, own or extension, with as many out parameters. */
function callDeconstruct(
  type: NetType,
  local: BoundExpression,
  count: number,
  span: Span,
  scope: Scope,
): ReadItems | undefined {
  const { session } = scope;
  const name = 'Deconstruct';
  const found = findMembers(type, name, session.types);
  const own = found.kind === 'methods' ? found.methods : [];
  const group: MethodGroup = {
    kind: 'MethodGroup',
    span,
    whole: span,
    name,
    methods: own.filter(({ member }) => member.parameters.length === count),
    local: undefined,
    receiver: local,
    receiverType: undefined,
    typeArguments: [],
    scope,
  };
  const hasExtension = findExtensions(name, session.types).length > 0;
  const variables: Variable[] = [];
  const { result: call, diagnostics } = session.capture(() => {
    if (group.methods.length === 0 && !hasExtension) return bad(span);
    const args = Array.from({ length: count }, () => outPlaceholder(span));
    return callGroup(
      group,
      args.map((each) => argumentOf(each, 'out')),
      span,
      scope,
    );
  });
  if (diagnostics.length > 0 || call.kind !== 'Call') {
    session.report('CS8129', span, [displayType(type), count]);
    return undefined;
  }
  const args = call.args.map((arg) => {
    if (arg.kind !== 'Ref') return arg;
    const variable = scope.temporary(arg.type, span);
    variables.push(variable);
    const target: BoundTarget = { kind: 'Local', type: arg.type, span, variable };
    return { ...arg, target };
  });
  const values = variables.map((variable): BoundExpression => ({
    kind: 'Local',
    type: variable.type,
    span,
    variable,
  }));
  return { prepare: { ...call, args }, values };
}

/** `out _`, whose type the method decides. */
function outPlaceholder(span: Span): Operand {
  return { kind: 'Discard', span };
}

function storeItem(
  value: BoundExpression,
  into: Into,
  kind: 'local' | 'foreach',
  scope: Scope,
): DeconstructItem | undefined {
  switch (into.kind) {
    case 'parts': {
      const parts = takeApart(value.type, into, kind, scope);
      return parts && { value, into: parts };
    }
    case 'discard':
      return { value: into.type ? convert(value, into.type, scope) : value, into: undefined };
    case 'target':
      return { value: convert(value, into.target.type, scope, into.span), into: into.target };
    case 'declare': {
      const type = into.type ?? value.type;
      const converted = into.type ? convert(value, into.type, scope, into.span) : value;
      const variable = scope.declare(into.name, type, kind, into.span);
      if (kind === 'foreach') scope.locals.push(variable);
      return { value: converted, into: { kind: 'Local', type, span: into.span, variable } };
    }
    case 'bad':
      return undefined;
  }
}

/** After a report the variables exist all the same. */
function declareAll(into: Into, kind: 'local' | 'foreach', scope: Scope): void {
  if (into.kind === 'parts') for (const part of into.parts) declareAll(part, kind, scope);
  if (into.kind === 'declare') scope.declare(into.name, into.type ?? errorType, kind, into.span);
}
