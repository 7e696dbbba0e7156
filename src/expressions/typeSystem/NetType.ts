import type { TypeDefinition } from './TypeDefinition.ts';

/** A type of the expression language. Types are interned: equal types are the same object. */
export type NetType = NamedType | ArrayType | TypeParameter | SpecialType;

/** Names that a tuple type gives its elements; only the checker knows them (C# 7.3 §tuple types). */
export type TupleNames = readonly (string | undefined)[];

/** A declared type, with its type arguments when it is generic: `string`, `List<int>`. */
export class NamedType {
  readonly kind = 'named';
  readonly definition: TypeDefinition;
  readonly args: readonly NetType[];
  /** Of a tuple type with named elements. Values never carry such a type: see `withoutNames`. */
  readonly names: TupleNames | undefined;
  #array: Map<number, ArrayType> | undefined;
  #text: string | undefined;

  /** Only `TypeDefinition.construct` calls this, so that types stay interned. */
  constructor(definition: TypeDefinition, args: readonly NetType[], names?: TupleNames) {
    this.definition = definition;
    this.args = args;
    this.names = names;
  }

  arrayOf(rank = 1): ArrayType {
    return internArray((this.#array ??= new Map()), this, rank);
  }

  /** As `Type.ToString()` prints it: `` System.Collections.Generic.List`1[System.Int32] ``. */
  toString(): string {
    return (this.#text ??= this.#print());
  }

  #print(): string {
    const { fullName, outerNamespace } = this.definition;
    const prefix = outerNamespace === '' ? '' : `${outerNamespace}.`;
    const [outer = '', ...nested] = fullName.slice(prefix.length).split('.');
    if (this.args.length === 0) return `${prefix}${[outer, ...nested].join('+')}`;
    // Of types within others the outermost one is what is generic.
    const generic = `${outer}\`${this.args.length}`;
    return `${prefix}${[generic, ...nested].join('+')}[${this.args.join(',')}]`;
  }
}

/** `T[]`, `T[,]`. */
export class ArrayType {
  readonly kind = 'array';
  readonly element: NetType;
  readonly rank: number;
  #array: Map<number, ArrayType> | undefined;

  constructor(element: NetType, rank: number) {
    this.element = element;
    this.rank = rank;
  }

  arrayOf(rank = 1): ArrayType {
    return internArray((this.#array ??= new Map()), this, rank);
  }

  toString(): string {
    return `${this.element.toString()}[${','.repeat(this.rank - 1)}]`;
  }
}

/** What `where` demands of a type argument. */
export interface Constraints {
  readonly isClass: boolean;
  readonly isStruct: boolean;
  readonly hasNew: boolean;
  readonly types: readonly NetType[];
}

/** A type parameter of a generic type or method; its identity is the object. */
export class TypeParameter {
  readonly kind = 'parameter';
  readonly name: string;
  /** Set after construction, because constraints may name the parameter itself. */
  constraints: Constraints | undefined;
  #array: Map<number, ArrayType> | undefined;

  constructor(name: string) {
    this.name = name;
  }

  arrayOf(rank = 1): ArrayType {
    return internArray((this.#array ??= new Map()), this, rank);
  }

  toString(): string {
    return this.name;
  }
}

/** The types that have no declaration: of `null`, of a call without result, of what is wrong. */
export class SpecialType {
  readonly kind = 'special';
  readonly name: 'null' | 'void' | 'error';

  constructor(name: 'null' | 'void' | 'error') {
    this.name = name;
  }

  arrayOf(): NetType {
    return this;
  }

  toString(): string {
    return this.name === 'void' ? 'System.Void' : `<${this.name}>`;
  }
}

export const nullType = new SpecialType('null');
export const voidType = new SpecialType('void');
/** Agrees with every type, so that one mistake is reported once and checking goes on. */
export const errorType = new SpecialType('error');

function internArray(arrays: Map<number, ArrayType>, element: NetType, rank: number): ArrayType {
  let array = arrays.get(rank);
  if (!array) arrays.set(rank, (array = new ArrayType(element, rank)));
  return array;
}

/** Replaces type parameters by their arguments. */
export function substitute(type: NetType, args: ReadonlyMap<TypeParameter, NetType>): NetType {
  switch (type.kind) {
    case 'parameter':
      return args.get(type) ?? type;
    case 'array':
      return substitute(type.element, args).arrayOf(type.rank);
    case 'named':
      if (type.args.length === 0) return type;
      return type.definition.construct(
        type.args.map((arg) => substitute(arg, args)),
        type.names,
      );
    default:
      return type;
  }
}

/** The same type as values carry it: names of tuple elements forgotten, at any depth. */
export function withoutNames(type: NetType): NetType {
  if (type.kind === 'array') return withoutNames(type.element).arrayOf(type.rank);
  if (type.kind !== 'named' || type.args.length === 0) return type;
  return type.definition.construct(type.args.map(withoutNames));
}

/** Whether two types are the same but for names of tuple elements (C# 7.3: identity conversion). */
export function isSameType(one: NetType, other: NetType): boolean {
  return one === other || withoutNames(one) === withoutNames(other);
}
