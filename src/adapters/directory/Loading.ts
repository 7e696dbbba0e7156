import { childOf, spanAt, toJson } from '../../lib/document/DocumentNode.ts';
import type { DocumentNode } from '../../lib/document/DocumentNode.ts';
import { parseJson } from '../../lib/document/parseJson.ts';
import type { Report } from '../../lib/source/Diagnostic.ts';
import { problem } from '../../model/problems.ts';
import { originOf } from '../../model/resources.ts';
import type { Located, Place, PolicyDocument } from '../../model/resources.ts';
import type { Collection } from './collections.ts';
import { originOfProperties } from './origins.ts';
import type { PropertiesText } from './origins.ts';
import { mergeJson } from './Overrides.ts';
import type { Override, OverrideStep, Overrides } from './Overrides.ts';
import { textOf } from './readTree.ts';
import { tellRedacted, withoutRedacted } from './redaction.ts';
import type { DirectoryEntry, FileEntry } from './readTree.ts';

/** A resource with the directory that declares it, and the way to it in a file of overrides. */
export interface LoadedResource<T> {
  readonly resource: Located<T>;
  readonly directory: DirectoryEntry;
  readonly steps: readonly OverrideStep[];
}

/** One pass over a directory: what was read, what was declared, what was wrong. */
export class Loading {
  readonly report: Report;
  readonly overrides: Overrides;
  readonly #used = new Set<FileEntry>();
  readonly #declared = new Map<string, string>();

  constructor(report: Report, overrides: Overrides) {
    this.report = report;
    this.overrides = overrides;
  }

  /** The file called `name`, which counts as used from now on. */
  file(directory: DirectoryEntry, name: string): FileEntry | undefined {
    const file = directory.files.get(name);
    if (file !== undefined) this.#used.add(file);
    return file;
  }

  isUsed(file: FileEntry): boolean {
    return this.#used.has(file);
  }

  isDeclared(collection: string, id: string): boolean {
    return this.#declared.has(keyOf(collection, id));
  }

  /** The root of a JSON file; undefined after its problem was reported. */
  json(file: FileEntry): PropertiesText | undefined {
    const source = textOf(file, this.report);
    const root = source && parseJson(source, this.report).root;
    return root && { source, node: root };
  }

  /** The `policy.xml` of a directory, or the document that an override puts in its place. */
  policy(directory: DirectoryEntry, steps: readonly OverrideStep[]): PolicyDocument | undefined {
    const file = this.file(directory, 'policy.xml');
    const source = this.overrides.find(steps)?.policy ?? (file && textOf(file, this.report));
    if (source === undefined) return undefined;
    tellRedacted(source, this.report);
    // Both extractors write policies as rawxml, and well-formed XML can be read as that, too.
    return { source, format: 'rawxml' };
  }

  /** The resources of a collection at the top of a configuration, in the order of their ids. */
  collection<T>(root: DirectoryEntry, collection: Collection<T>): LoadedResource<T>[] {
    return this.directories(root, collection).flatMap((directory) => {
      const isEmpty = !collection.information.some((name) => directory.files.has(name));
      if (isEmpty && collection.mayLackInformation) return [];
      const loaded = this.resource(collection, directory);
      return loaded === undefined ? [] : [loaded];
    });
  }

  directories<T>(root: DirectoryEntry, { directories }: Collection<T>): DirectoryEntry[] {
    return directories.flatMap((name) => [
      ...(root.directories.get(name)?.directories.values() ?? []),
    ]);
  }

