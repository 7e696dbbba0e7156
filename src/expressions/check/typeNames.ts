/** What the names of types mean: C# 7.3 §namespace and type names. */
import type { Span } from '../../lib/source/SourceText.ts';
import { closest } from '../../lib/source/closest.ts';
import type {
  NamePart,
  NamedType as NamedTypeSyntax,
  TupleType,
  TypeSyntax,
} from '../syntax/ast.ts';
import { wordHint } from '../syntax/hints.ts';
import { isNonNullableValueType, isReferenceType, isVoid } from '../typeSystem/kinds.ts';
import { errorType, voidType } from '../typeSystem/NetType.ts';
import type { NetType } from '../typeSystem/NetType.ts';
import type { TypeDefinition } from '../typeSystem/TypeDefinition.ts';
import { brokenConstraint } from './constraints.ts';
import { displayType } from './displayType.ts';
import type { Scope } from './Scope.ts';

export const allowListHint =
  'Policy expressions know only the .NET types that API Management allows.';

/** The type that `typeof` names, which may leave its type arguments open: `List<>`. */
export function bindOpenType(node: TypeSyntax, scope: Scope): NetType {
  return node.kind === 'NamedType' ? bindNamed(node, scope, true) : bindType(node, scope);
}

/** The type that a text names; errorType after a report. */
export function bindType(node: TypeSyntax, scope: Scope): NetType {
  switch (node.kind) {
    case 'PredefinedType':
      if (node.name === 'void') return voidType;
      return scope.session.registry.named(node.name);
    case 'ArrayType':
      return notVoid(bindType(node.element, scope), node.span, scope).arrayOf(node.rank);
    case 'NullableType':
      return bindNullable(bindType(node.element, scope), node.span, scope);
    case 'TupleType':
      return bindTupleType(node, scope);
    case 'NamedType':
      return bindNamed(node, scope);
  }
}

/** A type of values: `void` is reported. */
export function bindValueType(node: TypeSyntax, scope: Scope): NetType {
  return notVoid(bindType(node, scope), node.span, scope);
}

function notVoid(type: NetType, span: Span, { session }: Scope): NetType {
  if (!isVoid(type)) return type;
  session.report('CS1547', span);
  return errorType;
}

function bindNullable(element: NetType, span: Span, { session }: Scope): NetType {
  if (element === errorType) return errorType;
  if (isNonNullableValueType(element)) return session.types.nullable(element);
  const name = displayType(element);
  if (isReferenceType(element)) {
    const hint = `'${name}' can be null without '?'.`;
    session.report('CS8370', span, [`'${name}?'`, '8'], hint);
  } else session.report('CS0453', span, [name, 'T', 'Nullable<T>']);
  return errorType;
}

function bindTupleType(node: TupleType, scope: Scope): NetType {
  const elements = node.elements.map(({ type }) => bindValueType(type, scope));
  const names = node.elements.map(({ name }) => name?.text);
  checkTupleNames(
    node.elements.map(({ name, span }) => ({ name: name?.text, span: name?.span ?? span })),
    scope,
  );
  if (elements.includes(errorType)) return errorType;
  return scope.session.types.tuple(elements, names) ?? errorType;
}

/** Reports names of tuple elements that are taken twice or have a meaning of their own. */
export function checkTupleNames(
  elements: readonly { readonly name: string | undefined; readonly span: Span }[],
  { session }: Scope,
): void {
  const seen = new Set<string>();
  for (const [index, { name, span }] of elements.entries()) {
    if (name === undefined) continue;
    const position = /^Item([1-9]\d*)$/.exec(name)?.[1];
    if (position !== undefined && Number(position) !== index + 1) {
      session.report('CS8125', span, [name, position]);
    } else if (reservedNames.has(name)) {
      session.report('CS8126', span, [name]);
    } else if (seen.has(name)) session.report('CS8127', span, [name]);
    seen.add(name);
  }
}

const reservedNames = new Set([
  'CompareTo',
  'Deconstruct',
  'Equals',
  'GetHashCode',
  'Rest',
  'ToString',
]);

function bindNamed(node: NamedTypeSyntax, scope: Scope, mayBeOpen = false): NetType {
  const [first] = node.parts;
  if (!first || node.parts.some(({ name }) => name.text === '')) return errorType;
  if (node.alias && node.alias.text !== 'global') {
    scope.session.report('CS0432', node.alias.span, [node.alias.text]);
    return errorType;
  }
  if (node.parts.length === 1 && !node.alias) {
    const entry = scope.find(first.name.text);
    if (typeof entry === 'object' && entry.kind === 'typeParameter') return entry.parameter;
  }
  const type = bindParts(node, scope, mayBeOpen);
  scope.session.observer?.typeName?.(node.span, type, (node.parts.at(-1) ?? first).name);
  return type;
}

