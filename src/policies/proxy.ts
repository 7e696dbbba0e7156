import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { namesHost } from '../engine/declaration/namesHost.ts';
import { Url } from '../lib/http/Url.ts';
import { proxyElement, proxyIn } from './outgoingRequest.ts';

export const proxy = definePolicy({
  name: 'proxy',
  doc: 'Sends the request to the backend through an HTTP proxy.',
  reference: 'https://learn.microsoft.com/azure/api-management/proxy-policy',
  sections: ['inbound'],
  scopes: allScopes,
  ...proxyElement,
  examples: [
    '<proxy url="http://proxy.contoso.example:3128" />',
    '<proxy url="http://proxy.contoso.example:3128" username="orders" password="@((string)context.Variables["proxy-password"])" />',
  ],
  compile(element, build) {
    const { constant } = element.url;
    if (constant && Url.parse(constant.value.trim())?.scheme !== 'http') {
      build.report({
        severity: 'warning',
        attribute: 'url',
        message: `'${constant.value.trim()}' is no address of a proxy: every call will fail.`,
        hint: 'Write it as http://host:port.',
      });
    }
    const isNamed = namesHost(element.url);
    return (context) => {
      context.proxy = proxyIn(element, isNamed, context);
      context.tracer?.explain({ message: 'The backend is called through a proxy.' });
    };
  },
});
