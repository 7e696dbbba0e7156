import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer } from '../engine/declaration/valueKinds.ts';
import { storeResponse } from './responseCache.ts';

export const cacheStore = definePolicy({
  name: 'cache-store',
  doc: 'Keeps the response to a GET for `cache-lookup`.',
  reference: 'https://learn.microsoft.com/azure/api-management/cache-store-policy',
  sections: ['outbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    duration: integer('Seconds for which it is kept.', { required: true, expressions: true }),
    'cache-response': boolean('Whether it is kept at all; without it, only a 200 is.', {
      expressions: true,
    }),
  },
  examples: [
    '<cache-store duration="3600" />',
    '<cache-store duration="60" cache-response="@(context.Response.StatusCode < 300)" />',
  ],
  compile:
    ({ duration, cacheResponse }) =>
    (context) => {
      const { response, tracer } = context;
      const isWanted = cacheResponse ? cacheResponse(context) : response?.statusCode === 200;
      if (!response || !isWanted) {
        tracer?.explain({ message: 'This response is not to be kept.' });
        return;
      }
      storeResponse(response, duration(context), context);
    },
});
