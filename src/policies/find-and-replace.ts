import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const findAndReplaceElement = {
  attributes: {
    from: text('What is searched for.', { required: true, expressions: true }),
    to: text('What stands in its place; nothing removes it.', {
      required: true,
      expressions: true,
    }),
  },
} as const;

export const findAndReplace = definePolicy({
  name: 'find-and-replace',
  doc: 'Replaces a text wherever it stands in the body of the request (inbound, backend) or of the response (outbound, on-error).',
  reference: 'https://learn.microsoft.com/azure/api-management/find-and-replace-policy',
  sections: allSections,
  scopes: allScopes,
  ...findAndReplaceElement,
  examples: [
    '<find-and-replace from="notebook" to="laptop" />',
    '<find-and-replace from="@(context.Request.Url.Host)" to="@(context.Request.OriginalUrl.Host)" />',
  ],
});
