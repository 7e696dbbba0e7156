import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer } from '../engine/declaration/valueKinds.ts';

export const llmSemanticCacheStore = definePolicy({
  name: 'llm-semantic-cache-store',
  aliases: ['azure-openai-semantic-cache-store'],
  doc: 'Keeps the response of a language model for `llm-semantic-cache-lookup`.',
  reference: 'https://learn.microsoft.com/azure/api-management/llm-semantic-cache-store-policy',
  sections: ['outbound'],
  scopes: ['global', 'product', 'api', 'operation'],
  oncePerSection: true,
  attributes: {
    duration: integer('Seconds for which it is kept.', { required: true, expressions: true }),
    'cache-response': boolean('Whether it is kept at all; without it, only a 200 is.', {
      expressions: true,
    }),
  },
  examples: [
    '<llm-semantic-cache-store duration="60" />',
    '<llm-semantic-cache-store duration="@((int)context.Variables["seconds"])" />',
  ],
});
