import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';

export const redirectContentUrls = definePolicy({
  name: 'redirect-content-urls',
  doc: 'Makes addresses of the backend in the body of the response lead to the gateway; in inbound, those of the gateway to the backend.',
  reference: 'https://learn.microsoft.com/azure/api-management/redirect-content-urls-policy',
  sections: ['inbound', 'outbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {},
  examples: ['<redirect-content-urls />', '<redirect-content-urls id="mask" />'],
});
