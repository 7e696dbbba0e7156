import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { answered } from '../engine/run/Step.ts';
import type { Outcome } from '../engine/run/Step.ts';
import { cachingType } from './cache-lookup-value.ts';
import { isServable, keyOf, noteLookup, responseFrom } from './responseCache.ts';
import type { Lookup } from './responseCache.ts';

export const cacheLookup = definePolicy({
  name: 'cache-lookup',
  doc: 'Answers a GET with the response that `cache-store` kept for an equal request, if there is one.',
  reference: 'https://learn.microsoft.com/azure/api-management/cache-lookup-policy',
  sections: ['inbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'vary-by-developer': boolean('Whether each developer has responses of their own.', {
      required: true,
      expressions: true,
    }),
    'vary-by-developer-groups': boolean(
      'Whether each set of groups that developers belong to has responses of its own.',
      { required: true, expressions: true },
    ),
    'caching-type': cachingType,
    'downstream-caching-type': oneOf(
      ['none', 'private', 'public'],
      'Who may keep the response on its way to the caller: nobody, the caller, everybody.',
      { default: 'none', expressions: true },
    ),
    'must-revalidate': boolean(
      'Whether what is kept downstream must be asked for again once its time is over.',
      { default: true, expressions: true },
    ),
    'allow-private-response-caching': boolean(
      'Whether requests with Authorization take part, too.',
      { default: false, expressions: true },
    ),
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
  children: {
    'vary-by-header': many({
      content: text('A header by whose value responses differ.', {
        required: true,
        expressions: true,
      }),
    }),
    'vary-by-query-parameter': many({
      content: text('Query parameters by whose values responses differ, separated by semicolons.', {
        required: true,
        expressions: true,
      }),
    }),
  },
  examples: [
    '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" downstream-caching-type="none"><vary-by-header>Accept</vary-by-header><vary-by-query-parameter>version</vary-by-query-parameter></cache-lookup>',
    '<cache-lookup vary-by-developer="true" vary-by-developer-groups="false" allow-private-response-caching="@(context.Request.Headers.ContainsKey("x-shared"))" />',
  ],
  compile(policy) {
    const { allowPrivateResponseCaching, downstreamCachingType, mustRevalidate } = policy;
    return (context) => {
      const { request, tracer } = context;
      if (request.method !== 'GET') {
        tracer?.explain({ message: 'Only GET is answered from the cache.' });
        return undefined;
      }
      if (request.headers.has('Authorization') && !allowPrivateResponseCaching(context)) {
        tracer?.explain({ message: 'The request holds Authorization: the cache is left alone.' });
        return undefined;
      }
      const lookup: Lookup = {
        key: keyOf(policy, context),
        downstream: downstreamCachingType(context),
        mustRevalidate: mustRevalidate(context),
        varyingHeaders: policy.varyByHeader.map((name) => name(context).trim()),
      };
      const found = context.cache.get(lookup.key, context.world.now());
      if (!(found instanceof Promise)) return answer(found, lookup, context);
      return found.then(
        (value: unknown) => answer(value, lookup, context),
        () => answer(undefined, lookup, context),
      );
    };
  },
});

function answer(found: unknown, lookup: Lookup, context: PolicyContext): Outcome {
  if (!isServable(found, context)) {
    context.tracer?.explain({ message: 'Cache miss.' });
    noteLookup(lookup, context);
    return undefined;
  }
  context.tracer?.explain({ message: 'Cache hit.' });
  context.response?.body?.discard();
  context.response = responseFrom(found, lookup, context);
  return answered;
}
