/** The dictionaries of the `context` tree, made from what the host has. */
import { newArray } from '../runtime/newArray.ts';
import type { TypeRegistry } from '../typeSystem/TypeRegistry.ts';
import { TextDictionary } from './TextDictionary.ts';

/** Several texts by name: headers, query parameters, claims. */
export interface TextsByName {
  names(): Iterable<string>;
  /** Empty when there is none of that name. */
  values(name: string): readonly string[];
}

/** `IReadOnlyDictionary<string, string[]>` */
export function textArrays(things: TextsByName, registry: TypeRegistry): TextDictionary {
  const text = registry.named('System.String');
  return new TextDictionary([text, text.arrayOf()], {
    names: () => things.names(),
    find(name) {
      const values = things.values(name);
      return values.length === 0 ? undefined : newArray(text, [...values]);
    },
  });
}

/** `IReadOnlyDictionary<string, string>`, found without regard to case. */
export function texts(things: ReadonlyMap<string, string>, registry: TypeRegistry): TextDictionary {
  const text = registry.named('System.String');
  return new TextDictionary([text, text], {
    names: () => things.keys(),
    find: (name) => things.get(name) ?? foldedFind(things, name),
  });
}

function foldedFind(things: ReadonlyMap<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of things) if (key.toLowerCase() === wanted) return value;
  return undefined;
}

/** `IReadOnlyDictionary<string, object>`: names are case-sensitive, values boxed. */
export function objects(
  things: ReadonlyMap<string, unknown>,
  registry: TypeRegistry,
): TextDictionary {
  const types = [registry.named('System.String'), registry.named('System.Object')] as const;
  return new TextDictionary(types, {
    names: () => things.keys(),
    find: (name) => things.get(name),
  });
}
