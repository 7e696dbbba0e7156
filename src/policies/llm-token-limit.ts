import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer, number, oneOf, text } from '../engine/declaration/valueKinds.ts';

export const llmTokenLimit = definePolicy({
  name: 'llm-token-limit',
  aliases: ['azure-openai-token-limit'],
  doc: 'Limits the tokens of a language model by a key of your own: by the minute, over a longer period, or both.',
  reference: 'https://learn.microsoft.com/azure/api-management/llm-token-limit-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    'counter-key': text('What is counted: an address, a subscription, a user …', {
      required: true,
      expressions: true,
    }),
    // Microsoft's policy toolkit lets it be an expression.
    'tokens-per-minute': integer('How many tokens are allowed in a minute.', {
      expressions: true,
    }),
    // More than Int32 holds: the schema asks for a long.
    'token-quota': number('How many tokens are allowed in the period.', { expressions: true }),
    'token-quota-period': oneOf(
      ['Indefinite', 'Hourly', 'Daily', 'Weekly', 'Monthly', 'Yearly'],
      'The period, which begins with the hour, day … in UTC.',
      { expressions: true },
    ),
    // The page calls it required, and leaves it out of its own example of a quota.
    'estimate-prompt-tokens': boolean(
      'Whether the tokens of a prompt are estimated before it is sent.',
      { default: false, expressions: true },
    ),
    'retry-after-header-name': text('The header that tells when to try again, in seconds.', {
      default: 'Retry-After',
    }),
    'retry-after-variable-name': text('The variable that tells when to try again, in seconds.'),
    'remaining-quota-tokens-header-name': text(
      'The header that tells how many tokens of the quota are left.',
    ),
    'remaining-quota-tokens-variable-name': text(
      'The variable that tells how many tokens of the quota are left.',
    ),
    'remaining-tokens-header-name': text(
      'The header that tells how many tokens of the minute are left.',
    ),
    'remaining-tokens-variable-name': text(
      'The variable that tells how many tokens of the minute are left.',
    ),
    'tokens-consumed-header-name': text('The header that tells how many tokens were used.'),
    'tokens-consumed-variable-name': text('The variable that tells how many tokens were used.'),
    // These two are on no page; Azure's schema has them.
    'prompt-type': oneOf(
      ['auto', 'chat-completion', 'completion', 'embeddings'],
      'What kind of request is sent to the model.',
      { default: 'auto' },
    ),
    'ignore-prompt': boolean('Whether the prompt is left alone.', { default: false }),
  },
  examples: [
    '<llm-token-limit counter-key="@(context.Request.IpAddress)" tokens-per-minute="5000" estimate-prompt-tokens="false" remaining-tokens-variable-name="remainingTokens" />',
    '<llm-token-limit counter-key="@(context.Subscription.Id)" token-quota="10000" token-quota-period="Daily" estimate-prompt-tokens="true" remaining-quota-tokens-header-name="x-tokens-left" />',
  ],
});
