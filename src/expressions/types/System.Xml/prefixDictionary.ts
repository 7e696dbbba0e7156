import { NetDictionary } from '../../runtime/collections/NetDictionary.ts';
import type { Environment } from '../../runtime/Environment.ts';
import { SystemString } from '../System/String.ts';

/** Prefixes and their namespaces, as a dictionary of the caller's own. */
export function prefixDictionary(
  namespaces: ReadonlyMap<string, string>,
  environment: Environment,
): NetDictionary {
  const type = SystemString.construct();
  const dictionary = new NetDictionary(type, type);
  for (const [prefix, namespace] of namespaces) dictionary.set(prefix, namespace, environment);
  return dictionary;
}
