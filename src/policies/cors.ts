import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { once, optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { finished } from '../engine/run/Step.ts';

export const cors = definePolicy({
  name: 'cors',
  doc: 'Lets pages of other origins call (https://fetch.spec.whatwg.org/#http-cors-protocol): answers preflights, and marks answers.',
  reference: 'https://learn.microsoft.com/azure/api-management/cors-policy',
  sections: ['inbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'allow-credentials': boolean('Whether cookies and the like may be sent along.', {
      default: false,
      expressions: true,
    }),
    // The table of the page says false, its text true; the schema that Azure validates with says true.
    'terminate-unmatched-request': boolean(
      'Whether a request whose origin is not allowed ends with an empty answer, instead of going on without CORS headers.',
      { default: true, expressions: true },
    ),
  },
  children: {
    'allowed-origins': once({
      children: {
        origin: some({ content: text('`*`, or scheme, host and port.', { required: true }) }),
      },
    }),
    'allowed-methods': optional({
      attributes: {
        'preflight-result-max-age': integer(
          'Seconds that browsers may keep the answer to a preflight.',
          {
            default: 0,
            expressions: true,
          },
        ),
      },
      children: {
        method: some({ content: text('A method, or `*`.', { required: true, expressions: true }) }),
      },
    }),
    'allowed-headers': optional({
      children: { header: some({ content: text('A header, or `*`.', { required: true }) }) },
    }),
    'expose-headers': optional({
      children: {
        header: some({
          content: text('A header that pages may read, or `*`.', { required: true }),
        }),
      },
    }),
  },
  examples: [
    '<cors allow-credentials="true"><allowed-origins><origin>https://app.contoso.example</origin></allowed-origins><allowed-methods preflight-result-max-age="300"><method>GET</method><method>PUT</method></allowed-methods><allowed-headers><header>x-tier</header></allowed-headers><expose-headers><header>x-total</header></expose-headers></cors>',
    '<cors><allowed-origins><origin>*</origin></allowed-origins><allowed-methods><method>*</method></allowed-methods><allowed-headers><header>*</header></allowed-headers></cors>',
  ],
  compile(
    {
      allowCredentials,
      terminateUnmatchedRequest,
      allowedOrigins,
      allowedMethods,
      allowedHeaders,
      exposeHeaders,
    },
    build,
  ) {
    const origins = originsOf(allowedOrigins.origin, build);
    const headers = namesOf(allowedHeaders?.header ?? []);
    const exposed = (exposeHeaders?.header ?? []).map((name) => name.trim()).join(',');
    const rules: Rules = {
      origins,
      headers,
      allowCredentials,
      // The page: GET and POST when none is listed.
      methods: allowedMethods?.method ?? undefined,
      maxAge: allowedMethods?.preflightResultMaxAge,
    };
    return (context) => {
      const { headers: sent, method } = context.request;
      const origin = sent.get('origin');
      if (origin === undefined) return undefined;
      const isAllowed = origins === 'any' || origins.has(normalOrigin(origin) ?? '');
      const asked = method === 'OPTIONS' ? sent.get('access-control-request-method') : undefined;
      context.tracer?.explain({
        message: `The origin is ${isAllowed ? '' : 'not '}allowed.`,
        origin,
      });
      if (asked !== undefined) return answerPreflight(rules, origin, asked, isAllowed, context);
      if (isAllowed) {
        context.atEnd(() => mark(rules, origin, exposed, context));
        return undefined;
      }
      if (!terminateUnmatchedRequest(context)) return undefined;
      context.openResponse();
      return finished;
    };
  },
});

interface Rules {
  readonly origins: ReadonlySet<string> | 'any';
  readonly headers: ReadonlySet<string> | 'any';
  readonly allowCredentials: Value<boolean>;
  /** Undefined for the default methods. */
  readonly methods: readonly Value<string>[] | undefined;
  readonly maxAge: Value<number> | undefined;
}

const defaultMethods = ['GET', 'POST'];

/** An answer that grants nothing is empty; browsers take it for a no. */
function answerPreflight(
  rules: Rules,
  origin: string,
  asked: string,
  isAllowed: boolean,
  context: PolicyContext,
): typeof finished | undefined {
  const methods = rules.methods?.map((method) => method(context).trim()) ?? defaultMethods;
  const allowsMethod = methods.some(
    (method) => method === '*' || method.toUpperCase() === asked.toUpperCase(),
  );
  const wanted = (context.request.headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const { headers } = rules;
  const allowsHeaders =
    headers === 'any' || wanted.every((name) => headers.has(name.toLowerCase()));
  // Another `cors`, at a broader scope, may grant what this one does not.
  if (!isAllowed || !allowsMethod || !allowsHeaders) return undefined;
  const answer = context.openResponse().headers;
  mark(rules, origin, '', context);
  answer.set('Access-Control-Allow-Methods', methods.includes('*') ? asked : methods.join(','));
  if (wanted.length > 0) answer.set('Access-Control-Allow-Headers', wanted.join(','));
  const maxAge = rules.maxAge?.(context) ?? 0;
  if (maxAge > 0) answer.set('Access-Control-Max-Age', String(maxAge));
  return finished;
}

/** Marks an answer so that the browser shows it to the page. */
function mark(
  { origins, allowCredentials }: Rules,
  origin: string,
  exposed: string,
  context: PolicyContext,
): void {
  const { headers } = context.openResponse();
  const withCredentials = allowCredentials(context);
  // https://fetch.spec.whatwg.org/#cors-protocol-and-credentials: `*` does not go with credentials, and
  // any origin at all must not get at what a user's credentials show.
  const isAny = origins === 'any';
  headers.set('Access-Control-Allow-Origin', isAny ? '*' : origin);
  if (!isAny) headers.append('Vary', 'Origin');
  if (withCredentials && !isAny) headers.set('Access-Control-Allow-Credentials', 'true');
  if (exposed !== '') headers.set('Access-Control-Expose-Headers', exposed);
}

function originsOf(origins: readonly string[], build: BuildContext): ReadonlySet<string> | 'any' {
  const trimmed = origins.map((origin) => origin.trim());
  if (trimmed.includes('*')) {
    if (trimmed.length > 1)
      build.report({ message: "'*' stands for every origin, so it must stand alone." });
    return 'any';
  }
  return new Set(
    trimmed.map((origin) => {
      const normal = normalOrigin(origin);
      if (normal === undefined) {
        build.report({
          message: `'${origin}' is no origin.`,
          hint: 'Write scheme://host or scheme://host:port.',
        });
      }
      return normal ?? '';
    }),
  );
}

/** RFC 6454 §4: scheme, host and port; a missing port is the scheme's own. */
function normalOrigin(text: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)\/?$/i.exec(text);
  if (!match) return undefined;
  const [, scheme = '', host = ''] = match;
  const lower = host.toLowerCase();
  const port = scheme.toLowerCase() === 'https' ? ':443' : ':80';
  return `${scheme.toLowerCase()}://${lower.endsWith(port) ? lower.slice(0, -port.length) : lower}`;
}

function namesOf(names: readonly string[]): ReadonlySet<string> | 'any' {
  const trimmed = names.map((name) => name.trim().toLowerCase());
  return trimmed.includes('*') ? 'any' : new Set(trimmed);
}
