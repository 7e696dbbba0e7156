/** What a page or redirect looked like to the browser. */
export interface Visit {
  readonly status: number;
  readonly url: URL;
  readonly html: string;
  readonly headers: Headers;
}

interface Cookie {
  readonly name: string;
  readonly path: string;
  readonly value: string;
}

/** The little of a browser that a sign-in needs: cookies by path, redirects, forms. */
export class Browser {
  readonly #origin: string;
  #cookies: Cookie[] = [];

  /** `origin` is the only one it visits; a redirect to another is where it stops. */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Goes to `url`, or posts `form` to it, and follows redirects; the last one may lead to a client, unvisited. */
  async visit(url: string | URL, form?: URLSearchParams): Promise<Visit> {
    const at = new URL(url);
    const response = await fetch(at, {
      ...(form ? { method: 'POST', body: form } : {}),
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.#cookieFor(at) },
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const html = await response.text();
    const location = response.headers.get('location');
    if (location === null)
      return { status: response.status, url: at, html, headers: response.headers };
    const next = new URL(location, at);
    if (next.origin === this.#origin) return this.visit(next);
    return { status: response.status, url: next, html, headers: response.headers };
  }

  /** Sends the form of a page with `fields` beside its hidden inputs. */
  async submit(page: Visit, fields: Record<string, string>): Promise<Visit> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const hidden = [...page.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(hidden.map(([, name = '', value = '']) => [name, value]));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.visit(new URL(action, page.url), body);
  }

  #cookieFor(url: URL): string {
    return this.#cookies
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; path=([^;]+)/i.exec(line)?.[1] ?? '/';
    this.#cookies = this.#cookies.filter((each) => each.name !== name || each.path !== path);
    if (value !== '') this.#cookies.push({ name, path, value });
  }
}
