import { PlatformNotSupportedException } from '../exceptions.ts';
import { nameOfOid, oidGroups, oidOfName } from './oidNames.ts';

/**
 * A value of `System.Security.Cryptography.Oid`. Value and name are set once, as in modern .NET; the
 * name that was not given is looked up when it is first read.
 */
export class ObjectIdentifier {
  #value: string | null;
  /** Undefined until it is given or looked up. */
  #friendlyName: string | null | undefined;
  readonly #group: number;

  constructor(
    value: string | null,
    friendlyName: string | null = null,
    group: number = oidGroups.All,
  ) {
    this.#value = value;
    this.#friendlyName = friendlyName ?? undefined;
    this.#group = group;
  }

  /** Of a dotted value or a friendly name. */
  static of(valueOrName: string): ObjectIdentifier {
    return new ObjectIdentifier(oidOfName(valueOrName, oidGroups.All) ?? valueOrName);
  }

  copy(): ObjectIdentifier {
    return new ObjectIdentifier(this.#value, this.#friendlyName, this.#group);
  }

  get value(): string | null {
    return this.#value;
  }

  /** @throws PlatformNotSupportedException when there is another one */
  set value(value: string | null) {
    if (this.#value !== null && this.#value !== value) throw setOnce('value');
    this.#value = value;
  }

  get friendlyName(): string | null {
    if (this.#friendlyName === undefined && this.#value !== null)
      this.#friendlyName = this.#lookUp(nameOfOid, this.#value);
    return this.#friendlyName ?? null;
  }

  /**
   * Sets the value too, where the name is known.
   * @throws PlatformNotSupportedException when there is another name, or the value of another name
   */
  set friendlyName(name: string | null) {
    if (this.#friendlyName !== undefined) {
      if (this.#friendlyName !== name) throw setOnce('friendly name');
      return;
    }
    if (name !== null) this.value = this.#lookUp(oidOfName, name) ?? this.#value;
    this.#friendlyName = name;
  }

  /** What its own group does not have is looked for in all of them. */
  #lookUp(find: typeof nameOfOid, text: string): string | null {
    return find(text, this.#group) ?? find(text, oidGroups.All) ?? null;
  }
}

function setOnce(what: string): PlatformNotSupportedException {
  return new PlatformNotSupportedException(
    `The OID ${what} has already been set and cannot be changed.`,
  );
}
