import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, integer, number, text } from '../engine/declaration/valueKinds.ts';

export const llmSemanticCacheLookup = definePolicy({
  name: 'llm-semantic-cache-lookup',
  aliases: ['azure-openai-semantic-cache-lookup'],
  doc: 'Answers a prompt with the response that `llm-semantic-cache-store` kept for a similar one, if there is one.',
  reference: 'https://learn.microsoft.com/azure/api-management/llm-semantic-cache-lookup-policy',
  sections: ['inbound'],
  scopes: ['global', 'product', 'api', 'operation'],
  oncePerSection: true,
  attributes: {
    'score-threshold': number('How near another prompt must be, from 0.0 to 1.0.', {
      required: true,
      expressions: true,
    }),
    'embeddings-backend-id': text('The backend that turns prompts into vectors.', {
      required: true,
      expressions: true,
    }),
    // The page calls it required; Azure's schema does not.
    'embeddings-backend-auth': text('How that backend is called.', {
      default: 'system-assigned',
      expressions: true,
    }),
    'ignore-system-messages': boolean('Whether messages of the system are left out.', {
      default: false,
      expressions: true,
    }),
    'max-message-count': integer('Messages of a dialogue after which it is not cached.', {
      expressions: true,
    }),
    // On no page; Microsoft's policy toolkit knows it.
    'cache-id': text('The external cache.', { expressions: true }),
  },
  children: {
    'vary-by': many({
      content: text('Something by which responses differ.', { required: true, expressions: true }),
    }),
  },
  examples: [
    '<llm-semantic-cache-lookup score-threshold="0.05" embeddings-backend-id="embeddings" embeddings-backend-auth="system-assigned"><vary-by>@(context.Subscription.Id)</vary-by></llm-semantic-cache-lookup>',
    '<llm-semantic-cache-lookup score-threshold="0.1" embeddings-backend-id="embeddings" embeddings-backend-auth="system-assigned" ignore-system-messages="true" max-message-count="10" />',
  ],
});
