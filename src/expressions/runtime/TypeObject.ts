import { isVoid } from '../typeSystem/kinds.ts';
import type { NetType } from '../typeSystem/NetType.ts';

/** A value of `System.Type`: what `typeof` and `GetType` give. One object a type. */
export class TypeObject {
  readonly type: NetType;

  constructor(type: NetType) {
    this.type = type;
  }

  /** `Int32`, `` List`1 ``, `String[]`. */
  get name(): string {
    const { type } = this;
    if (type.kind === 'array') {
      return `${typeObject(type.element).name}[${','.repeat(type.rank - 1)}]`;
    }
    if (isVoid(type)) return 'Void';
    if (type.kind !== 'named') return type.toString();
    const arity = type.definition.parameters.length;
    return type.definition.simpleName + (arity > 0 ? `\`${arity}` : '');
  }

  get namespace(): string {
    const { type } = this;
    if (type.kind === 'array') return typeObject(type.element).namespace;
    if (isVoid(type)) return 'System';
    return type.kind === 'named' ? type.definition.outerNamespace : '';
  }
}

const objects = new WeakMap<NetType, TypeObject>();

export function typeObject(type: NetType): TypeObject {
  let object = objects.get(type);
  if (!object) objects.set(type, (object = new TypeObject(type)));
  return object;
}
