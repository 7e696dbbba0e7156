import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, number, text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands in `emit-metric` and `llm-emit-token-metric`. */
export const dimensionElement = {
  attributes: {
    name: text('What it is called.', { required: true, expressions: true }),
    value: text('Its value; names that Azure knows, such as `API ID`, have one without it.', {
      expressions: true,
    }),
  },
} as const;

export const emitMetric = definePolicy({
  name: 'emit-metric',
  doc: 'Counts something of the author’s own, in Azure as a custom metric of Application Insights.',
  reference: 'https://learn.microsoft.com/azure/api-management/emit-metric-policy',
  sections: allSections,
  scopes: allScopes,
  attributes: {
    name: text('What is counted.', { required: true }),
    value: number('How much is counted.', { default: 1, expressions: true }),
    namespace: text('What the name belongs to.', { default: 'API Management' }),
    // On no page; Azure's schema has it.
    'default-dimensions': boolean('Whether Azure adds dimensions of its own.'),
  },
  // The page asks for a dimension; Microsoft’s samples do without.
  children: { dimension: many(dimensionElement) },
  examples: [
    '<emit-metric name="Request" value="1" namespace="orders"><dimension name="User ID" /><dimension name="Client IP" value="@(context.Request.IpAddress)" /><dimension name="API ID" /></emit-metric>',
    '<emit-metric name="Bytes" value="@((double)context.Variables["bytes"])"><dimension name="Operation ID" /></emit-metric>',
  ],
});
