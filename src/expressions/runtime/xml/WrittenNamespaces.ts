import { xmlNamespace, xmlnsNamespace } from '../../../lib/xml/namespaces.ts';
import { ArgumentException, XmlException } from '../exceptions.ts';

/**
 * How a namespace came to be bound: by an attribute that was written, by a name that needs a
 * declaration still to be written, or as it was further out.
 */
type Kind = 'written' | 'needed' | 'implied' | 'reserved';

interface Binding {
  readonly prefix: string;
  readonly namespace: string;
  readonly index: number;
  kind: Kind;
}

/**
 * The namespaces of a text while it is written, as .NET's XmlWriter keeps them: it declares what
 * names need and was not declared, and makes up prefixes where there are none.
 */
export class WrittenNamespaces {
  readonly #omitsDuplicates: boolean;
  readonly #bindings: Binding[] = [];
  readonly #byPrefix = new Map<string, Binding[]>();
  readonly #byNamespace = new Map<string, Binding[]>();
  /** Number of bindings outside each open element. */
  readonly #starts: number[] = [];

  constructor(omitsDuplicates: boolean) {
    this.#omitsDuplicates = omitsDuplicates;
    this.#bind('xmlns', xmlnsNamespace, 'reserved');
    this.#bind('xml', xmlNamespace, 'reserved');
    this.#bind('', '', 'implied');
  }

  /** Opens an element and gives its prefix. `prefix` is undefined where none is wished for. */
  startElement(prefix: string | undefined, namespace: string): string {
    const own = prefix ?? this.#prefixOf(namespace) ?? '';
    this.#starts.push(this.#bindings.length);
    this.#imply(own, namespace);
    return own;
  }

  /** The prefix of an attribute that is no namespace declaration. */
  attribute(prefix: string | undefined, namespace: string): string {
    if (namespace === '') return '';
    let own = prefix ?? this.#prefixOf(namespace) ?? '';
    const local = this.#byPrefix.get(own)?.at(-1);
    const isTaken = local && this.#isLocal(local) && local.namespace !== namespace;
    if (own === '' || isTaken) own = this.#newPrefix();
    this.#imply(own, namespace);
    return own;
  }

  /** Takes in a namespace declaration; whether it is to be written. @throws XmlException */
  declare(prefix: string, namespace: string): boolean {
    const existing = this.#byPrefix.get(prefix)?.at(-1);
    if (existing && this.#isLocal(existing)) {
      if (existing.namespace !== namespace) throw redefined(existing, namespace);
      if (this.#omitsDuplicates && existing.kind !== 'needed') return false;
      existing.kind = 'written';
      return true;
    }
    if (this.#omitsDuplicates && existing?.namespace === namespace) return false;
    this.#bind(prefix, namespace, 'written');
    return true;
  }

  /** The declarations that names of the element need and that no attribute gave. */
  needed(): { readonly prefix: string; readonly namespace: string }[] {
    const own = this.#bindings.slice(this.#starts.at(-1));
    return own.filter(({ kind }) => kind === 'needed').toReversed();
  }

  endElement(): void {
    const start = this.#starts.pop() ?? 0;
    while (this.#bindings.length > start) {
      const binding = this.#bindings.pop();
      if (!binding) return;
      this.#byPrefix.get(binding.prefix)?.pop();
      this.#byNamespace.get(binding.namespace)?.pop();
    }
  }

  /** The prefix last bound to a namespace, unless it is bound to another since. */
  #prefixOf(namespace: string): string | undefined {
    const binding = this.#byNamespace.get(namespace)?.at(-1);
    return binding && this.#byPrefix.get(binding.prefix)?.at(-1) === binding
      ? binding.prefix
      : undefined;
  }

  #isLocal({ index }: Binding): boolean {
    return index >= (this.#starts.at(-1) ?? 0);
  }

  /** Binds what a name uses. @throws XmlException, ArgumentException */
  #imply(prefix: string, namespace: string): void {
    const existing = this.#byPrefix.get(prefix)?.at(-1);
    if (!existing) {
      if (namespace === xmlNamespace || namespace === xmlnsNamespace) throw reserved(prefix);
      this.#bind(prefix, namespace, 'needed');
    } else if (this.#isLocal(existing)) {
      if (existing.namespace !== namespace) throw redefined(existing, namespace);
    } else if (
      existing.kind === 'reserved' &&
      (prefix === 'xmlns' || existing.namespace !== namespace)
    ) {
      throw reserved(prefix);
    } else {
      this.#bind(prefix, namespace, existing.namespace === namespace ? 'implied' : 'needed');
    }
  }

  #newPrefix(): string {
    const stem = `p${this.#bindings.length - 3}`;
    let prefix = stem;
    for (let i = 0; (this.#byPrefix.get(prefix)?.length ?? 0) > 0; i++) prefix = stem + String(i);
    return prefix;
  }

  #bind(prefix: string, namespace: string, kind: Kind): void {
    const binding = { prefix, namespace, kind, index: this.#bindings.length };
    this.#bindings.push(binding);
    pushTo(this.#byPrefix, prefix, binding);
    pushTo(this.#byNamespace, namespace, binding);
  }
}

function pushTo(map: Map<string, Binding[]>, key: string, binding: Binding): void {
  const list = map.get(key);
  if (list) list.push(binding);
  else map.set(key, [binding]);
}

function redefined({ prefix, namespace }: Binding, other: string): XmlException {
  return new XmlException(
    `The prefix '${prefix}' cannot be redefined from '${namespace}' to '${other}' within the same start element tag.`,
  );
}

function reserved(prefix: string): ArgumentException {
  return new ArgumentException(`The prefix '${prefix}' cannot be bound to this namespace name.`);
}
