import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, oneOf, text } from '../engine/declaration/valueKinds.ts';

export const llmContentSafety = definePolicy({
  name: 'llm-content-safety',
  doc: 'Has prompts judged by Azure AI Content Safety and refuses those that are found harmful.',
  reference: 'https://learn.microsoft.com/azure/api-management/llm-content-safety-policy',
  sections: ['inbound', 'outbound'],
  scopes: ['global', 'workspace', 'product', 'api'],
  attributes: {
    'backend-id': text('The backend that judges.', { required: true, expressions: true }),
    'shield-prompt': boolean('Whether prompts are searched for attacks on the model.', {
      default: false,
      expressions: true,
    }),
    'enforce-on-completions': boolean('Whether answers of the model are judged, too.', {
      default: false,
      expressions: true,
    }),
    'window-size': integer('Characters that are judged at a time.', { expressions: true }),
    'window-overlap-size': integer('Characters that one part has in common with the next.', {
      expressions: true,
    }),
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
  children: {
    categories: optional({
      attributes: {
        'output-type': oneOf(
          ['FourSeverityLevels', 'EightSeverityLevels'],
          'In how many levels harm is told.',
          { default: 'FourSeverityLevels', expressions: true },
        ),
      },
      children: {
        category: some({
          attributes: {
            name: oneOf(['Hate', 'SelfHarm', 'Sexual', 'Violence'], 'The kind of harm.', {
              required: true,
              expressions: true,
            }),
            threshold: integer('The level from which a prompt is refused, from 0 to 7.', {
              required: true,
              expressions: true,
            }),
          },
        }),
      },
    }),
    blocklists: optional({
      children: {
        id: some({ content: text('A blocklist.', { required: true, expressions: true }) }),
      },
    }),
  },
  examples: [
    '<llm-content-safety backend-id="content-safety" shield-prompt="true"><categories output-type="EightSeverityLevels"><category name="Hate" threshold="4" /><category name="Violence" threshold="4" /></categories></llm-content-safety>',
    '<llm-content-safety backend-id="content-safety"><blocklists><id>contoso-words</id></blocklists></llm-content-safety>',
  ],
});
