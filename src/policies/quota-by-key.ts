import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';

export const quotaByKey = definePolicy({
  name: 'quota-by-key',
  doc: 'Limits calls and bytes by a key of your own within a fixed period or for ever. Equal keys share one counter in the whole service.',
  reference: 'https://learn.microsoft.com/azure/api-management/quota-by-key-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    calls: integer('How many calls are allowed within the period.'),
    bandwidth: integer('How many kilobytes are allowed within the period.'),
    'renewal-period': integer('Length of the period in seconds, 300 at least; 0 is for ever.', {
      required: true,
    }),
    'counter-key': text('What is counted: an address, a claim, a tenant …', {
      required: true,
      expressions: true,
    }),
    'increment-condition': boolean('Whether a call counts.', { expressions: true }),
    'increment-count': integer('How many calls this one counts for.', {
      default: 1,
      expressions: true,
    }),
    'first-period-start': text('When the first period began, as `yyyy-MM-ddTHH:mm:ssZ`.', {
      default: '0001-01-01T00:00:00Z',
    }),
  },
  examples: [
    '<quota-by-key calls="10000" bandwidth="40000" renewal-period="3600" counter-key="@(context.Request.IpAddress)" />',
    '<quota-by-key calls="100" renewal-period="86400" counter-key="orders" increment-condition="@(context.Response.StatusCode < 400)" first-period-start="2026-01-01T00:00:00Z" />',
  ],
});
