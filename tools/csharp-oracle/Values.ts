import {
  isDelegate,
  isEnum,
  isNamed,
  isNullable,
  isTuple,
} from '../../src/expressions/typeSystem/kinds.ts';
import { substitute } from '../../src/expressions/typeSystem/NetType.ts';
import type { NamedType, NetType } from '../../src/expressions/typeSystem/NetType.ts';
import { argumentsOf } from '../../src/expressions/typeSystem/hierarchy.ts';
import { edgeValues } from './edgeValues.ts';
import type { Random } from './Random.ts';
import { typeText } from './typeText.ts';
import { Unmakeable } from './Unmakeable.ts';

/** Makes an expression of a type; the names of lambda parameters that are in scope count. */
type Make = (type: NetType, depth: number) => string;

/** How collections are written: `{0}` is the type argument, `{items}` the elements. */
const collections: Readonly<Record<string, string>> = {
  'System.Collections.Generic.IEnumerable': 'new {0}[] {items}',
  'System.Collections.Generic.IReadOnlyList': 'new {0}[] {items}',
  'System.Collections.Generic.IReadOnlyCollection': 'new List<{0}> {items}',
  'System.Collections.Generic.ICollection': 'new List<{0}> {items}',
  'System.Collections.Generic.IList': 'new List<{0}> {items}',
  'System.Collections.Generic.List': 'new List<{0}> {items}',
  'System.Collections.Generic.HashSet': 'new HashSet<{0}> {items}',
  'System.Collections.Generic.ISet': 'new HashSet<{0}> {items}',
  'System.Collections.Generic.Queue': 'new Queue<{0}>(new {0}[] {items})',
  'System.Collections.Generic.Stack': 'new Stack<{0}>(new {0}[] {items})',
  'System.Collections.ObjectModel.ReadOnlyCollection':
    'new System.Collections.ObjectModel.ReadOnlyCollection<{0}>(new {0}[] {items})',
  'System.Linq.IOrderedEnumerable': 'new {0}[] {items}.OrderBy(o => 0)',
  'System.Collections.Generic.IEqualityComparer': 'EqualityComparer<{0}>.Default',
  'System.Collections.Generic.IComparer': 'Comparer<{0}>.Default',
  'System.Collections.Generic.Comparer': 'Comparer<{0}>.Default',
  'System.Collections.Generic.EqualityComparer': 'EqualityComparer<{0}>.Default',
  'System.Collections.Generic.IEnumerator': 'new List<{0}> {items}.GetEnumerator()',
};

/** Types without arguments for which some other type stands. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  'System.Collections.IEnumerable': ['new object[] { 1, "a", null }', 'new List<int> { 3, 1 }'],
  'System.Collections.ICollection': ['new int[] { 2, 1 }', 'new List<string> { "a" }'],
  'System.Collections.IList': ['new List<int> { 1, 2 }', 'new object[] { "a", 1 }'],
  'System.Collections.IComparer': ['StringComparer.Ordinal', 'Comparer<int>.Default'],
  'System.Collections.IEqualityComparer': ['StringComparer.OrdinalIgnoreCase'],
  'System.Collections.IDictionary': ['new Dictionary<string, int> { { "a", 1 } }'],
  'System.Array': ['new int[] { 3, 1, 2 }', 'new string[] { "b", null, "a" }', 'new double[0]'],
  'System.IComparable': ['5', '"b"', 'new DateTime(2024, 2, 29)'],
  'System.IConvertible': ['5', '"12"', '2.5', 'true'],
  'System.IFormattable': ['5', '2.5m', 'new DateTime(2024, 2, 29)'],
  'System.ValueType': ['(ValueType)5', '(ValueType)true'],
  'System.Enum': ['(Enum)DayOfWeek.Friday', '(Enum)StringComparison.Ordinal'],
};

/** Expressions that need no member: constants, collections, tuples, lambdas. */
export class Values {
  readonly #random: Random;
  readonly #make: Make;
  #lambdas = 0;

  constructor(random: Random, make: Make) {
    this.#random = random;
    this.#make = make;
  }

