import type { Report } from '../../lib/source/Diagnostic.ts';
import { problem } from '../problems.ts';
import type { ServiceResources } from '../resources.ts';

/** Policies refer to named values by display name, so each has one of its own. */
export function checkNamedValues({ namedValues }: ServiceResources, report: Report): void {
  const taken = new Map<string, string>();
  for (const { id, properties, origin } of namedValues) {
    const key = properties.displayName.toLowerCase();
    const other = taken.get(key);
    if (other === undefined) taken.set(key, id);
    else report(problem('APIM3215', origin.at('displayName'), [other, properties.displayName]));
  }
}
