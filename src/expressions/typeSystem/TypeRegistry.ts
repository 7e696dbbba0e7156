import type { MethodMember } from './Member.ts';
import type { NamedType, NetType } from './NetType.ts';
import type { TypeDefinition } from './TypeDefinition.ts';

/** All types that expressions know, by full name, simple name and C# keyword. */
export class TypeRegistry {
  readonly definitions: readonly TypeDefinition[];
  /**
   * By number of type parameters, then by name. Several types share a simple name when they stand in
   * different namespaces: `Extensions`.
   */
  readonly #byArity: Map<string, TypeDefinition[]>[] = [];
  readonly #namespaces = new Set<string>();
  #extensions: Map<string, MethodMember[]> | undefined;

  constructor(definitions: readonly TypeDefinition[]) {
    this.definitions = definitions;
    for (const definition of definitions) this.#enterFullName(definition);
    for (const definition of definitions) this.#enterShortNames(definition);
  }

  #enterFullName(definition: TypeDefinition): void {
    const { fullName, parameters } = definition;
    if (this.#byArity[parameters.length]?.has(fullName)) {
      throw new Error(`two types are named ${fullName}\`${parameters.length}`);
    }
    this.#add(fullName, parameters.length, definition);
    definition.enter(this);
  }

  #enterShortNames(definition: TypeDefinition): void {
    const { fullName, simpleName, namespace, parameters, declaration } = definition;
    if (declaration.keyword) this.#add(declaration.keyword, parameters.length, definition);
    // A nested type is reached through the type around it only.
    if (this.isTypeName(namespace)) return;
    if (simpleName !== fullName) this.#add(simpleName, parameters.length, definition);
    const parts = namespace.split('.');
    for (let n = 1; n <= parts.length; n++) this.#namespaces.add(parts.slice(0, n).join('.'));
  }

  #add(name: string, arity: number, definition: TypeDefinition): void {
    const byName = (this.#byArity[arity] ??= new Map<string, TypeDefinition[]>());
    const same = byName.get(name);
    if (same) same.push(definition);
    else byName.set(name, [definition]);
  }

  /** The type of a simple, full or keyword name with that many type parameters. */
  lookUp(name: string, arity = 0): TypeDefinition | undefined {
    return this.#byArity[arity]?.get(name)?.[0];
  }

  /** All types of a simple name: more than one when the name is ambiguous. */
  lookUpAll(name: string, arity = 0): readonly TypeDefinition[] {
    return this.#byArity[arity]?.get(name) ?? [];
  }

  /** Keywords and simple names of all types, for hints. */
  *shortNames(): Generator<string> {
    for (const { simpleName, declaration } of this.definitions) {
      yield simpleName;
      if (declaration.keyword) yield declaration.keyword;
    }
  }

  /** A type that must exist. Throws otherwise: that is a bug of the tables. */
  named(name: string, args: readonly NetType[] = []): NamedType {
    const definition = this.lookUp(name, args.length);
    if (!definition) throw new Error(`no type '${name}' with ${args.length} type parameters`);
    return definition.construct(args);
  }

  isNamespace(name: string): boolean {
    return this.#namespaces.has(name);
  }

  /** Whether a type of that full name exists, with any number of type parameters. */
  isTypeName(fullName: string): boolean {
    if (fullName === '') return false;
    // Arities without types are holes.
    return this.#byArity.some((byName) => byName.has(fullName));
  }

  /** Extension methods of a name, of all static classes. */
  extensionMethods(name: string): readonly MethodMember[] {
    return (this.#extensions ??= this.#collectExtensions()).get(name) ?? [];
  }

  /** Names of all extension methods, for hints. */
  extensionMethodNames(): readonly string[] {
    return [...(this.#extensions ??= this.#collectExtensions()).keys()];
  }

  #collectExtensions(): Map<string, MethodMember[]> {
    const found = new Map<string, MethodMember[]>();
    for (const definition of this.definitions) {
      for (const method of definition.extensionMethods) {
        const same = found.get(method.name);
        if (same) same.push(method);
        else found.set(method.name, [method]);
      }
    }
    return found;
  }
}
