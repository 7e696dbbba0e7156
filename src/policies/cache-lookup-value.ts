import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { anything, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { detached } from '../engine/run/detached.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

/** A gateway has one cache, which the operator chooses: it stands for each of Azure's kinds. */
export const cachingType = oneOf(
  ['prefer-external', 'external', 'internal'],
  'The kind of cache. All kinds are the cache that the gateway was started with.',
  { default: 'prefer-external' },
);

export const cacheLookupValue = definePolicy({
  name: 'cache-lookup-value',
  doc: 'Puts the value that the cache keeps under a key into a variable.',
  reference: 'https://learn.microsoft.com/azure/api-management/cache-lookup-value-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    key: text('The key.', { required: true, expressions: true }),
    'default-value': anything(
      'What the variable becomes when the cache has nothing; without it, the variable is left alone.',
      { expressions: true },
    ),
    'variable-name': text('The variable.', { required: true }),
    'caching-type': cachingType,
  },
  examples: [
    '<cache-lookup-value key="rates" variable-name="rates" />',
    '<cache-lookup-value key="@("profile-" + context.Request.IpAddress)" default-value="none" variable-name="profile" />',
  ],
  compile({ key, defaultValue, variableName }) {
    const keep = (found: unknown, context: PolicyContext): void => {
      context.tracer?.explain({ message: found === undefined ? 'Cache miss.' : 'Cache hit.' });
      if (found !== undefined) {
        context.variables.set(variableName, detached(found, context.environment));
      } else if (defaultValue) {
        // The page says of a miss both that the variable is null and that it is not set; Microsoft's
        // samples ask `ContainsKey`.
        context.variables.set(variableName, defaultValue(context));
      }
    };
    return (context) => {
      const found = context.cache.get(key(context), context.world.now());
      if (!(found instanceof Promise)) return keep(found, context);
      return found.then((value: unknown) => keep(value, context));
    };
  },
});
