import { xmlNamespace, xmlnsNamespace } from '../../../../lib/xml/namespaces.ts';
import type { Environment } from '../../Environment.ts';
import { ArgumentException } from '../../exceptions.ts';
import { namespaceScopes } from './NamespaceResolver.ts';
import type { NamespaceResolver, NamespaceScope } from './NamespaceResolver.ts';
import type { NameTable } from './NameTable.ts';

interface Declaration {
  readonly prefix: string;
  /** Null once it is removed. */
  namespaceName: string | null;
  readonly scope: number;
}

/** System.Xml.XmlNamespaceManager: prefixes and namespaces in scopes within scopes. */
export class NamespaceManager implements NamespaceResolver, Iterable<string> {
  readonly nameTable: NameTable;
  readonly #declarations: Declaration[] = [
    { prefix: '', namespaceName: '', scope: -1 },
    { prefix: 'xmlns', namespaceName: xmlnsNamespace, scope: -1 },
    { prefix: 'xml', namespaceName: xmlNamespace, scope: 0 },
  ];
  /** What is declared and not removed, the innermost last. */
  readonly #byPrefix = new Map(this.#declarations.map((each) => [each.prefix, [each]]));
  #scope = 1;

  constructor(nameTable: NameTable) {
    this.nameTable = nameTable;
  }

  pushScope(): void {
    this.#scope++;
  }

  /** Whether there was a scope to leave. */
  popScope(): boolean {
    if (this.#scope === 1) return false;
    for (let last = this.#declarations.at(-1); last?.scope === this.#scope;) {
      if (last.namespaceName !== null) this.#byPrefix.get(last.prefix)?.pop();
      this.#declarations.pop();
      last = this.#declarations.at(-1);
    }
    this.#scope--;
    return true;
  }

  /** @throws ArgumentException, LimitExceeded */
  add(prefix: string, namespaceName: string, environment: Environment): void {
    if (prefix === 'xml' && namespaceName !== xmlNamespace) {
      throw new ArgumentException(
        `Prefix "xml" is reserved for use by XML and can be mapped only to namespace name "${xmlNamespace}".`,
      );
    }
    if (prefix === 'xmlns') {
      throw new ArgumentException('Prefix "xmlns" is reserved for use by XML.');
    }
    const inForce = this.#inForce(prefix);
    if (inForce?.scope === this.#scope) {
      inForce.namespaceName = namespaceName;
      return;
    }
    environment.allowItems(this.#declarations.length + 1);
    const declaration = { prefix, namespaceName, scope: this.#scope };
    this.#declarations.push(declaration);
    const same = this.#byPrefix.get(prefix);
    if (same) same.push(declaration);
    else this.#byPrefix.set(prefix, [declaration]);
  }

  /** Removes what the scope itself declares. */
  remove(prefix: string, namespaceName: string): void {
    const inForce = this.#inForce(prefix);
    if (inForce?.scope !== this.#scope || inForce.namespaceName !== namespaceName) return;
    inForce.namespaceName = null;
    this.#byPrefix.get(prefix)?.pop();
  }

  /** Whether the scope itself declares the prefix. */
  has(prefix: string): boolean {
    const inForce = this.#inForce(prefix);
    if (inForce?.scope !== this.#scope) return false;
    return prefix !== '' || inForce.namespaceName !== '';
  }

  lookupNamespace(prefix: string): string | null {
    return this.#inForce(prefix)?.namespaceName ?? null;
  }

  lookupPrefix(namespaceName: string, environment: Environment): string | null {
    environment.spend(1 + (this.#declarations.length >> 4));
    const found = this.#declarations.findLast(
      (each) =>
        each.namespaceName === namespaceName && this.lookupNamespace(each.prefix) === namespaceName,
    );
    return found?.prefix ?? null;
  }

  namespacesInScope(scope: NamespaceScope, environment: Environment): ReadonlyMap<string, string> {
    environment.spend(1 + (this.#declarations.length >> 4));
    const found = new Map<string, string>();
    for (const { prefix, namespaceName, scope: own } of this.#declarations) {
      if (namespaceName === null || own < this.#outermost(scope)) continue;
      // The default namespace taken back is worth telling only where that is done.
      const isPlain = prefix === '' && namespaceName === '' && scope !== namespaceScopes.Local;
      if (isPlain) found.delete(prefix);
      else found.set(prefix, namespaceName);
    }
    return found;
  }

  #outermost(scope: NamespaceScope): number {
    if (scope === namespaceScopes.Local) return this.#scope;
    if (scope === namespaceScopes.ExcludeXml) return 1;
    // Of a scope that is none, even what no text can declare.
    return scope === namespaceScopes.All ? 0 : -1;
  }

  /** The prefixes that there are when it begins. */
  *[Symbol.iterator](): Iterator<string> {
    const seen = new Set<string>();
    const { length } = this.#declarations;
    for (let i = 0; i < Math.min(length, this.#declarations.length); i++) {
      const { prefix, namespaceName } = this.#declarations[i]!;
      if (namespaceName === null || seen.has(prefix)) continue;
      seen.add(prefix);
      yield prefix;
    }
  }

  #inForce(prefix: string): Declaration | undefined {
    return this.#byPrefix.get(prefix)?.at(-1);
  }
}
