import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { anything, integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import { bytesOf } from '../engine/run/bytesOf.ts';
import { detached, detachedResponse } from '../engine/run/detached.ts';
import { cachingType } from './cache-lookup-value.ts';

export const cacheStoreValue = definePolicy({
  name: 'cache-store-value',
  doc: 'Keeps a value in the cache for some time. It does not wait until the value is stored.',
  reference: 'https://learn.microsoft.com/azure/api-management/cache-store-value-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    key: text('The key.', { required: true, expressions: true }),
    value: anything('The value.', { required: true, expressions: true }),
    duration: integer('Seconds for which it is kept; for less than one it is not.', {
      required: true,
      expressions: true,
    }),
    'caching-type': cachingType,
  },
  examples: [
    '<cache-store-value key="rates" value="1.08" duration="3600" />',
    '<cache-store-value key="@("profile-" + context.Request.IpAddress)" value="@(context.Variables["profile"])" duration="60" />',
  ],
  compile:
    ({ key, value, duration }) =>
    (context) => {
      const name = key(context);
      const given = value(context);
      const kept =
        given !== null && given === context.response
          ? detachedResponse(context.response)
          : detached(given, context.environment);
      if (kept === undefined) {
        const args = ['The cache cannot hold a value of this type.'];
        throw new GatewayError('ExpressionValueEvaluationFailure', { args });
      }
      const seconds = duration(context);
      if (seconds < 1) {
        context.tracer?.explain({ message: 'The duration is over: nothing is kept.', seconds });
        return;
      }
      const now = context.world.now();
      const storing = context.cache.set(name, kept, {
        durationMs: seconds * 1_000,
        now,
        bytes: bytesOf(kept),
      });
      // The page: "this policy is performed asynchronously", so its failure is nobody's failure.
      storing?.catch(() => context.explain({ message: 'The cache did not keep the value.' }));
    },
});
