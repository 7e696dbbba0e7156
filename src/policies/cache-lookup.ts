import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { cachingType } from './cache-lookup-value.ts';

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
});
