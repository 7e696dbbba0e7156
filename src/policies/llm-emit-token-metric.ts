import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { dimensionElement } from './emit-metric.ts';

export const llmEmitTokenMetric = definePolicy({
  name: 'llm-emit-token-metric',
  aliases: ['azure-openai-emit-token-metric'],
  doc: 'Counts the tokens of prompts and completions that a language model reports.',
  reference: 'https://learn.microsoft.com/azure/api-management/llm-emit-token-metric-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    namespace: text('What the metrics belong to.', { default: 'API Management' }),
    // These three are on no page; Azure's schema has them.
    name: text('What the metric is called.'),
    'value-type': oneOf(
      ['all', 'total-tokens', 'prompt-tokens', 'completion-tokens'],
      'Which tokens are counted.',
      { default: 'all' },
    ),
    'ignore-prompt': boolean('Whether the prompt is left alone.', { default: false }),
  },
  // The page asks for a dimension; Azure's schema does not.
  children: { dimension: many(dimensionElement) },
  examples: [
    '<llm-emit-token-metric namespace="models"><dimension name="API ID" /><dimension name="Client IP" value="@(context.Request.IpAddress)" /></llm-emit-token-metric>',
    '<llm-emit-token-metric><dimension name="Subscription ID" /></llm-emit-token-metric>',
  ],
});
