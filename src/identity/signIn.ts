import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Directory } from './Directory.ts';
import { EntraError } from './entraErrors.ts';
import type { Provider } from './oidcProvider.ts';
import { signInPage, type Page } from './pages.ts';
import type { SignInAttempts } from './signInAttempts.ts';

/** Sign-in forms are tiny; more is not one. */
const maxFormBytes = 8 * 1024;

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * The sign-in page of one interaction: shows it (GET) and judges it (POST). The interaction belongs
 * to the browser that holds its cookie (SameSite=Lax, bound to this path), and its id is a secret of
 * the library: another site can neither guess the path nor send the cookie with a form.
 */
export async function serveSignIn(
  ctx: KoaContextWithOIDC,
  uid: string,
  provider: Provider,
  directory: Directory,
  attempts: SignInAttempts,
): Promise<void> {
  const interaction = await findInteraction(ctx, uid, provider);
  const finish = async (result: Parameters<Provider['interactionResult']>[2]): Promise<void> => {
    // 303, so that the browser does not post the password again (RFC 9700 §4.12).
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    ctx.status = 303;
  };
  // Every client of the tenant is first-party: nothing is left to consent to.
  if (interaction.prompt.name === 'consent') return finish({ consent: {} });
  if (ctx.method !== 'POST') return show(ctx, page(ctx, interaction, directory));
  const form = await readForm(ctx);
  if (form.has('cancel'))
    return finish({ error: 'access_denied', error_description: 'AADSTS65004: User declined.' });
  const selectedId = form.get('user') ?? '';
  try {
    const user = attempts.check(selectedId, form.get('password') ?? '');
    await finish({ login: { accountId: user.objectId }, select_account: {}, consent: {} });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    ctx.status = 400;
    show(ctx, page(ctx, interaction, directory, { selectedId, error: error.description }));
  }
}

/** Sends a page with its headers. */
export function show(ctx: KoaContextWithOIDC, { html, headers }: Page): void {
  ctx.set(headers);
  ctx.body = html;
}

async function findInteraction(
  ctx: KoaContextWithOIDC,
  uid: string,
  provider: Provider,
): Promise<Interaction> {
  const interaction = await provider.interactionDetails(ctx.req, ctx.res);
  if (interaction.uid === uid) return interaction;
  throw new EntraError('invalid_request', 50058, 'The sign-in session was not found.');
}

function page(
  ctx: KoaContextWithOIDC,
  { params }: Interaction,
  directory: Directory,
  again: { selectedId?: string; error?: string } = {},
): Page {
  const clientId = String(params.client_id);
  const hint = directory.users.find((user) => user.userPrincipalName === params.login_hint);
  return signInPage({
    action: ctx.path,
    clientName: directory.client(clientId)?.name ?? clientId,
    redirectUri: String(params.redirect_uri),
    users: directory.users,
    asksPassword: directory.users.some(({ password }) => password !== undefined),
    selectedId: again.selectedId ?? hint?.objectId,
    error: again.error,
  });
}

async function readForm(ctx: KoaContextWithOIDC): Promise<URLSearchParams> {
  const refused = new EntraError('invalid_request', 9002313, 'Invalid request.');
  if (!ctx.is('application/x-www-form-urlencoded')) throw refused;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of ctx.req) {
    length += (chunk as Buffer).length;
    if (length > maxFormBytes) throw refused;
    chunks.push(chunk as Buffer);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
