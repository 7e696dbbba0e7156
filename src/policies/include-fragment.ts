import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const fragmentElement = {
  attributes: {
    'fragment-id': text('The fragment.', { required: true }),
  },
} as const;

export const includeFragment = definePolicy({
  name: 'include-fragment',
  doc: 'Runs the policies of a policy fragment in its place.',
  reference: 'https://learn.microsoft.com/azure/api-management/include-fragment-policy',
  sections: allSections,
  scopes: allScopes,
  ...fragmentElement,
  examples: ['<include-fragment fragment-id="caller-headers" />'],
  compile: ({ fragmentId }, build) => build.fragment(fragmentId),
});
