import type { EventEmitter } from 'node:events';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Directory } from './Directory.ts';
import { EntraError, entraErrorBody, type ErrorWorld } from './entraErrors.ts';
import { translateError, type RequestFacts } from './libraryErrors.ts';
import { errorPage } from './pages.ts';
import { show } from './signIn.ts';

/** The library's events that carry an error which it answered itself. */
const errorEvents = [
  'discovery.error',
  'end_session.error',
  'end_session_confirm.error',
  'end_session_success.error',
  'grant.error',
  'jwks.error',
  'server_error',
  'userinfo.error',
];

/** Answers errors as Entra does: JSON with an AADSTS number for programs, a page for people. */
export class ErrorAnswers {
  readonly #directory: Directory;
  readonly #world: ErrorWorld;
  readonly #onError: (error: unknown) => void;
  readonly #failures = new WeakMap<KoaContextWithOIDC, unknown>();

  constructor(directory: Directory, world: ErrorWorld, onError: (error: unknown) => void) {
    this.#directory = directory;
    this.#world = world;
    this.#onError = onError;
  }

  /** Notes the errors of the library's provider. */
  listenTo(provider: EventEmitter): void {
    for (const event of errorEvents)
      provider.on(event, (ctx: KoaContextWithOIDC, error: unknown) => {
        this.#failures.set(ctx, error);
        if (event === 'server_error') this.#onError(error);
      });
    // Without a listener the library's framework prints the stack.
    provider.on('error', this.#onError);
  }

  /** Middleware around everything else. */
  async answer(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
    // For the library's own pages; ours bring a stricter policy. A script is added by its hash.
    ctx.set(
      'content-security-policy',
      "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    ctx.set('x-content-type-options', 'nosniff');
    try {
      await next();
    } catch (error) {
      return this.#answerThrown(ctx, error);
    }
    if (this.#failures.has(ctx) && ctx.type === 'application/json')
      this.#answerJson(ctx, this.#translate(ctx, this.#failures.get(ctx)));
  }

  /** `renderError` of the library's configuration: an error that has no client to go to. */
  renderPage(ctx: KoaContextWithOIDC, error: unknown): void {
    const translated = this.#translate(ctx, error);
    const { error_description: description } = this.#body(ctx, translated);
    ctx.status = translated.status;
    show(ctx, errorPage(description));
  }

  #answerThrown(ctx: KoaContextWithOIDC, error: unknown): void {
    const translated = this.#translate(ctx, error);
    if (translated.status >= 500) this.#onError(error);
    if (ctx.accepts('json', 'html') === 'html') return this.renderPage(ctx, error);
    this.#answerJson(ctx, translated);
  }

  #answerJson(ctx: KoaContextWithOIDC, error: EntraError): void {
    ctx.status = error.status;
    ctx.set('cache-control', 'no-store');
    ctx.body = this.#body(ctx, error);
  }

  #body(ctx: KoaContextWithOIDC, error: EntraError): ReturnType<typeof entraErrorBody> {
    return entraErrorBody(error, ctx.get('client-request-id'), this.#world);
  }

  #translate(ctx: KoaContextWithOIDC, error: unknown): EntraError {
    return error instanceof EntraError ? error : translateError(error, this.#facts(ctx));
  }

  #facts(ctx: KoaContextWithOIDC): RequestFacts {
    const sent = ctx.method === 'POST' ? (ctx.oidc?.body ?? {}) : ctx.query;
    const value = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '');
    const clientId = value('client_id') || basicUser(ctx.get('authorization'));
    return {
      tenantId: this.#directory.tenantId,
      clientId,
      isPublicClient: this.#directory.client(clientId)?.secret === undefined,
      redirectUri: value('redirect_uri'),
      grantType: value('grant_type'),
    };
  }
}

/** The client id of HTTP Basic authentication (RFC 6749 §2.3.1), as it was sent; for messages only. */
function basicUser(authorization: string): string {
  const [, credentials = ''] = /^basic ([\w+/]+=*)$/i.exec(authorization) ?? [];
  return Buffer.from(credentials, 'base64').toString('utf8').split(':')[0] ?? '';
}
