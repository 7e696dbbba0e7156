import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { once } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';

export const crossDomain = definePolicy({
  name: 'cross-domain',
  doc: 'Lets Adobe Flash and Microsoft Silverlight call the API, by the file that they ask for.',
  reference: 'https://learn.microsoft.com/azure/api-management/cross-domain-policy',
  sections: ['inbound'],
  scopes: ['global'],
  children: {
    'cross-domain-policy': once({
      doc: 'The file, in the format of Adobe.',
      anyAttributes: true,
      content: text('What it holds.'),
      markup: true,
    }),
  },
  examples: [
    '<cross-domain><cross-domain-policy><allow-http-request-headers-from domain="*" headers="*" /></cross-domain-policy></cross-domain>',
    '<cross-domain><cross-domain-policy><site-control permitted-cross-domain-policies="master-only" /><allow-access-from domain="*.contoso.example" /></cross-domain-policy></cross-domain>',
  ],
});
