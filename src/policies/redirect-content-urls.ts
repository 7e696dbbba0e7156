import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import type { Url } from '../lib/http/Url.ts';
import { changesBody } from './bodyChange.ts';

export const redirectContentUrls = definePolicy({
  name: 'redirect-content-urls',
  doc: 'Makes addresses of the backend in the body of the response lead to the gateway; in inbound, those of the gateway to the backend.',
  reference: 'https://learn.microsoft.com/azure/api-management/redirect-content-urls-policy',
  sections: ['inbound', 'outbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {},
  examples: ['<redirect-content-urls />', '<redirect-content-urls id="mask" />'],
  compile(_policy, build) {
    const isOutbound = build.section === 'outbound';
    return changesBody(build, (bytes, _message, context) => {
      const backend = backendAddress(context);
      if (!backend) return undefined;
      const gateway = gatewayAddress(context);
      const [from, to] = isOutbound ? [backend, gateway] : [gateway, backend];
      // Latin-1 gives each byte one character: whatever is no address comes out as it went in.
      const body = Buffer.from(bytes).toString('latin1');
      const changed = redirect(body, from, to);
      context.tracer?.explain({
        message: changed === body ? 'The body holds no such address.' : 'Addresses were changed.',
        from: `${from.authority}${from.path}`,
        to: `${to.authority}${to.path}`,
      });
      return changed === body ? undefined : Buffer.from(changed, 'latin1');
    });
  },
});

/** What addresses of one side begin with. */
interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly authority: string;
  /** Without a slash at its end. */
  readonly path: string;
}

function backendAddress({ target }: PolicyContext): Address | undefined {
  return target && addressAt(target.baseUrl, target.baseUrl.path);
}

/** Where callers find the API: the path of the API, and of its version if that stands in the path. */
function gatewayAddress({ request, api }: PolicyContext): Address {
  const { originalUrl } = request;
  const base = api && api.path !== '' ? `/${api.path}` : '';
  const versioned = `${base}/${api?.version ?? ''}`;
  const isVersioned = api?.version && isWithin(originalUrl.path, versioned);
  return addressAt(originalUrl, isVersioned ? versioned : base);
}

function isWithin(path: string, prefix: string): boolean {
  return `${path}/`.toLowerCase().startsWith(`${prefix}/`.toLowerCase());
}

function addressAt({ scheme, host, authority }: Url, path: string): Address {
  return { scheme, host, authority, path: path.replace(/\/+$/, '') };
}

/**
 * Puts `to` in the place of `from` where an address begins with it, whole segments of its path
 * only, also where JSON escapes slashes. Either scheme counts: links are often written for the
 * other one.
 */
function redirect(body: string, from: Address, to: Address): string {
  const port =
    from.authority === from.host
      ? '(?::(?:80|443))?'
      : literal(from.authority.slice(from.host.length));
  const path = from.path.split('/').map(literal).join('(?:/|\\\\/)');
  const start = `https?:(//|\\\\/\\\\/)${literal(from.host)}${port}${path}`;
  const address = new RegExp(`${start}(?![\\w:@%~-]|\\.\\w)`, 'gi');
  return body.replace(address, (_found, slashes: string) => {
    const target = `${to.scheme}://${to.authority}${to.path}`;
    return slashes === '//' ? target : target.replaceAll('/', '\\/');
  });
}

function literal(text: string): string {
  return RegExp.escape(text);
}
