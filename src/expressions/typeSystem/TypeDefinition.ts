import type { TypeDeclaration } from '../declare/defineType.ts';
import type { AnonymousObject } from '../runtime/AnonymousObject.ts';
import { readSignature, readType } from '../declare/readSignature.ts';
import { NamedType, TypeParameter } from './NetType.ts';
import type { Constraints, NetType, TupleNames } from './NetType.ts';
import type {
  ConstructorMember,
  ConversionMember,
  Member,
  MethodMember,
  OperatorMember,
  PropertyMember,
} from './Member.ts';
import { resolveMember } from './resolveMember.ts';
import type { TypeRegistry } from './TypeRegistry.ts';
import { resolveType } from './resolveType.ts';

export type TypeKind = 'class' | 'struct' | 'interface' | 'enum' | 'delegate';

export type Variance = 'in' | 'out' | 'none';

/** How values of a type are kept where their type is statically known. */
export type Representation = 'number' | 'bigint' | 'boolean' | 'string' | 'object';

const representations: Readonly<Record<string, Representation>> = {
  'System.Boolean': 'boolean',
  'System.Byte': 'number',
  'System.Char': 'number',
  'System.Double': 'number',
  'System.Int16': 'number',
  'System.Int32': 'number',
  'System.Int64': 'bigint',
  'System.SByte': 'number',
  'System.Single': 'number',
  'System.String': 'string',
  'System.UInt16': 'number',
  'System.UInt32': 'number',
  'System.UInt64': 'bigint',
};

const valueTypes: Constraints = { isClass: false, isStruct: true, hasNew: false, types: [] };

const definitionsByConstructor = new Map<unknown, TypeDefinition>();

/** The definition whose `represents` is this JavaScript constructor. */
export function definitionOfConstructor(constructor: unknown): TypeDefinition | undefined {
  return definitionsByConstructor.get(constructor);
}

/** A declared type. Its members are resolved on first use, so declarations may refer to each other. */
export class TypeDefinition {
  readonly declaration: TypeDeclaration;
  readonly namespace: string;
  readonly simpleName: string;
  readonly fullName: string;
  readonly kind: TypeKind;
  readonly representation: Representation;
  readonly parameters: readonly TypeParameter[];
  /** How the type varies with each parameter; written as C# does: `IEnumerable<out T>`. */
  readonly variance: readonly Variance[];
  readonly #constructed: NamedType[] = [];
  #plain: NamedType | undefined;
  #registry: TypeRegistry | undefined;
  #members: readonly Member[] | undefined;
  #byName: Map<string, Member[]> | undefined;
  #invoke: MethodMember | undefined;
  #base: NamedType | null | undefined;
  #interfaces: readonly NamedType[] | undefined;

  constructor(declaration: TypeDeclaration) {
    this.declaration = declaration;
    const [qualified, parameters] = splitName(declaration.name);
    const dot = qualified.lastIndexOf('.');
    this.namespace = qualified.slice(0, Math.max(dot, 0));
    this.simpleName = qualified.slice(dot + 1);
    this.fullName = qualified;
    this.kind = declaration.kind;
    this.parameters = parameters.map((text) => new TypeParameter(text.replace(/^(in|out) /, '')));
    if (declaration.where === 'struct')
      for (const each of this.parameters) each.constraints = valueTypes;
    this.variance = parameters.map(varianceOf);
    this.representation =
      declaration.kind === 'enum' ? 'number' : (representations[qualified] ?? 'object');
    for (const constructor of representedBy(declaration)) {
      definitionsByConstructor.set(constructor, this);
    }
  }

  /** The namespace; of a type within another one, that of the outermost. */
  get outerNamespace(): string {
    let { namespace } = this;
    while (this.#registry?.isTypeName(namespace)) {
      namespace = namespace.slice(0, Math.max(namespace.lastIndexOf('.'), 0));
    }
    return namespace;
  }

  get isValueType(): boolean {
    return this.kind === 'struct' || this.kind === 'enum';
  }

