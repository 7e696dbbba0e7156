import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';
import { cachingType } from './cache-lookup-value.ts';

export const cacheRemoveValue = definePolicy({
  name: 'cache-remove-value',
  doc: 'Removes the value that the cache keeps under a key.',
  reference: 'https://learn.microsoft.com/azure/api-management/cache-remove-value-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    key: text('The key.', { required: true, expressions: true }),
    'caching-type': cachingType,
    'fail-on-cache-removal-error': boolean('Whether the request fails when the cache does.', {
      default: false,
      expressions: true,
    }),
  },
  examples: ['<cache-remove-value key="rates" />'],
  compile:
    ({ key, failOnCacheRemovalError }) =>
    (context) =>
      context.cache.delete(key(context))?.catch((error: unknown) => {
        if (failOnCacheRemovalError(context)) throw error;
        context.tracer?.explain({ message: 'The cache did not remove the value.' });
      }),
});