  /**
   * The resource that a directory declares by its information file, or by `substitute` when it has
   * none. Undefined after a problem was reported.
   */
  resource<T>(
    collection: Collection<T>,
    directory: DirectoryEntry,
    parents: readonly OverrideStep[] = [],
    substitute?: object,
  ): LoadedResource<T> | undefined {
    const file = collection.information
      .map((name) => this.file(directory, name))
      .find((each) => each !== undefined);
    if (file === undefined && substitute === undefined) {
      const args = [directory.path, collection.information[0] ?? ''];
      this.report(problem('APIM3008', originOf(directory.path), args));
      this.#declare(collection, directory.name, directory.path, parents);
      return undefined;
    }
    const text = file === undefined ? undefined : this.json(file);
    const id = this.#idOf(collection, directory, text);
    const place = text === undefined ? originOf(directory.path) : placeOf(text);
    if (!isId(id)) {
      this.report(problem('APIM3006', place, [id]));
      return undefined;
    }
    const path = file?.path ?? directory.path;
    const other = this.#declare(collection, id, path, parents);
    if (other !== undefined) {
      this.report(problem('APIM3007', place, [id, other]));
      return undefined;
    }
    if (file !== undefined && text === undefined) return undefined;
    const steps = [...parents, { collections: collection.overrides, id }];
    const resource = this.#read(collection, id, text, this.overrides.find(steps), {
      place: directory.path,
      substitute,
    });
    return resource && { resource, directory, steps };
  }

  #read<T>(
    { noun }: Collection<T>,
    id: string,
    text: PropertiesText | undefined,
    override: Override | undefined,
    otherwise: { place: string; substitute: object | undefined },
  ): Located<T> | undefined {
    const own = text && this.#propertiesOf(text);
    if (text !== undefined && own === undefined) return undefined;
    const patch = override?.properties && { source: override.source, node: override.properties };
    const origin = own === undefined ? originOf(otherwise.place) : originOfProperties(own, patch);
    const base = own === undefined ? otherwise.substitute : toJson(own.node);
    const value = patch === undefined ? base : mergeJson(base, toJson(patch.node));
    const properties = noun.read(id, withoutRedacted(value), (issue) => {
      this.report(problem(issue.code, origin.at(...issue.path), issue.args, issue.hint));
    });
    return properties === undefined ? undefined : { id, properties, origin };
  }

  /** Every information file is `{ "properties": { … } }`. */
  #propertiesOf({ source, node }: PropertiesText): PropertiesText | undefined {
    const properties = node.kind === 'object' ? childOf(node, 'properties') : undefined;
    if (properties?.kind === 'object') return { source, node: properties };
    const place = { source, span: spanAt(properties ?? node, []) };
    if (node.kind !== 'object' || properties !== undefined) {
      this.report(problem('APIM3101', place, ['an object', kindOf(properties ?? node)]));
    } else {
      const hint = 'Put everything into { "properties": { … } }.';
      this.report(problem('APIM3102', place, ['properties'], hint));
    }
    return undefined;
  }

  /**
   * The first generations call directories by display names and write the id into the file, with a
   * revision that is not current apart from it.
   */
  #idOf<T>(
    { noun }: Collection<T>,
    directory: DirectoryEntry,
    text: PropertiesText | undefined,
  ): string {
    const name = textAt(text?.node, 'name');
    if (name === undefined) return directory.name;
    const properties = text && childOf(text.node, 'properties');
    const isCurrent = properties && childOf(properties, 'isCurrent');
    const revision = textAt(properties, 'apiRevision');
    const isOld = isCurrent?.kind === 'scalar' && isCurrent.value === false;
    return noun.collection === 'apis' && isOld && revision !== undefined && !name.includes(';rev=')
      ? `${name};rev=${revision}`
      : name;
  }

  /** Where the resource was declared before, if it was. */
  #declare<T>(
    { noun }: Collection<T>,
    id: string,
    path: string,
    parents: readonly OverrideStep[],
  ): string | undefined {
    const owner = parents.map((parent) => `${parent.id}/`).join('');
    const key = keyOf(noun.collection, `${owner}${id}`);
    const other = this.#declared.get(key);
    if (other === undefined) this.#declared.set(key, path);
    return other;
  }
}

function keyOf(collection: string, id: string): string {
  return `${collection}/${id}`.toLowerCase();
}

/** Ids end up in paths and URLs: nothing in them may mean more than itself there. */
export function isId(id: string): boolean {
  return /^[^*#&+:<>?/\\%\p{Cc}]{1,256}$/u.test(id) && !/^\.+$/.test(id);
}

function placeOf({ source, node }: PropertiesText): Place {
  return { source, span: spanAt(node, ['name']) };
}

function textAt(node: DocumentNode | undefined, name: string): string | undefined {
  const member = node && childOf(node, name);
  return member?.kind === 'scalar' && typeof member.value === 'string' ? member.value : undefined;
}

function kindOf(node: DocumentNode): string {
  if (node.kind === 'list') return 'a list';
  return node.kind === 'object' ? 'an object' : `a ${typeof node.value}`;
}
