import type { XPathType, XPathValue } from '../../../../lib/xpath/Context.ts';
import { topOf } from '../../../../lib/xpath/DocumentOrder.ts';
import { parseXPath } from '../../../../lib/xpath/parse.ts';
import { isPattern, needsRoot } from '../../../../lib/xpath/pattern.ts';
import type { ContextPlace, XPath } from '../../../../lib/xpath/XPath.ts';
import { XPathError } from '../../../../lib/xpath/XPathError.ts';
import type { Environment } from '../../Environment.ts';
import { XPathException } from '../../exceptions.ts';
import { asNetError, compileWith, evaluateXPath } from './evaluateXPath.ts';
import { LinqTree, placeOf } from './LinqTree.ts';
import type { LinqNode } from './LinqTree.ts';
import { NamespaceManager } from './NamespaceManager.ts';
import type { NamespaceResolver } from './NamespaceResolver.ts';
import { NameTable } from './NameTable.ts';

/** A text, a number or a boolean of XPath. */
export type SortKey = string | number | boolean;

interface Sort {
  readonly key: NetXPath;
  readonly compare: (x: SortKey, y: SortKey) => number;
}

/** Any prefix stands for a namespace: to learn of an expression what does not depend on them. */
const anyPrefix: NamespaceResolver = {
  lookupNamespace: (prefix) => prefix,
  lookupPrefix: (namespaceName) => namespaceName,
  namespacesInScope: () => new Map(),
};

/** System.Xml.XPath.XPathExpression. What its prefixes stand for may be told later. */
export class NetXPath {
  readonly text: string;
  /** Missing as long as it needs to be told what its prefixes stand for. */
  #compiled: XPath<LinqNode> | undefined;
  #sorts: readonly Sort[] = [];

  /** Only `compile` and `clone` call this. */
  constructor(text: string) {
    this.text = text;
  }

  /** @throws XPathException */
  static compile(
    text: string | null,
    resolver: NamespaceResolver | null,
    environment: Environment,
  ): NetXPath {
    const expression = new NetXPath(text ?? '');
    expression.#compiled = asNetError(() => compiledOrNot(text, resolver, environment));
    return expression;
  }

  clone(): NetXPath {
    const clone = new NetXPath(this.text);
    clone.#compiled = this.#compiled;
    clone.#sorts = this.#sorts;
    return clone;
  }

  /** @throws XPathException */
  setContext(resolver: NamespaceResolver | null, environment: Environment): void {
    const known = resolver ?? new NamespaceManager(new NameTable());
    this.#compiled = asNetError(() => compileWith(this.text, known, environment));
  }

  /** The type of its values; undefined when that depends on what it needs to be told. */
  typeOf(environment: Environment): XPathType | undefined {
    if (this.#compiled) return this.#compiled.type;
    try {
      return compileWith(this.text, anyPrefix, environment).type;
    } catch (error) {
      if (error instanceof XPathError) return undefined;
      throw error;
    }
  }

  addSort(key: NetXPath, compare: Sort['compare']): void {
    this.#sorts = [...this.#sorts, { key, compare }];
  }

  /** @throws XPathException, NotSupportedException, LimitExceeded */
  evaluate(node: LinqNode, environment: Environment, place?: ContextPlace): XPathValue<LinqNode> {
    if (!this.#compiled) throw new XPathException(new XPathError('contextNeeded').message);
    const value = evaluateXPath(this.#compiled, node, environment, place);
    return typeof value === 'object' && this.#sorts.length > 0
      ? this.#sorted(value, environment)
      : value;
  }

  #sorted(nodes: readonly LinqNode[], environment: Environment): LinqNode[] {
    const rows = nodes.map((node) => ({
      node,
      keys: this.#sorts.map(({ key }) => keyOf(key.evaluate(node, environment), environment)),
    }));
    environment.spend(nodes.length);
    const compare = (one: (typeof rows)[number], other: (typeof rows)[number]): number => {
      for (const [i, sort] of this.#sorts.entries()) {
        const order = sort.compare(one.keys[i]!, other.keys[i]!);
        if (order !== 0) return order;
      }
      return 0;
    };
    return rows.toSorted(compare).map(({ node }) => node);
  }

  /** Whether it finds a node from the node itself or from one around it. @throws XPathException */
  matches(node: LinqNode, environment: Environment): boolean {
    if (!this.#compiled) throw new XPathException(new XPathError('contextNeeded').message);
    const pattern = parseXPath(this.text);
    if (!isPattern(pattern)) {
      throw new XPathException(`'${this.text}' is an invalid XSLT pattern.`);
    }
    const tree = new LinqTree(environment);
    if (needsRoot(pattern) && tree.kindOf(topOf(node, tree, environment)) !== 'root') return false;
    const place = placeOf(node);
    for (let at: LinqNode | null = node; at; at = tree.parentOf(at)) {
      const found = this.evaluate(at, environment);
      if (typeof found === 'object' && found.some((each) => placeOf(each) === place)) return true;
    }
    return false;
  }
}

function compiledOrNot(
  text: string | null,
  resolver: NamespaceResolver | null,
  environment: Environment,
): XPath<LinqNode> | undefined {
  try {
    return compileWith(text, resolver, environment);
  } catch (error) {
    const isToBeTold = error instanceof XPathError && error.problem === 'contextNeeded';
    if (!isToBeTold) throw error;
    return undefined;
  }
}

function keyOf(value: XPathValue<LinqNode>, environment: Environment): SortKey {
  if (typeof value !== 'object') return value;
  return value.length === 0 ? '' : new LinqTree(environment).valueOf(value[0]!);
}
