import type { errors } from 'oidc-provider';
import { EntraError } from './entraErrors.ts';

/** What messages say about the request. */
export interface RequestFacts {
  readonly tenantId: string;
  readonly clientId: string;
  readonly isPublicClient: boolean;
  readonly redirectUri: string;
  readonly grantType: string;
}

interface Translation {
  /** `error` of the library. */
  readonly of: string;
  /** In what the library says about it, to the caller or to its log; absent: anything. */
  readonly about?: RegExp;
  readonly when?: (facts: RequestFacts) => boolean;
  readonly to: (facts: RequestFacts, about: string) => EntraError;
}

/** From errors of the library to those of Entra; the first that fits is taken. */
const translations: readonly Translation[] = [
  {
    of: 'invalid_client',
    about: /client not found/,
    to: ({ clientId, tenantId }) =>
      new EntraError(
        'unauthorized_client',
        700016,
        `Application with identifier '${clientId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      ),
  },
  {
    of: 'invalid_client',
    about: /invalid secret/,
    to: ({ clientId }) =>
      new EntraError(
        'invalid_client',
        7000215,
        `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
        401,
      ),
  },
  {
    of: 'invalid_client',
    when: ({ isPublicClient }) => isPublicClient,
    to: () =>
      new EntraError(
        'invalid_client',
        700025,
        "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
        401,
      ),
  },
  { of: 'invalid_client', to: missingSecret },
  {
    of: 'invalid_request',
    about: /grant type is not allowed/,
    when: ({ isPublicClient }) => isPublicClient,
    to: missingSecret,
  },
  {
    of: 'invalid_request',
    about: /grant type is not allowed/,
    to: ({ clientId, grantType }) =>
      new EntraError(
        'unauthorized_client',
        700016,
        `The application '${clientId}' is not registered for the grant type '${grantType}'.`,
      ),
  },
  {
    of: 'unsupported_grant_type',
    to: ({ grantType }) =>
      new EntraError(
        'unsupported_grant_type',
        70003,
        `The app requested an unsupported grant type '${grantType}'.`,
      ),
  },
  {
    of: 'invalid_redirect_uri',
    to: ({ redirectUri, clientId }) =>
      new EntraError(
        'invalid_request',
        50011,
        `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
      ),
  },
  {
    of: 'invalid_grant',
    about: /already (?:used|consumed)/,
    to: () =>
      new EntraError(
        'invalid_grant',
        54005,
        'OAuth2 Authorization code or refresh token was already redeemed, please retry with a new valid one.',
      ),
  },
  {
    of: 'invalid_grant',
    about: /expired/,
    to: () =>
      new EntraError(
        'invalid_grant',
        70008,
        'The provided authorization code or refresh token has expired. Send a new interactive authorization request for this user and resource.',
      ),
  },
  {
    of: 'invalid_grant',
    about: /redirect_uri mismatch/,
    to: ({ redirectUri }) =>
      new EntraError(
        'invalid_grant',
        500112,
        `The reply address '${redirectUri}' does not match the reply address provided when requesting the authorization code.`,
      ),
  },
  {
    of: 'invalid_grant',
    about: /code_verifier/,
    to: () =>
      new EntraError(
        'invalid_grant',
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      ),
  },
  {
    of: 'invalid_grant',
    to: () => new EntraError('invalid_grant', 70000, 'Provided grant is invalid or malformed.'),
  },
  {
    of: 'invalid_scope',
    to: (_facts, about) =>
      new EntraError(
        'invalid_scope',
        70011,
        `The provided value for the input parameter 'scope' is not valid: ${about}.`,
      ),
  },
  {
    of: 'invalid_request',
    about: /missing required parameter/,
    to: (_facts, about) =>
      new EntraError(
        'invalid_request',
        900144,
        `The request body must contain the following parameter: ${about.match(/'.+'/)?.[0] ?? about}.`,
      ),
  },
  {
    of: 'server_error',
    to: () =>
      new EntraError(
        'server_error',
        50000,
        'There was an error issuing a token or an issue with our sign-in service.',
        500,
      ),
  },
];

function missingSecret(): EntraError {
  return new EntraError(
    'invalid_client',
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    401,
  );
}

/** Our own error for one that the library raised, or that we handed to it with `asLibraryError`. */
export function translateError(error: unknown, facts: RequestFacts): EntraError {
  const { code, about, detail, status } = factsOf(error);
  const own = /^AADSTS(\d+): (.*)$/s.exec(about);
  if (own) return new EntraError(code, Number(own[1]), own[2] ?? '', status);
  const found = translations.find(
    ({ of, about: pattern, when }) =>
      of === code && (pattern?.test(`${about}\n${detail}`) ?? true) && (when?.(facts) ?? true),
  );
  if (found) return found.to(facts, about);
  return new EntraError(code, 9002313, `Invalid request. ${about}`.trim(), status);
}

/** The parts of an error that may be told; of one that the library did not mean to show, nothing. */
function factsOf(error: unknown): { code: string; about: string; detail: string; status: number } {
  if (!isLibraryError(error) || !error.expose)
    return { code: 'server_error', about: '', detail: '', status: 500 };
  const { error: code, error_description: about = '', error_detail: detail = '', status } = error;
  return { code, about, detail, status };
}

function isLibraryError(error: unknown): error is errors.OIDCProviderError {
  return error instanceof Error && 'expose' in error && 'error' in error && 'status' in error;
}