  get registry(): TypeRegistry {
    if (!this.#registry) throw new Error(`${this.fullName} is in no registry`);
    return this.#registry;
  }

  /** Called once, by the registry that takes the type in. */
  enter(registry: TypeRegistry): void {
    this.#registry = registry;
  }

  /** The type with these arguments; the same arguments (and tuple names) give the same object. */
  construct(args: readonly NetType[] = [], names?: TupleNames): NamedType {
    if (args.length === 0) return (this.#plain ??= new NamedType(this, args));
    const known = this.#find(args, names);
    if (known) return known;
    const type = new NamedType(this, args, names);
    this.#constructed.push(type);
    return type;
  }

  #find(args: readonly NetType[], names: TupleNames | undefined): NamedType | undefined {
    for (const type of this.#constructed) {
      if (hasSameItems(type.args, args) && hasSameItems(type.names ?? [], names ?? [])) return type;
    }
    return undefined;
  }

  /** The type as its own declaration sees it: `List<T>`. */
  get self(): NamedType {
    return this.construct(this.parameters);
  }

  /** In terms of `parameters`; undefined of `object` and of interfaces. */
  get base(): NamedType | undefined {
    if (this.#base === undefined) this.#base = this.#resolveBase() ?? null;
    return this.#base ?? undefined;
  }

  #resolveBase(): NamedType | undefined {
    const { base } = this.declaration;
    if (base) return asNamed(this.#resolve(base));
    if (this.kind === 'interface' || this.fullName === 'System.Object') return undefined;
    return this.registry.named(this.#implicitBase());
  }

  #implicitBase(): string {
    if (this.kind === 'struct') return 'System.ValueType';
    if (this.kind === 'enum')
      return this.registry.lookUp('System.Enum') ? 'System.Enum' : 'System.ValueType';
    return 'System.Object';
  }

  /** Directly implemented interfaces, in terms of `parameters`. */
  get interfaces(): readonly NamedType[] {
    return (this.#interfaces ??= (this.declaration.implements ?? []).map((text) =>
      asNamed(this.#resolve(text)),
    ));
  }

  #resolve(text: string): NetType {
    return resolveType(readType(text), this.registry, this.parameters);
  }

  /** Members declared here, not inherited ones. */
  get members(): readonly Member[] {
    return (this.#members ??= [...this.#anonymousMembers(), ...this.#declaredMembers()]);
  }

  #declaredMembers(): readonly Member[] {
    return (this.declaration.members ?? []).map((member) =>
      resolveMember(member, readSignature(member.signature), this),
    );
  }

  #anonymousMembers(): readonly Member[] {
    return (this.declaration.anonymous ?? []).map((name, i) => ({
      kind: 'property',
      owner: this,
      name,
      isStatic: false,
      declaration: { signature: name, implementation: undefined, examples: [] },
      type: this.parameters[i]!,
      parameters: [],
      get: ({ items }: AnonymousObject) => items[i],
    }));
  }

  /** What a delegate does when called: its `Invoke`. */
  get invoke(): MethodMember | undefined {
    const { invoke } = this.declaration;
    if (invoke === undefined) return undefined;
    return (this.#invoke ??= resolveInvoke(invoke, this));
  }

  /** Methods and properties of a name declared here. */
  membersNamed(name: string): readonly Member[] {
    if (!this.#byName) {
      this.#byName = new Map();
      for (const member of this.members) {
        if (member.kind !== 'method' && member.kind !== 'property') continue;
        const same = this.#byName.get(member.name);
        if (same) same.push(member);
        else this.#byName.set(member.name, [member]);
      }
    }
    return this.#byName.get(name) ?? [];
  }

  get constructors(): readonly ConstructorMember[] {
    return this.members.filter((member) => member.kind === 'constructor');
  }

  get indexers(): readonly PropertyMember[] {
    return this.members.filter((member) => member.kind === 'property').filter(isIndexer);
  }

  get operators(): readonly OperatorMember[] {
    return this.members.filter((member) => member.kind === 'operator');
  }

  get conversions(): readonly ConversionMember[] {
    return this.members.filter((member) => member.kind === 'conversion');
  }

  get extensionMethods(): readonly MethodMember[] {
    return this.members.filter((member) => member.kind === 'method').filter((m) => m.isExtension);
  }

  toString(): string {
    return this.fullName;
  }
}

/** One JavaScript class may stand for a type; a list when several internal classes do. */
function representedBy({ represents }: TypeDeclaration): readonly unknown[] {
  if (represents === undefined) return [];
  return Array.isArray(represents) ? represents : [represents];
}

function resolveInvoke(signature: string, owner: TypeDefinition): MethodMember {
  const implementation = (self: (...args: unknown[]) => unknown, ...args: unknown[]): unknown =>
    self(...args.slice(0, -2));
  const declaration = { signature, implementation, examples: [] };
  const member = resolveMember(declaration, readSignature(signature), owner);
  if (member.kind !== 'method') throw new Error(`'${signature}' is no method`);
  return member;
}

function hasSameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}

function isIndexer(member: PropertyMember): boolean {
  return member.parameters.length > 0;
}

function asNamed(type: NetType): NamedType {
  if (type instanceof NamedType) return type;
  throw new Error(`'${type.toString()}' cannot be a base class or interface`);
}

function varianceOf(parameter: string): Variance {
  if (parameter.startsWith('out ')) return 'out';
  return parameter.startsWith('in ') ? 'in' : 'none';
}

/** `A.B<T, U>` → [`A.B`, [`T`, `U`]]. */
function splitName(name: string): [string, string[]] {
  // A name of the compiler's own starts with an angle bracket.
  const angle = name.indexOf('<', 1);
  if (angle < 0) return [name, []];
  const inner = name.slice(angle + 1, -1).split(',');
  return [name.slice(0, angle), inner.map((part) => part.trim())];
}
