import type { NamedType, NetType } from '../typeSystem/NetType.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';

/** The types that rules of the language name. */
export class KnownTypes {
  readonly registry: TypeRegistry;
  readonly object: NamedType;
  readonly string: NamedType;
  readonly bool: NamedType;
  readonly char: NamedType;
  readonly sbyte: NamedType;
  readonly byte: NamedType;
  readonly short: NamedType;
  readonly ushort: NamedType;
  readonly int: NamedType;
  readonly uint: NamedType;
  readonly long: NamedType;
  readonly ulong: NamedType;
  readonly float: NamedType;
  readonly double: NamedType;
  readonly decimal: NamedType;
  readonly exception: NamedType;

  constructor(registry: TypeRegistry) {
    this.registry = registry;
    this.object = registry.named('System.Object');
    this.string = registry.named('System.String');
    this.bool = registry.named('System.Boolean');
    this.char = registry.named('System.Char');
    this.sbyte = registry.named('System.SByte');
    this.byte = registry.named('System.Byte');
    this.short = registry.named('System.Int16');
    this.ushort = registry.named('System.UInt16');
    this.int = registry.named('System.Int32');
    this.uint = registry.named('System.UInt32');
    this.long = registry.named('System.Int64');
    this.ulong = registry.named('System.UInt64');
    this.float = registry.named('System.Single');
    this.double = registry.named('System.Double');
    this.decimal = registry.named('System.Decimal');
    this.exception = registry.named('System.Exception');
  }

  nullable(type: NetType): NamedType {
    return this.registry.named('System.Nullable', [type]);
  }

  /** The tuple type of these elements; undefined when no tuple has so many. */
  tuple(
    elements: readonly NetType[],
    names?: readonly (string | undefined)[],
  ): NamedType | undefined {
    const definition = this.registry.lookUp('System.ValueTuple', elements.length);
    const hasNames = names?.some((name) => name !== undefined);
    return definition?.construct(elements, hasNames ? names : undefined);
  }
}

const knownByRegistry = new WeakMap<TypeRegistry, KnownTypes>();

export function knownTypesOf(registry: TypeRegistry): KnownTypes {
  let known = knownByRegistry.get(registry);
  if (!known) knownByRegistry.set(registry, (known = new KnownTypes(registry)));
  return known;
}