  /** @throws Unmakeable */
  of(type: NetType, depth: number): string {
    if (type.kind === 'array' && type.rank === 1)
      return `new ${typeText(type.element)}[] ${this.#items(type.element, depth)}`;
    if (type.kind !== 'named') throw new Unmakeable(type.toString());
    if (isEnum(type)) return this.#enumValue(type);
    if (isNullable(type)) return this.#nullable(type.args[0]!, depth);
    if (isDelegate(type) && type.definition.invoke)
      return edge(this.#random, type) ?? this.#lambda(type, depth);
    return edge(this.#random, type) ?? this.#constructed(type, depth);
  }

  #constructed(type: NamedType, depth: number): string {
    const { fullName } = type.definition;
    const [first, second] = type.args;
    if (isTuple(type)) return `(${type.args.map((arg) => this.#make(arg, depth - 1)).join(', ')})`;
    if (isNamed(type, 'System.Tuple')) {
      return `Tuple.Create(${type.args.map((arg) => `(${typeText(arg)})${this.#operand(arg, depth)}`).join(', ')})`;
    }
    if (fullName.endsWith('Dictionary') && first && second)
      return this.#dictionary(first, second, depth);
    if (fullName === 'System.Collections.Generic.KeyValuePair' && first && second) {
      return `new ${typeText(type)}(${this.#make(first, 0)}, ${this.#make(second, depth - 1)})`;
    }
    const pattern = type.args.length === 1 ? collections[fullName] : undefined;
    if (pattern === undefined || !first) throw new Unmakeable(typeText(type));
    return pattern
      .replaceAll('{0}', () => typeText(first))
      .replace('{items}', () => this.#items(first, depth));
  }

  #operand(type: NetType, depth: number): string {
    return `(${this.#make(type, depth - 1)})`;
  }

  #items(type: NetType, depth: number): string {
    const count = this.#random.pick([0, 1, 2, 3, 3, 4]);
    if (count === 0) return '{ }';
    const items = Array.from({ length: count }, () => this.#make(type, depth - 2));
    return `{ ${items.join(', ')} }`;
  }

  #dictionary(key: NetType, value: NetType, depth: number): string {
    const keys = new Set(Array.from({ length: this.#random.below(4) }, () => this.of(key, 0)));
    const pairs = [...keys].map((each) => `{ ${each}, ${this.#make(value, depth - 2)} }`);
    return `new Dictionary<${typeText(key)}, ${typeText(value)}> { ${pairs.join(', ')} }`;
  }

  #enumValue(type: NamedType): string {
    const names = Object.keys(type.definition.declaration.values ?? {});
    if (this.#random.chance(0.05)) return `(${typeText(type)})99`;
    const name = this.#random.pick(names);
    if (type.definition.declaration.flags !== true || this.#random.chance(0.7)) {
      return `${typeText(type)}.${name}`;
    }
    return `${typeText(type)}.${name} | ${typeText(type)}.${this.#random.pick(names)}`;
  }

  #nullable(inner: NetType, depth: number): string {
    const name = typeText(inner);
    return this.#random.chance(0.25)
      ? `(${name}?)null`
      : `(${name}?)${this.#operand(inner, depth)}`;
  }

  /** A lambda whose body uses its first parameter where the types allow it. */
  #lambda(type: NamedType, depth: number): string {
    const invoke = type.definition.invoke!;
    const args = argumentsOf(type);
    const types = invoke.parameters.map((parameter) => substitute(parameter.type, args));
    const names = types.map(() => `p${this.#lambdas++}`);
    const returns = substitute(invoke.returns, args);
    const head = names.length === 1 ? names[0] : `(${names.join(', ')})`;
    const same = names.filter((_, i) => types[i] === returns);
    if (returns.kind === 'special') return `${head} => { }`;
    if (same.length > 0 && this.#random.chance(0.4)) return `${head} => ${this.#random.pick(same)}`;
    return `${head} => ${this.#body(names, types, returns, depth)}`;
  }

  #body(
    names: readonly string[],
    types: readonly NetType[],
    returns: NetType,
    depth: number,
  ): string {
    const [name] = names;
    const [type] = types;
    if (name !== undefined && type?.kind === 'named') {
      const other = this.of(type, 0);
      if (isNamed(returns, 'System.Boolean')) {
        const isNumber = /Int|Double|Decimal|Byte|Single/.test(type.definition.fullName);
        return isNumber && this.#random.chance(0.6)
          ? `${name} > ${other}`
          : `object.Equals(${name}, ${other})`;
      }
      if (isNamed(returns, 'System.String')) return `${name} + "!"`;
      if (isNamed(returns, 'System.Int32') && isNamed(type, 'System.String'))
        return `(${name} ?? "").Length`;
    }
    return this.#make(returns, depth - 2);
  }
}

function edge(random: Random, type: NamedType): string | undefined {
  const { fullName } = type.definition;
  const values = type.args.length === 0 ? (edgeValues[fullName] ?? standIns[fullName]) : undefined;
  return values && random.pick(values);
}
