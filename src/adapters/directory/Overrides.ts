import { childOf, spanAt } from '../../lib/document/DocumentNode.ts';
import type { DocumentNode, ObjectNode } from '../../lib/document/DocumentNode.ts';
import { parseYaml } from '../../lib/document/parseYaml.ts';
import type { Report } from '../../lib/source/Diagnostic.ts';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { Span } from '../../lib/source/SourceText.ts';
import { problem } from '../../model/problems.ts';
import { isJsonObject } from '../../model/schema.ts';

/** One step to a resource in a file of overrides: the names its collection may have there, its id. */
export interface OverrideStep {
  readonly collections: readonly string[];
  readonly id: string;
}

/** What a file of overrides says about one resource. */
export interface Override {
  readonly source: SourceText;
  readonly properties: ObjectNode | undefined;
  /** The policy document that takes the place of the resource's own. */
  readonly policy: SourceText | undefined;
}

interface Entry {
  readonly name: string;
  readonly node: DocumentNode;
  /** Where the name stands. */
  readonly span: Span;
}

/**
 * A file of values for one environment, as the publishers of APIOps take it. By collection, the C#
 * tool has lists of `{ name, properties }` with nested collections inside, and the command line tool
 * has a table of properties by name.
 */
export class Overrides {
  readonly #source: SourceText;
  readonly #root: DocumentNode | undefined;
  readonly #used = new Set<DocumentNode>();

  private constructor(source: SourceText, root: DocumentNode | undefined) {
    this.#source = source;
    this.#root = root;
  }

  /** No overrides at all. */
  static readonly none = new Overrides(new SourceText('', ''), undefined);

  /** Reads the text of a file of overrides; problems are reported with their place. */
  static read(source: SourceText, report: Report): Overrides {
    const { root } = parseYaml(source, report);
    if (root !== undefined) tellTokens(source, root, report);
    if (root?.kind === 'object') return new Overrides(source, root);
    if (root !== undefined && !(root.kind === 'scalar' && root.value === null)) {
      const place = { source, span: spanAt(root, []) };
      report(problem('APIM3101', place, ['an object', 'something else']));
    }
    return new Overrides(source, undefined);
  }

  /** What the file says about a resource; an empty path means the service itself. */
  find(path: readonly OverrideStep[]): Override | undefined {
    let node = this.#root;
    for (const step of path) node = node && this.#entry(node, step);
    if (node?.kind !== 'object') return undefined;
    const properties = node.members.get('properties')?.value ?? node;
    return {
      source: this.#source,
      properties: properties.kind === 'object' ? properties : undefined,
      policy: this.#policy(node, path),
    };
  }

  /** Reports the entries of a collection that no resource took. */
  tellUnused(collections: readonly string[], report: Report): void {
    for (const { name, node, span } of this.#entries(this.#root, collections)) {
      if (this.#used.has(node)) continue;
      report(problem('APIM3009', { source: this.#source, span }, [name, collections[0] ?? '']));
    }
  }

  #entry(parent: DocumentNode, { collections, id }: OverrideStep): DocumentNode | undefined {
    const found = this.#entries(parent, collections).find(
      ({ name }) => name.toLowerCase() === id.toLowerCase(),
    );
    if (found !== undefined) this.#used.add(found.node);
    return found?.node;
  }

  #entries(parent: DocumentNode | undefined, collections: readonly string[]): Entry[] {
    return collections.flatMap((collection): Entry[] => {
      const found = parent && childOf(parent, collection);
      if (found?.kind === 'object') {
        const members = [...found.members];
        return members.map(([name, { key, value }]) => ({ name, node: value, span: key }));
      }
      if (found?.kind !== 'list') return [];
      return found.items.flatMap((node) => {
        const name = childOf(node, 'name');
        if (name?.kind !== 'scalar' || name.value === null) return [];
        return [{ name: String(name.value), node, span: name.span }];
      });
    });
  }

  #policy(node: DocumentNode, path: readonly OverrideStep[]): SourceText | undefined {
    const entry = this.#entry(node, { collections: ['policies'], id: 'policy' });
    const properties = entry && childOf(entry, 'properties');
    const value = properties && childOf(properties, 'value');
    if (value?.kind !== 'scalar' || typeof value.value !== 'string') return undefined;
    const owner = path.map(({ collections, id }) => `${collections[0]}/${id}/`).join('');
    return new SourceText(`${this.#source.name}#${owner}policy`, value.value);
  }
}

/** `{#name#}` stands for a value that the pipeline fills in before it publishes. */
function tellTokens(source: SourceText, node: DocumentNode, report: Report): void {
  if (node.kind === 'scalar') {
    const token = typeof node.value === 'string' ? /\{#[^#]+#\}/.exec(node.value)?.[0] : undefined;
    if (token !== undefined) report(problem('APIM3010', { source, span: node.span }, [token]));
    return;
  }
  const children =
    node.kind === 'list' ? node.items : Array.from(node.members.values(), ({ value }) => value);
  for (const child of children) tellTokens(source, child, report);
}

/** `base` with what `patch` says: objects are merged member by member, everything else replaced. */
export function mergeJson(base: unknown, patch: unknown): unknown {
  if (!isJsonObject(base) || !isJsonObject(patch)) return patch;
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(patch)) {
    // Azure reads names without regard to case, so `resourceid` replaces `resourceId`.
    const known = [...merged.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
    const key = known ?? name;
    merged.set(key, merged.has(key) ? mergeJson(merged.get(key), value) : value);
  }
  return Object.fromEntries(merged);
}
