import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { oneOf } from '../engine/declaration/valueKinds.ts';

export const wait = definePolicy({
  name: 'wait',
  doc: 'Runs the policies in it at the same time and waits for all of them, or for the first.',
  reference: 'https://learn.microsoft.com/azure/api-management/wait-policy',
  sections: ['inbound', 'backend', 'outbound'],
  scopes: allScopes,
  attributes: {
    for: oneOf(['all', 'any'], 'Whether all of them must be done, or one of them.', {
      default: 'all',
      expressions: true,
    }),
  },
  statements: true,
  examples: [
    '<wait for="all"><send-request mode="new" response-variable-name="stock"><set-url>https://stock.contoso.example/</set-url><set-method>GET</set-method></send-request><cache-lookup-value key="rates" variable-name="rates" /></wait>',
    '<wait for="any"><choose><when condition="@(context.Request.Method == "GET")"><cache-lookup-value key="one" variable-name="one" /></when></choose><cache-lookup-value key="two" variable-name="two" /></wait>',
  ],
});
