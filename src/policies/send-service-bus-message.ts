import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { once, optional, some } from '../engine/declaration/element.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';

export const sendServiceBusMessage = definePolicy({
  name: 'send-service-bus-message',
  doc: 'Sends a message to a queue or a topic of Azure Service Bus.',
  reference: 'https://learn.microsoft.com/azure/api-management/send-service-bus-message-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: ['global', 'product', 'api', 'operation'],
  attributes: {
    'queue-name': text('The queue; not with `topic-name`.', { expressions: true }),
    'topic-name': text('The topic; not with `queue-name`.', { expressions: true }),
    namespace: text('The host name of the namespace.', { expressions: true }),
    'client-id': text(
      'The client id of a user-assigned identity; without it, the identity is system-assigned.',
      { expressions: true },
    ),
    'message-id': text('The id of the message, a GUID; without it, a new one.', {
      expressions: true,
    }),
    'session-id': text('The session that the message belongs to, a GUID.', { expressions: true }),
    'time-to-live': text('How long the message is kept, such as `00:10:00`.'),
    'response-variable-name': text('The variable for what became of the message.'),
    'ignore-error': boolean('Whether to go on when the message could not be sent.', {
      default: false,
    }),
  },
  children: {
    'message-properties': optional({
      children: {
        'message-property': some({
          attributes: { name: text('The property.', { required: true, expressions: true }) },
          content: text('Its value.', { expressions: true }),
        }),
      },
    }),
    payload: once({
      content: text('The message.', { required: true, expressions: true }),
      markup: true,
    }),
  },
  // The statement of the page has the payload first, its example the properties.
  anyOrder: true,
  examples: [
    '<send-service-bus-message queue-name="orders" namespace="contoso.servicebus.windows.net" message-id="@(context.RequestId.ToString())" time-to-live="00:10:00" response-variable-name="sent"><payload>@(context.Request.Body.As<string>(preserveContent: true))</payload></send-service-bus-message>',
    '<send-service-bus-message topic-name="orders" namespace="contoso.servicebus.windows.net" client-id="00001111-aaaa-2222-bbbb-3333cccc4444"><message-properties><message-property name="Customer">Contoso</message-property></message-properties><payload>An order came in.</payload></send-service-bus-message>',
  ],
});
