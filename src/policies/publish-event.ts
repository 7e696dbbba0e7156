import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { once, some } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands in the response of a GraphQL resolver. */
export const publishEventElement = {
  children: {
    targets: once({
      children: {
        'graphql-subscription': some({
          attributes: { id: text('The field of the type Subscription.', { required: true }) },
        }),
      },
    }),
  },
} as const;

export const publishEvent = definePolicy({
  name: 'publish-event',
  doc: 'Tells the subscribers of a GraphQL subscription what a resolver found or did.',
  reference: 'https://learn.microsoft.com/azure/api-management/publish-event-policy',
  sections: [],
  scopes: [],
  ...publishEventElement,
  examples: [
    '<publish-event><targets><graphql-subscription id="onUserCreated" /></targets></publish-event>',
    '<publish-event><targets><graphql-subscription id="onOrderCreated" /><graphql-subscription id="onOrderChanged" /></targets></publish-event>',
  ],
});
