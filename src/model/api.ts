import { defineNoun } from './noun.ts';
import type { PropertiesOf } from './noun.ts';
import { boolean, list, object, oneOf, optional, text, withDefault } from './schema.ts';

const oAuth2 = object({ authorizationServerId: optional(text()), scope: optional(text()) });

const openid = object({
  openidProviderId: optional(text()),
  bearerTokenSendingMethods: optional(list(oneOf('authorizationHeader', 'query'))),
});

/** A revision of an API: its id is `name` when it is the current one, else `name;rev=N`. */
export const api = defineNoun({
  type: 'Microsoft.ApiManagement/service/apis',
  singular: 'api',
  named: 'displayName',
  properties: {
    displayName: text({ min: 1, max: 300 }),
    description: optional(text()),
    path: text({ max: 400 }),
    protocols: withDefault(list(oneOf('http', 'https', 'ws', 'wss')), ['https']),
    serviceUrl: optional(text({ max: 2000 })),
    type: withDefault(
      oneOf('http', 'soap', 'websocket', 'graphql', 'odata', 'grpc', 'a2a', 'mcp'),
      'http',
    ),
    apiRevision: optional(text({ min: 1, max: 100 })),
    apiRevisionDescription: optional(text()),
    apiVersion: optional(text({ max: 100 })),
    apiVersionDescription: optional(text()),
    apiVersionSetId: optional(text()),
    isCurrent: optional(boolean()),
    isOnline: withDefault(boolean(), true),
    subscriptionRequired: withDefault(boolean(), true),
    subscriptionKeyParameterNames: withDefault(
      object({
        header: withDefault(text({ min: 1 }), 'Ocp-Apim-Subscription-Key'),
        query: withDefault(text({ min: 1 }), 'subscription-key'),
      }),
      { header: 'Ocp-Apim-Subscription-Key', query: 'subscription-key' },
    ),
    authenticationSettings: optional(
      object({
        oAuth2: optional(oAuth2),
        openid: optional(openid),
        oAuth2AuthenticationSettings: optional(list(oAuth2)),
        openidAuthenticationSettings: optional(list(openid)),
      }),
    ),
    termsOfServiceUrl: optional(text()),
    contact: optional(
      object({ name: optional(text()), url: optional(text()), email: optional(text()) }),
    ),
    license: optional(object({ name: optional(text()), url: optional(text()) })),
  },
});

export type ApiProperties = PropertiesOf<typeof api>;
