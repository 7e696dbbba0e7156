import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { checkConfiguration, type IdentityConfiguration } from './configuration.ts';
import { Directory } from './Directory.ts';
import { EntraError } from './entraErrors.ts';
import { ErrorAnswers } from './errorAnswers.ts';
import { MemoryStore } from './MemoryStore.ts';
import { Provider } from './oidcProvider.ts';
import { providerConfiguration } from './providerSetup.ts';
import { findRoute, pathsOf } from './routes.ts';
import { serveSignIn } from './signIn.ts';
import { SignInAttempts } from './signInAttempts.ts';
import {
  checkSigningKeys,
  generateSigningKey,
  publicJwks,
  type SigningKey,
} from './signingKeys.ts';

/** What the provider needs from outside the process. */
export interface IdentityWorld {
  /**
   * Milliseconds since 1970: the clock of access tokens and of the state that is kept. ID tokens and
   * authorization codes are stamped by oidc-provider, which reads the clock of the system.
   */
  now(): number;
  randomBytes(count: number): Uint8Array;
}

export interface IdentityProviderOptions extends IdentityConfiguration {
  /** Private RSA keys, the one that signs first; a new one is generated when absent. */
  readonly keys?: readonly SigningKey[];
  readonly world: IdentityWorld;
  /** Told of every failure of the provider itself; callers only see a server_error. */
  readonly onError?: (error: unknown) => void;
}

/** A running tenant: mount `handler` on any http or https server. */
export interface IdentityProvider {
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** `iss` of all tokens. */
  readonly issuer: string;
  /** `…/v2.0/.well-known/openid-configuration` */
  readonly metadataUrl: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  /** The public keys, as they are published. */
  jwks(): { keys: Record<string, string>[] };
  /**
   * Signs with a new key from now on. Earlier keys stay published, the last two of them, so that
   * their tokens still verify; `retire` takes them away at once. Sessions and grants live on.
   */
  rotateKeys(options?: { retire?: boolean }): Promise<void>;
}

type Handler = IdentityProvider['handler'];

const publishedKeys = 3;

/**
 * The identity provider of one tenant, in the shape of Microsoft Entra: v2.0 paths, claims and error
 * bodies; client credentials, authorization code with PKCE, refresh tokens with rotation.
 * Throws IdentityConfigurationError.
 */
export async function createIdentityProvider(
  options: IdentityProviderOptions,
): Promise<IdentityProvider> {
  checkConfiguration(options);
  if (options.keys) checkSigningKeys(options.keys);
  const directory = new Directory(options);
  const parts: Parts = {
    options,
    directory,
    store: new MemoryStore(() => options.world.now()),
    attempts: new SignInAttempts(directory, () => options.world.now()),
    cookieSecret: Buffer.from(options.world.randomBytes(32)).toString('base64url'),
  };
  let keys = options.keys ?? [await generateSigningKey()];
  let handler = createHandler(parts, keys);
  const paths = pathsOf(directory.tenantId);
  const urlOf = (path: string): string => directory.publicOrigin + path;
  return {
    handler: (request, response) => handler(request, response),
    issuer: directory.issuer,
    metadataUrl: urlOf(paths.metadata),
    authorizeUrl: urlOf(paths.authorization),
    tokenUrl: urlOf(paths.token),
    jwksUrl: urlOf(paths.jwks),
    jwks: () => publicJwks(keys),
    async rotateKeys({ retire = false } = {}) {
      const next = await generateSigningKey();
      keys = [next, ...(retire ? [] : keys)].slice(0, publishedKeys);
      // The library reads its keys once; its state is ours, so a new instance takes over unnoticed.
      handler = createHandler(parts, keys);
    },
  };
}

/** What outlives a rotation of keys. */
interface Parts {
  readonly options: IdentityProviderOptions;
  readonly directory: Directory;
  readonly store: MemoryStore;
  readonly attempts: SignInAttempts;
  readonly cookieSecret: string;
}

function createHandler(parts: Parts, keys: readonly SigningKey[]): Handler {
  const { attempts, directory, options, store } = parts;
  const errors = new ErrorAnswers(directory, options.world, options.onError ?? (() => {}));
  const provider = new Provider(
    directory.issuer,
    providerConfiguration({
      configuration: options,
      directory,
      store,
      keys,
      cookieSecret: parts.cookieSecret,
      now: () => options.world.now(),
      renderError: (ctx, _out, error) => errors.renderPage(ctx, error),
    }),
  );
  // URLs and the Secure attribute of cookies follow the public origin, whatever host a client names
  // in the request and whether TLS ends here or in front of us.
  const origin = new URL(directory.publicOrigin);
  Object.defineProperties(provider.request, {
    protocol: { value: origin.protocol.slice(0, -1) },
    href: { value: origin.href },
  });
  errors.listenTo(provider);
  provider.use((ctx: KoaContextWithOIDC, next) => errors.answer(ctx, next));
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    const route = findRoute(ctx.method, ctx.path, directory.tenantId);
    switch (route?.kind) {
      case 'library':
        ctx.path = route.path;
        return next();
      case 'signIn':
        return serveSignIn(ctx, route.uid, provider, directory, attempts);
      case 'unknownTenant':
        throw unknownTenant(route.tenant);
      case 'wrongMethod':
        ctx.set('allow', route.allowed.join(', '));
        throw wrongMethod(ctx.method, route.allowed);
      case undefined:
        // The framework answers what nobody answered: 404.
        return undefined;
    }
  });
  const answer = provider.callback();
  return (request, response) => void answer(request, response);
}

function unknownTenant(tenant: string): EntraError {
  return new EntraError(
    'invalid_tenant',
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  );
}

function wrongMethod(method: string, allowed: readonly string[]): EntraError {
  return new EntraError(
    'invalid_request',
    900561,
    `The endpoint only accepts ${allowed.join(', ')} requests. Received a ${method} request.`,
    405,
  );
}
