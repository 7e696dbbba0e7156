import { pathOf } from '../../../lib/newtonsoft/JsonPosition.ts';
import type { PositionStep } from '../../../lib/newtonsoft/JsonPosition.ts';
import { JProperty } from '../../runtime/json/JProperty.ts';
import type { JToken } from '../../runtime/json/JToken.ts';
import { JObject } from '../../runtime/json/JObject.ts';

/** `JToken.Path`: how the token is reached from its root. */
export function tokenPath(token: JToken): string {
  const steps: PositionStep[] = [];
  if (!token.parent) return '';
  for (let at: JToken | null = token; at; at = at.parent) {
    if (at instanceof JProperty) steps.push({ kind: 'Object', name: at.name, index: -1 });
    else if (at.parent && !(at.parent instanceof JProperty) && !(at.parent instanceof JObject))
      steps.push({ kind: 'Array', name: null, index: at.index });
  }
  return pathOf(steps.reverse());
}
