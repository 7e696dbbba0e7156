import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { callDapr, checkTimeout, daprAttributes, segment } from './dapr.ts';

export const publishToDapr = definePolicy({
  name: 'publish-to-dapr',
  doc: 'Sends a message to a topic through the Dapr sidecar of the gateway.',
  reference: 'https://learn.microsoft.com/azure/api-management/publish-to-dapr-policy',
  // The page names inbound alone; Microsoft's policy toolkit has it in outbound and on-error, too.
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: allScopes,
  attributes: {
    'pubsub-name': text('The component; without it, `topic` is `component/topic`.', {
      expressions: true,
    }),
    topic: text('The topic.', { required: true, expressions: true }),
    ...daprAttributes,
  },
  content: text('The message.', { expressions: true }),
  markup: true,
  examples: [
    '<publish-to-dapr pubsub-name="orders" topic="new" response-variable-name="dapr-response">@(context.Request.Body.As<string>())</publish-to-dapr>',
    '<publish-to-dapr topic="orders/new" ignore-error="true" timeout="10">{"id": 7}</publish-to-dapr>',
  ],
  compile(policy, build) {
    checkTimeout(policy, build);
    const { pubsubName, topic, content, contentType } = policy;
    if (!pubsubName && topic.constant && !topic.constant.value.includes('/')) {
      const message = "Without 'pubsub-name', 'topic' is component/topic.";
      build.report({ attribute: 'topic', message });
    }
    return async (context) => {
      const path = pathOf(pubsubName?.(context), topic(context));
      const body = content?.(context) ?? '';
      await callDapr(path, { type: contentType ?? 'text/plain', body }, policy, context);
    };
  },
});

/** @throws GatewayError */
function pathOf(component: string | undefined, topic: string): string {
  const slash = topic.indexOf('/');
  const [pubsub, name] =
    component === undefined ? [topic.slice(0, slash), topic.slice(slash + 1)] : [component, topic];
  return `/publish/${segment(pubsub)}/${segment(name)}`;
}
