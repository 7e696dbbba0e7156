import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { optional, some } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { callDapr, checkTimeout, daprAttributes, segment } from './dapr.ts';

export const invokeDaprBinding = definePolicy({
  name: 'invoke-dapr-binding',
  doc: 'Calls something outside through an output binding of the Dapr sidecar of the gateway.',
  reference: 'https://learn.microsoft.com/azure/api-management/invoke-dapr-binding-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: ['global', 'product', 'api', 'operation'],
  attributes: {
    name: text('The binding.', { required: true, expressions: true }),
    operation: text('What the binding is to do.'),
    ...daprAttributes,
  },
  children: {
    metadata: optional({
      children: {
        item: some({
          attributes: { key: text('The name of a value.', { required: true }) },
          content: text('The value.', { expressions: true }),
        }),
      },
    }),
    data: optional({ content: text('The message.', { expressions: true }), markup: true }),
  },
  examples: [
    '<invoke-dapr-binding name="external-system" operation="create" response-variable-name="bind-response"><metadata><item key="source">gateway</item><item key="client-ip">@(context.Request.IpAddress)</item></metadata><data>@(context.Request.Body.As<string>())</data></invoke-dapr-binding>',
    '<invoke-dapr-binding name="external-system" ignore-error="true" />',
  ],
  compile(policy, build) {
    checkTimeout(policy, build);
    const { name, operation, metadata, data } = policy;
    return async (context) => {
      const items = metadata?.item.map(({ key, content }) => [key, content?.(context) ?? '']);
      const body = JSON.stringify({
        ...(data ? { data: dataOf(data(context)) } : {}),
        ...(items ? { metadata: Object.fromEntries(items) } : {}),
        ...(operation === undefined ? {} : { operation }),
      });
      const path = `/bindings/${segment(name(context))}`;
      await callDapr(path, { type: 'application/json', body }, policy, context);
    };
  },
});

/** JSON as it is, anything else as a text. */
function dataOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
