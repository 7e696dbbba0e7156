import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { once, optional, some } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { finished } from '../engine/run/Step.ts';
import type { HeaderMap } from '../lib/http/HeaderMap.ts';
import { parseOrigin } from '../lib/http/origin.ts';
import { corsRulesOf } from './corsRules.ts';
import type { CorsRules } from './corsRules.ts';

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
    // The table of the page says false, its text true, and so does the product's team: any "request
    // [that] also has an Origin header that is NOT in the list" ends with an empty 200
    // (https://github.com/MicrosoftDocs/azure-docs/issues/71283).
    'terminate-unmatched-request': boolean(
      'Whether a request whose origin is not allowed ends with an empty answer, instead of going on without CORS headers.',
      { default: true, expressions: true },
    ),
  },
  // Azure's schema lets the elements stand in any order.
  anyOrder: true,
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
  compile(policy, build) {
    const rules = corsRulesOf(policy, build);
    return (context) => {
      const { headers, method } = context.request;
      const origin = headers.get('origin');
      if (origin === undefined) {
        if (rules.origins !== 'any') context.onAnswer(varyByOrigin);
        return undefined;
      }
      // The page: "Generally, only the first cors policy is applied."
      if (granted.has(context)) return undefined;
      const asked = method === 'OPTIONS' ? headers.get('access-control-request-method') : undefined;
      const grant =
        asked === undefined
          ? answerGrant(rules, origin, context)
          : preflightGrant(rules, origin, asked, context);
      context.tracer?.explain({
        message: grant
          ? 'The policy grants the request.'
          : 'The policy does not grant the request.',
        origin,
        preflight: asked !== undefined,
      });
      if (!grant) return refuse(rules, policy.terminateUnmatchedRequest, context);
      granted.add(context);
      if (asked === undefined) {
        context.onAnswer((answer) => write(grant, rules, answer));
        return undefined;
      }
      write(grant, rules, context.openResponse().headers);
      return finished;
    };
  },
});

/** Requests that a `cors` policy has granted. */
const granted = new WeakSet<PolicyContext>();

/** Headers of an answer. */
type Grant = readonly (readonly [name: string, value: string])[];

/** What lets a page of that origin see the answer; undefined when the origin is not allowed. */
function answerGrant(rules: CorsRules, origin: string, context: PolicyContext): Grant | undefined {
  const { origins, exposed } = rules;
  const isAny = origins === 'any';
  if (!isAny && !origins.has(origin) && !origins.has(parseOrigin(origin) ?? '')) return undefined;
  const grant: [string, string][] = [['Access-Control-Allow-Origin', isAny ? '*' : origin]];
  // https://fetch.spec.whatwg.org/#cors-protocol-and-credentials: `*` does not go with credentials, and
  // a page of any origin must not get at what the credentials of a user show.
  if (!isAny && rules.allowCredentials(context))
    grant.push(['Access-Control-Allow-Credentials', 'true']);
  if (exposed !== '') grant.push(['Access-Control-Expose-Headers', exposed]);
  return grant;
}

/** What lets the request follow that a preflight announces; undefined when it may not. */
function preflightGrant(
  rules: CorsRules,
  origin: string,
  asked: string,
  context: PolicyContext,
): Grant | undefined {
  const grant = answerGrant({ ...rules, exposed: '' }, origin, context);
  const methods = rules.methods.map((method) => method(context).trim());
  const isAnyMethod = methods.includes('*');
  if (!isAnyMethod && !methods.some((each) => each.toUpperCase() === asked.toUpperCase()))
    return undefined;
  const wanted = listed(context.request.headers.get('access-control-request-headers') ?? '');
  const { headers } = rules;
  if (headers !== 'any' && !wanted.every((name) => headers.has(name.toLowerCase())))
    return undefined;
  return (
    grant && [
      ...grant,
      ['Access-Control-Allow-Methods', isAnyMethod ? asked : methods.join(',')],
      ...(wanted.length > 0 ? [['Access-Control-Allow-Headers', wanted.join(',')] as const] : []),
      ['Access-Control-Max-Age', String(Math.max(0, rules.maxAge(context)))],
    ]
  );
}

/** An answer that grants nothing is empty; browsers take it for a no. */
function refuse(
  { origins }: CorsRules,
  terminates: Value<boolean>,
  context: PolicyContext,
): typeof finished | undefined {
  if (origins !== 'any') context.onAnswer(varyByOrigin);
  // Another `cors`, of another scope, may grant what this one does not.
  if (!terminates(context)) return undefined;
  context.openResponse();
  return finished;
}

const granting = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
];

function write(grant: Grant, { origins }: CorsRules, headers: HeaderMap): void {
  // What a backend grants of its own accord might go beyond the policy.
  for (const name of granting) headers.delete(name);
  for (const [name, value] of grant) headers.set(name, value);
  if (origins !== 'any') varyByOrigin(headers);
}

/** https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches: also for requests without an origin. */
function varyByOrigin(headers: HeaderMap): void {
  const names = listed(headers.get('vary') ?? '').map((name) => name.toLowerCase());
  if (!names.includes('origin') && !names.includes('*')) headers.append('Vary', 'Origin');
}

/** The members of a list (RFC 9110 §5.6.1). */
function listed(value: string): string[] {
  return value
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
}
