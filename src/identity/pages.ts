import { createHash } from 'node:crypto';

/** A page with the policy that lets a browser run exactly this page and nothing else. */
export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SignInChoice {
  readonly objectId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
}

export interface SignInPage {
  /** Path that the form is posted to. */
  readonly action: string;
  readonly clientName: string;
  /** Where the browser goes after the form: it must be allowed to follow the redirect there. */
  readonly redirectUri: string;
  readonly users: readonly SignInChoice[];
  readonly selectedId?: string | undefined;
  readonly asksPassword: boolean;
  readonly error?: string | undefined;
}

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; }
body { display: grid; place-items: center; min-height: 90vh; margin: 0; }
main { width: min(24rem, 90vw); padding: 2rem; border: 1px solid #8884; border-radius: 8px; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1rem; }
label { display: block; padding: .5rem 0; }
small { display: block; opacity: .7; }
input[type=password] { display: block; width: 100%; box-sizing: border-box; padding: .5rem; margin-top: .25rem; }
button { padding: .5rem 1.5rem; }
.error { border-left: 4px solid #c50f1f; padding-left: .75rem; overflow-wrap: anywhere; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/** Headers of every page; `formAction` lists where its forms may lead, redirects included. */
function headers(formAction: string): Record<string, string> {
  return {
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
    'content-type': 'text/html; charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}

/** Asks who signs in. */
export function signInPage(page: SignInPage): Page {
  const users = page.users.map((user, index) => {
    const selected = page.selectedId ? user.objectId === page.selectedId : index === 0;
    return `<label><input type="radio" name="user" value="${escape(user.objectId)}"${selected ? ' checked' : ''} required> ${escape(user.displayName)}<small>${escape(user.userPrincipalName)}</small></label>`;
  });
  const password = `<label>Password<input type="password" name="password" autocomplete="current-password"></label>`;
  return {
    html: layout(
      'Sign in',
      `<p>to continue to ${escape(page.clientName)}</p>
${page.error === undefined ? '' : errorText(page.error)}
<form method="post" action="${escape(page.action)}">
<fieldset><legend>Pick an account</legend>
${users.join('\n')}
</fieldset>
${page.asksPassword ? password : ''}
<button type="submit">Sign in</button>
<button type="submit" name="cancel" value="yes" formnovalidate>Cancel</button>
</form>`,
    ),
    headers: headers(`'self' ${redirectSource(page.redirectUri)}`.trim()),
  };
}

/** Asks whether to sign out; `formHtml` is the library's form, `form` its id. */
export function signOutPage(formHtml: string, form: string, redirectUri: string): Page {
  return {
    html: layout(
      'Sign out',
      `<p>Do you want to sign out?</p>
${formHtml}
<button type="submit" form="${escape(form)}" name="logout" value="yes">Sign out</button>
<button type="submit" form="${escape(form)}">Stay signed in</button>`,
    ),
    headers: headers(`'self' ${redirectSource(redirectUri)}`.trim()),
  };
}

export function signedOutPage(): Page {
  return {
    html: layout('Signed out', '<p>You signed out of your account.</p>'),
    headers: headers("'none'"),
  };
}

/** Tells a person what went wrong, when there is no client to tell it to. */
export function errorPage(description: string): Page {
  return {
    html: layout("Sorry, but we're having trouble signing you in.", errorText(description)),
    headers: headers("'none'"),
  };
}

function errorText(text: string): string {
  return `<p class="error" role="alert">${escape(text)}</p>`;
}

function layout(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head>
<body><main><h1>${escape(title)}</h1>
${body}
</main></body>
</html>
`;
}

/**
 * The redirect URI as a source of Content-Security-Policy. Browsers apply form-action to the
 * redirects that follow a form, so without it the last step of the sign-in would be blocked.
 */
function redirectSource(redirectUri: string): string {
  const parsed = URL.parse(redirectUri);
  if (!parsed) return '';
  return parsed.origin === 'null' ? parsed.protocol : parsed.origin;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
