import type { Allowance } from './OwedWork.ts';
import type { XElement } from './XElement.ts';

interface Declaration {
  readonly prefix: string;
  readonly namespace: string;
}

/**
 * The namespace declarations in force while elements are written, by which XElement chooses the
 * prefix of a name: the last declaration of the namespace that no later one of its prefix hides.
 */
export class DeclaredPrefixes {
  readonly #byNamespace = new Map<string, Declaration[]>();
  readonly #byPrefix = new Map<string, Declaration[]>();
  readonly #scopes: Declaration[][] = [];
  readonly #work: Allowance;

  constructor(work: Allowance) {
    this.#work = work;
  }

  /** Takes in what the elements around an element declare. */
  pushAncestors(element: XElement): void {
    const outer: XElement[] = [];
    for (let at = element.parent; at; at = at.parent) outer.push(at);
    for (const each of outer.toReversed()) this.push(each);
  }

  push(element: XElement): void {
    const scope: Declaration[] = [];
    for (let at = element.attributes.first; at; at = at.next) {
      if (at.isNamespaceDeclaration) scope.push(this.#declare(at.declaredPrefix, at.value));
    }
    this.#work.spend(1 + (element.attributes.size >> 3));
    this.#scopes.push(scope);
  }

  pop(): void {
    for (const { prefix, namespace } of this.#scopes.pop() ?? []) {
      this.#byPrefix.get(prefix)?.pop();
      this.#byNamespace.get(namespace)?.pop();
    }
  }

  /** Undefined when the namespace is not declared under a prefix that will do. */
  prefixOf(namespace: string, takesDefault: boolean): string | undefined {
    const declarations = this.#byNamespace.get(namespace) ?? [];
    for (let i = declarations.length - 1; i >= 0; i--) {
      const declaration = declarations[i]!;
      const { prefix } = declaration;
      const isHidden = this.#byPrefix.get(prefix)?.at(-1) !== declaration;
      if (!isHidden && (takesDefault || prefix !== '')) return prefix;
      this.#work.spend(1);
    }
    return undefined;
  }

  #declare(prefix: string, namespace: string): Declaration {
    const declaration = { prefix, namespace };
    pushTo(this.#byPrefix, prefix, declaration);
    pushTo(this.#byNamespace, namespace, declaration);
    return declaration;
  }
}

function pushTo(map: Map<string, Declaration[]>, key: string, declaration: Declaration): void {
  const list = map.get(key);
  if (list) list.push(declaration);
  else map.set(key, [declaration]);
}