/** The longest start of the name that is a namespace, then a type, then types nested in it. */
function bindParts({ parts }: NamedTypeSyntax, scope: Scope, mayBeOpen: boolean): NetType {
  const { registry } = scope.session;
  let namespace = '';
  let found: TypeDefinition | undefined;
  let args: NetType[] = [];
  for (const part of parts) {
    const qualified = qualify(found?.fullName ?? namespace, part.name.text);
    // A nested type has the type parameters of the type around it as well.
    const arity = args.length + arityOf(part);
    const definition = lookUpPart(qualified, arity, part, scope);
    if (definition === 'ambiguous') return errorType;
    if (definition) {
      found = definition;
      args = [...args, ...part.typeArguments.map((type) => bindValueType(type, scope))];
      if (!checkArguments(definition, args, part, scope)) return errorType;
    } else if (!found && registry.isNamespace(qualified)) {
      namespace = qualified;
    } else {
      reportMissing(part, { name: found?.fullName ?? namespace, type: found }, args.length, scope);
      return errorType;
    }
  }
  const last = parts.at(-1)!;
  if (!found) {
    scope.session.report('CS0118', last.span, [namespace, 'namespace', 'type']);
    return errorType;
  }
  if (args.includes(errorType)) return errorType;
  if (last.openArity !== undefined && !mayBeOpen) {
    scope.session.report('CS7003', last.span, [last.name.text]);
    return errorType;
  }
  return found.construct(last.openArity === undefined ? args : found.parameters);
}

function qualify(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}.${name}`;
}

function arityOf({ typeArguments, openArity }: NamePart): number {
  return openArity ?? typeArguments.length;
}

function lookUpPart(
  qualified: string,
  arity: number,
  { name }: NamePart,
  { session }: Scope,
): TypeDefinition | 'ambiguous' | undefined {
  const [first, second] = session.registry.lookUpAll(qualified, arity);
  if (!first || !second) return first;
  session.report('CS0104', name.span, [name.text, first.fullName, second.fullName]);
  return 'ambiguous';
}

/** Reports type arguments that break the constraints of the type; false then. */
export function checkArguments(
  definition: TypeDefinition,
  args: readonly NetType[],
  { span }: { readonly span: Span },
  { session }: Scope,
): boolean {
  let isSound = true;
  const map = new Map(definition.parameters.map((parameter, i) => [parameter, args[i]!]));
  for (const parameter of definition.parameters) {
    const broken = brokenConstraint(parameter, map);
    if (broken) session.report(broken.code, span, [...broken.details, definition.simpleName]);
    if (broken) isSound = false;
  }
  return isSound;
}

/** The namespace or type in front of the dot. */
interface Container {
  readonly name: string;
  readonly type: TypeDefinition | undefined;
}

/** `outerArity` is the number of type arguments in front of the dot. */
function reportMissing(
  part: NamePart,
  container: Container,
  outerArity: number,
  scope: Scope,
): void {
  const { session } = scope;
  const name = part.name.text;
  const otherArity = [0, 1, 2, 3, 4].find((arity) =>
    session.registry.lookUp(qualify(container.name, name), outerArity + arity),
  );
  if (otherArity !== undefined && arityOf(part) === 0) {
    session.report('CS0305', part.span, [name, otherArity, 'type']);
  } else if (otherArity === 0) {
    session.report('CS0308', part.span, [name, 'type']);
  } else if (otherArity !== undefined) {
    session.report('CS0305', part.span, [name, otherArity, 'type']);
  } else if (container.name !== '') {
    const code = container.type ? 'CS0426' : 'CS0234';
    session.report(code, part.name.span, [name, container.name], typeHint(name, scope));
  } else if (name === 'var') {
    session.report('CS0825', part.name.span);
  } else {
    session.report('CS0246', part.name.span, [name], typeHint(name, scope));
  }
}

/** What to do about an unknown type. */
export function typeHint(name: string, { session }: Scope): string {
  const word = wordHint(name);
  if (word !== undefined) return word;
  const near = closest(name, session.registry.shortNames());
  return near === undefined ? allowListHint : `Did you mean '${near}'? ${allowListHint}`;
}
