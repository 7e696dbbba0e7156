import type { NamedType, NetType } from './NetType.ts';
import type { TypeDefinition } from './TypeDefinition.ts';

/** All types that expressions know, by full name, simple name and C# keyword. */
export class TypeRegistry {
  readonly definitions: readonly TypeDefinition[];
  readonly #byName = new Map<string, TypeDefinition>();
  readonly #namespaces = new Set<string>();

  constructor(definitions: readonly TypeDefinition[]) {
    this.definitions = definitions;
    for (const definition of definitions) this.#enter(definition);
  }

  #enter(definition: TypeDefinition): void {
    const { fullName, simpleName, namespace, parameters, declaration } = definition;
    const names = [fullName, simpleName];
    if (declaration.keyword) names.push(declaration.keyword);
    for (const name of new Set(names)) {
      const key = `${name}\`${parameters.length}`;
      if (this.#byName.has(key)) throw new Error(`two types are named ${key}`);
      this.#byName.set(key, definition);
    }
    const parts = namespace.split('.');
    for (let n = 1; n <= parts.length; n++) this.#namespaces.add(parts.slice(0, n).join('.'));
    definition.enter(this);
  }

  /** The type of a simple, full or keyword name with that many type parameters. */
  lookUp(name: string, arity = 0): TypeDefinition | undefined {
    return this.#byName.get(`${name}\`${arity}`);
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
}
