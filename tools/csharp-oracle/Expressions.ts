import type {
  ConstructorMember,
  Member,
  MethodMember,
  Parameter,
  PropertyMember,
} from '../../src/expressions/typeSystem/Member.ts';
import { canBeNull, isDelegate } from '../../src/expressions/typeSystem/kinds.ts';
import { substitute } from '../../src/expressions/typeSystem/NetType.ts';
import type { NetType, TypeParameter } from '../../src/expressions/typeSystem/NetType.ts';
import { parameterValues } from './parameterValues.ts';
import type { Random } from './Random.ts';
import { typeText } from './typeText.ts';
import { Unmakeable } from './Unmakeable.ts';
import { Values } from './Values.ts';

export type TypeArguments = ReadonlyMap<TypeParameter, NetType>;

const none: TypeArguments = new Map();

/** Writes typed random C#. */
export class Expressions {
  readonly #random: Random;
  readonly #producers: ReadonlyMap<NetType, readonly Member[]>;
  readonly #values: Values;

  constructor(random: Random, producers: ReadonlyMap<NetType, readonly Member[]>) {
    this.#random = random;
    this.#producers = producers;
    this.#values = new Values(random, (type, depth) => this.of(type, depth));
  }

  /** An expression of a type, at most `depth` calls deep. @throws Unmakeable */
  of(type: NetType, depth: number): string {
    if (canBeNull(type) && !isDelegate(type) && this.#random.chance(0.03))
      return `(${typeText(type)})null`;
    const producers = this.#producers.get(type);
    if (depth > 0 && producers && this.#random.chance(0.4)) {
      return this.member(this.#random.pick(producers), none, depth - 1);
    }
    try {
      return this.#values.of(type, depth);
    } catch (error) {
      if (!(error instanceof Unmakeable) || !producers || depth < -1) throw error;
      return this.member(this.#random.pick(producers), none, depth - 1);
    }
  }

  /** A use of a member as an expression. @throws Unmakeable */
  member(member: Member, args: TypeArguments, depth: number): string {
    switch (member.kind) {
      case 'operator':
        return this.#operator(member.operator, this.arguments(member, args, depth));
      case 'conversion':
        return `(${typeText(substitute(member.to, args))})(${this.of(substitute(member.from, args), depth)})`;
      case 'constructor':
        return `new ${typeText(ownerOf(member, args))}(${this.arguments(member, args, depth).join(', ')})`;
      case 'property':
        return this.read(member, this.receiver(member, args, depth), args, depth);
      default:
        return this.call(member, args, this.arguments(member, args, depth), () =>
          this.receiver(member, args, depth),
        );
    }
  }

  /** What stands in front of the dot. @throws Unmakeable */
  receiver(member: Member, args: TypeArguments, depth: number): string {
    const owner = ownerOf(member, args);
    return member.isStatic ? typeText(owner) : this.operand(owner, depth);
  }

  /** An expression that can stand in front of a dot. @throws Unmakeable */
  operand(type: NetType, depth: number): string {
    const text = this.of(type, depth);
    const isInterface = type.kind === 'named' && type.definition.kind === 'interface';
    if (isInterface) return `((${typeText(type)})(${text}))`;
    return /^(?:"(?:[^"\\]|\\.)*"|[A-Za-z_][\w.]*)$/.test(text) ? text : `(${text})`;
  }

  read(member: PropertyMember, receiver: string, args: TypeArguments, depth: number): string {
    if (member.parameters.length === 0) return `${receiver}.${member.name}`;
    return `${receiver}[${this.arguments(member, args, depth).join(', ')}]`;
  }

  call(
    member: MethodMember,
    args: TypeArguments,
    values: readonly string[],
    receiver: () => string,
  ): string {
    const explicit = this.#typeArguments(member, args);
    if (!member.isExtension) return `${receiver()}.${member.name}${explicit}(${values.join(', ')})`;
    const [self = '', ...rest] = values;
    return `${self}.${member.name}${explicit}(${rest.join(', ')})`;
  }

  /** Written out, for C# cannot infer all of them. */
  #typeArguments({ typeParameters }: MethodMember, args: TypeArguments): string {
    if (typeParameters.length === 0) return '';
    return `<${typeParameters.map((each) => typeText(args.get(each) ?? each)).join(', ')}>`;
  }

  /** One value per parameter; optional ones and `params` are left out at times. @throws Unmakeable */
  arguments(
    member: MethodMember | ConstructorMember | PropertyMember | (Member & { kind: 'operator' }),
    args: TypeArguments,
    depth: number,
  ): string[] {
    const values: string[] = [];
    for (const parameter of member.parameters) {
      if (parameter.defaultValue && this.#random.chance(0.5)) break;
      values.push(this.argument(member, parameter, args, depth));
    }
    return values;
  }

  argument(member: Member, parameter: Parameter, args: TypeArguments, depth: number): string {
    const type = substitute(parameter.type, args);
    if (parameter.passing === 'out' || parameter.passing === 'ref')
      throw new Unmakeable('a reference');
    if (parameter.passing === 'this') return this.operand(type, depth);
    if (parameter.passing === 'params' && type.kind === 'array' && this.#random.chance(0.5)) {
      return this.of(type.element, depth);
    }
    const fitting = parameterValues.find(
      (values) =>
        type.kind === 'named' &&
        values.type === type.definition.fullName &&
        values.name.test(parameter.name) &&
        (values.owner?.test(member.owner.fullName) ?? true),
    );
    if (fitting && this.#random.chance(0.85)) return this.#random.pick(fitting.values);
    return this.of(type, depth);
  }

  #operator(operator: string, operands: readonly string[]): string {
    const [left = '', right] = operands;
    return right === undefined ? `${operator}(${left})` : `(${left}) ${operator} (${right})`;
  }
}

/** The type that has the member, with its type arguments. */
export function ownerOf(member: Member, args: TypeArguments): NetType {
  if (member.owner.parameters.length === 0) return member.owner.construct();
  return substitute(member.owner.self, args);
}
