import { childOf, spanAt } from '../../lib/document/DocumentNode.ts';
import { problem } from '../../model/problems.ts';
import type { ProductProperties } from '../../model/product.ts';
import { resolveReference } from '../../model/references.ts';
import { originIn, originOf } from '../../model/resources.ts';
import type { ProductResource, Reference } from '../../model/resources.ts';
import { isId } from './Loading.ts';
import type { LoadedResource, Loading } from './Loading.ts';
import type { DirectoryEntry } from './readTree.ts';

/** A relation of a product: the collection, and the files in which the generations write it. */
const relations = {
  apis: { list: 'apis.json', links: ['productApiInformation.json'], property: 'apiId' },
  groups: { list: 'groups.json', links: ['productGroupInformation.json'], property: 'groupId' },
} as const;

/** A product with its policy, its APIs and its groups. */
export function readProduct(
  loading: Loading,
  { resource, directory, steps }: LoadedResource<ProductProperties>,
): ProductResource {
  const policy = loading.policy(directory, steps);
  return {
    ...resource,
    apis: readRelation(loading, directory, 'apis'),
    groups: readRelation(loading, directory, 'groups'),
    ...(policy && { policy }),
  };
}

function readRelation(
  loading: Loading,
  directory: DirectoryEntry,
  collection: keyof typeof relations,
): Reference[] {
  const found = new Map<string, Reference>();
  const all = [
    ...readList(loading, directory, collection),
    ...readLinks(loading, directory, collection),
  ];
  for (const reference of all) {
    if (isId(reference.id)) found.set(reference.id.toLowerCase(), reference);
    else loading.report(problem('APIM3006', reference.origin, [reference.id]));
  }
  return [...found.values()];
}

/** `apis.json`: `[{ "name": "orders" }]`. */
function readList(
  loading: Loading,
  directory: DirectoryEntry,
  collection: keyof typeof relations,
): Reference[] {
  const file = loading.file(directory, relations[collection].list);
  const text = file && loading.json(file);
  if (text === undefined) return [];
  const { source, node } = text;
  if (node.kind !== 'list') {
    loading.report(
      problem('APIM3101', originIn(source, spanAt(node, [])), ['a list', 'something else']),
    );
    return [];
  }
  return node.items.flatMap((item) => {
    const name = item.kind === 'scalar' ? item : childOf(item, 'name');
    const origin = originIn(source, spanAt(name ?? item, []));
    if (name?.kind === 'scalar' && typeof name.value === 'string') {
      return [{ id: resolveReference(name.value, collection) ?? name.value, origin }];
    }
    loading.report(problem('APIM3102', origin, ['name']));
    return [];
  });
}

/** `apis/{id}/productApiInformation.json`: a directory for each, its file often empty. */
function readLinks(
  loading: Loading,
  directory: DirectoryEntry,
  collection: keyof typeof relations,
): Reference[] {
  const { links, property } = relations[collection];
  const directories = [...(directory.directories.get(collection)?.directories.values() ?? [])];
  return directories.flatMap((link): Reference[] => {
    const file = links.map((name) => loading.file(link, name)).find((each) => each !== undefined);
    if (file === undefined) return [{ id: link.name, origin: originOf(link.path) }];
    const text = loading.json(file);
    if (text === undefined) return [];
    const properties = childOf(text.node, 'properties');
    const target = properties && childOf(properties, property);
    const origin = originIn(text.source, spanAt(target ?? text.node, []));
    const id =
      target?.kind === 'scalar' && typeof target.value === 'string'
        ? (resolveReference(target.value, collection) ?? target.value)
        : link.name;
    return [{ id, origin }];
  });
}
