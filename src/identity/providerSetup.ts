import type { ClientMetadata, Configuration } from 'oidc-provider';
import {
  applicationType,
  type IdentityClient,
  type IdentityConfiguration,
} from './configuration.ts';
import type { Directory } from './Directory.ts';
import type { MemoryStore } from './MemoryStore.ts';
import { interactionPolicy } from './oidcProvider.ts';
import { signedOutPage, signOutPage } from './pages.ts';
import { pathsOf } from './routes.ts';
import { chooseResource, grantEverything, resourceServer } from './providerHooks.ts';
import { openIdScopes } from './scopes.ts';
import { show } from './signIn.ts';
import type { SigningKey } from './signingKeys.ts';
import { accessTokenClaims, userClaims, userClaimsByScope } from './tokenClaims.ts';

export interface ProviderSetup {
  readonly configuration: IdentityConfiguration;
  readonly directory: Directory;
  readonly store: MemoryStore;
  /** The first signs; all are published. */
  readonly keys: readonly SigningKey[];
  readonly cookieSecret: string;
  /** Milliseconds since 1970, the clock of access tokens. */
  readonly now: () => number;
  readonly renderError: NonNullable<Configuration['renderError']>;
}

/**
 * Everything that bends oidc-provider into the shape of Entra, and nothing else. Settings that look
 * like defaults are there because the default function prints a notice when it is called.
 */
export function providerConfiguration(setup: ProviderSetup): Configuration {
  const { directory, store, keys } = setup;
  const { metadata: _, signIn, ...routes } = pathsOf(directory.tenantId);
  return {
    adapter: (model) => store.adapter(model),
    clients: setup.configuration.clients.map(clientMetadata),
    jwks: { keys: keys.map((key) => ({ ...key, use: 'sig', alg: 'RS256' })) },
    routes,
    // Names of our own: cookies ignore ports, and other samples on localhost use the defaults too.
    cookies: {
      names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
      long: { httpOnly: true, sameSite: 'lax', path: `/${directory.tenantId}/` },
      short: { httpOnly: true, sameSite: 'lax' },
      keys: [setup.cookieSecret],
    },
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: async (ctx) => chooseResource(ctx, directory),
        // Entra has no userinfo tokens: whoever asked for a resource gets the token of the resource.
        useGrantedResource: async () => true,
        getResourceServerInfo: async (ctx, indicator) => resourceServer(ctx, indicator, directory),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) =>
          show(
            ctx,
            signOutPage(form, 'op.logoutForm', String(ctx.oidc.params?.post_logout_redirect_uri)),
          ),
        postLogoutSuccessSource: async (ctx) => show(ctx, signedOutPage()),
      },
      userinfo: { enabled: true },
      // The library's sign-in pages for developers load fonts from elsewhere; ours replace them.
      devInteractions: { enabled: false },
      // Entra has neither; what is not offered need not be defended.
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
    },
    scopes: openIdScopes,
    claims: {
      openid: userClaimsByScope.openid,
      profile: userClaimsByScope.profile,
      email: userClaimsByScope.email,
    },
    // Entra puts what the scopes open into the ID token, not only into userinfo.
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'], userinfoSigningAlgValues: ['RS256'] },
    pkce: { required: (_ctx, client) => client.clientAuthMethod === 'none' },
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientAuthMethod === 'none' &&
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
    formats: {
      customizers: {
        jwt: (_ctx, token, parts) => {
          // Entra writes `JWT` where RFC 9068 says `at+jwt`.
          parts.header = { typ: 'JWT' };
          parts.payload = accessTokenClaims(
            {
              id: token.jti,
              audience: String(token.aud),
              clientId: token.clientId ?? '',
              userId: 'accountId' in token ? token.accountId : undefined,
              scope: token.scope ?? '',
              issuedAt: Math.floor(setup.now() / 1000),
              lifetimeSeconds: token.expiration,
            },
            directory,
          );
        },
      },
    },
    findAccount: async (_ctx, objectId) => {
      const user = directory.user(objectId);
      return user && { accountId: objectId, claims: async () => userClaims(user, directory) };
    },
    interactions: {
      policy: interactions(),
      url: (_ctx, interaction) => `${signIn}/${interaction.uid}`,
    },
    loadExistingGrant: grantEverything,
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    // RFC 9700 §4.14.2: a refresh token that comes back a second time ends the whole grant.
    rotateRefreshToken: true,
    renderError: setup.renderError,
    ttl: {
      AccessToken: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      AuthorizationCode: 5 * 60,
      ClientCredentials: (_ctx, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      Grant: 14 * 24 * 3600,
      IdToken: 3600,
      Interaction: 15 * 60,
      RefreshToken: 14 * 24 * 3600,
      Session: 24 * 3600,
    },
  };
}

function clientMetadata(client: IdentityClient): ClientMetadata {
  const redirectUris = [...(client.redirectUris ?? [])];
  const isPublic = client.secret === undefined;
  const signsUsersIn = redirectUris.length > 0;
  return {
    client_id: client.clientId,
    client_name: client.name,
    // The library takes the secret from the header or from the body, whichever of the two is named.
    ...(isPublic ? {} : { client_secret: client.secret }),
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_post',
    grant_types: [
      ...(signsUsersIn ? (['authorization_code', 'refresh_token'] as const) : []),
      ...(isPublic ? [] : (['client_credentials'] as const)),
    ],
    response_types: signsUsersIn ? ['code'] : [],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: [...(client.postLogoutRedirectUris ?? [])],
    application_type: applicationType(client),
  };
}

/** Consent is given for the tenant: no prompt asks for it, unless the client insists on one. */
function interactions(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  policy.add(new interactionPolicy.Prompt({ name: 'consent', requestable: true }));
  return policy;
}
