import { allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';

export const logToEventhub = definePolicy({
  name: 'log-to-eventhub',
  doc: 'Sends a text, cut at 200 KB, to the event hub of a logger.',
  reference: 'https://learn.microsoft.com/azure/api-management/log-to-eventhub-policy',
  sections: allSections,
  scopes: ['global', 'product', 'api', 'operation'],
  attributes: {
    'logger-id': text('The logger.', { required: true }),
    'partition-id': integer('The partition; not with `partition-key`.'),
    'partition-key': text('What decides on the partition; not with `partition-id`.', {
      expressions: true,
    }),
  },
  content: text('What is sent.', { required: true, expressions: true }),
  markup: true,
  examples: [
    '<log-to-eventhub logger-id="orders">@(string.Join(",", DateTime.UtcNow, context.RequestId, context.Request.IpAddress))</log-to-eventhub>',
    '<log-to-eventhub logger-id="orders" partition-key="@(context.Api.Id)">called</log-to-eventhub>',
  ],
});
