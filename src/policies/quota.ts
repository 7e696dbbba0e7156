import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';

const amounts = {
  calls: integer('How many calls are allowed within the period.'),
  bandwidth: integer('How many kilobytes are allowed within the period.'),
} as const;

const named = {
  name: text('The name of what is limited.'),
  id: text('Its id, which goes before the name.'),
  ...amounts,
  // The page requires it here, the service refuses it (azure-docs#15164), samples leave it out.
  'renewal-period': integer('Length of the period in seconds; without it, that of the policy.'),
} as const;

export const quota = definePolicy({
  name: 'quota',
  doc: 'Limits the calls and the bytes of each subscription within a fixed period or for ever. Calls without a subscription are not limited.',
  reference: 'https://learn.microsoft.com/azure/api-management/quota-policy',
  sections: ['inbound'],
  scopes: ['product'],
  oncePerSection: true,
  attributes: {
    ...amounts,
    'renewal-period': integer(
      'Length of the period in seconds, counted from when the subscription began; 0 is for ever.',
      { required: true },
    ),
  },
  children: {
    api: many({
      attributes: named,
      children: { operation: many({ attributes: named }) },
    }),
  },
  examples: [
    '<quota calls="10000" bandwidth="40000" renewal-period="3600" />',
    '<quota calls="10000" renewal-period="86400"><api name="Orders" calls="1000"><operation id="create-order" calls="100" /></api></quota>',
  ],
});
