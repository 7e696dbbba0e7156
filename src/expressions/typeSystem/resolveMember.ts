import type { MemberDeclaration } from '../declare/MemberDeclaration.ts';
import type { ConstraintText, ParameterText, SignatureText } from '../declare/readSignature.ts';
import { readLiteral } from '../declare/readLiteral.ts';
import { TypeParameter, voidType } from './NetType.ts';
import type { NetType } from './NetType.ts';
import type { Implementation, Member, Parameter, PropertyMember } from './Member.ts';
import { resolveType } from './resolveType.ts';
import type { TypeDefinition } from './TypeDefinition.ts';

/** Turns a declaration with its signature read into a member with its types resolved. */
export function resolveMember(
  declaration: MemberDeclaration,
  text: SignatureText,
  owner: TypeDefinition,
): Member {
  const typeParameters = text.typeParameters.map((name) => new TypeParameter(name));
  const scope = [...typeParameters, ...owner.parameters];
  for (const constraint of text.constraints ?? []) constrain(constraint, owner, scope);
  const parameters = text.parameters.map((parameter) => resolveParameter(parameter, owner, scope));
  const result = text.type ? resolveType(text.type, owner.registry, scope) : voidType;
  const base = { owner, name: text.name, isStatic: text.isStatic, declaration };
  switch (text.kind) {
    case 'method':
      return {
        ...base,
        kind: 'method',
        isExtension: parameters[0]?.passing === 'this',
        typeParameters,
        parameters,
        returns: result,
        implementation: asFunction(declaration),
      };
    case 'constructor':
      return {
        ...base,
        kind: 'constructor',
        isStatic: true,
        parameters,
        implementation: asFunction(declaration),
      };
    case 'operator':
      return {
        ...base,
        kind: 'operator',
        operator: text.name,
        parameters,
        returns: result,
        implementation: asFunction(declaration),
      };
    case 'conversion':
      return {
        ...base,
        kind: 'conversion',
        isImplicit: text.isImplicit,
        from: parameters[0]!.type,
        to: result,
        parameters,
        implementation: asFunction(declaration),
      };
    case 'field':
      return {
        ...base,
        kind: 'property',
        type: result,
        parameters: [],
        ...fieldOf(declaration, text, result),
      };
    default:
      return { ...base, kind: 'property', type: result, parameters, ...accessorsOf(declaration) };
  }
}

function constrain(
  { parameter, isClass, isStruct, hasNew, types: texts }: ConstraintText,
  owner: TypeDefinition,
  scope: readonly TypeParameter[],
): void {
  const types = texts.map((type) => resolveType(type, owner.registry, scope));
  const constrained = scope.find(({ name }) => name === parameter);
  if (!constrained) throw new Error(`'where ${parameter}' names no type parameter`);
  constrained.constraints = { isClass, isStruct, hasNew, types };
}

function resolveParameter(
  text: ParameterText,
  owner: TypeDefinition,
  scope: readonly TypeParameter[],
): Parameter {
  const type = resolveType(text.type, owner.registry, scope);
  return {
    name: text.name,
    type,
    passing: text.passing,
    acceptsNull: text.type.nullable,
    defaultValue:
      text.defaultText === undefined ? undefined : { value: readLiteral(text.defaultText, type) },
  };
}

/** A `const` is a value; a `static readonly` field or public field is read through a function. */
function fieldOf(
  { implementation, signature }: MemberDeclaration,
  text: SignatureText,
  type: NetType,
): Pick<PropertyMember, 'get' | 'set' | 'constant' | 'field'> {
  if (text.constantText !== undefined) {
    return { field: 'const', constant: { value: readLiteral(text.constantText, type) } };
  }
  if (isAccessors(implementation)) return implementation;
  const field = signature.startsWith('const ') ? 'const' : 'readonly';
  if (typeof implementation === 'function') return { field, get: implementation as Implementation };
  return { field, constant: { value: implementation } };
}

function accessorsOf({
  implementation,
  signature,
}: MemberDeclaration): Pick<PropertyMember, 'get' | 'set'> {
  if (isAccessors(implementation)) return implementation;
  if (typeof implementation === 'function') return { get: implementation as Implementation };
  throw new Error(`'${signature}' has no accessor`);
}

function isAccessors(value: unknown): value is { get: Implementation; set: Implementation } {
  return typeof value === 'object' && value !== null && 'get' in value && 'set' in value;
}

function asFunction({ implementation, signature }: MemberDeclaration): Implementation {
  if (typeof implementation === 'function') return implementation as Implementation;
  throw new Error(`'${signature}' has no implementation`);
}
