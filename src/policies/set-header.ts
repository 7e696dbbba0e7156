import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import type { CompiledElement } from '../engine/declaration/element.ts';
import { oneOf, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { HeaderMap, InvalidHeader } from '../lib/http/HeaderMap.ts';

/** The element as it stands on its own, in `return-response` and in `send-request`. */
export const headerElement = {
  attributes: {
    name: text('The header to set.', { required: true, expressions: true }),
    'exists-action': oneOf(
      ['override', 'skip', 'append', 'delete'],
      'What happens when the header is there already: `override` replaces it, `skip` leaves it, `append` adds to it, `delete` removes it.',
      { default: 'override', expressions: true },
    ),
  },
  children: {
    value: many({
      content: text('A value; several make a list.', { required: true, expressions: true }),
    }),
  },
} as const;

type HeaderElement = CompiledElement<typeof headerElement>;

export const setHeader = definePolicy({
  name: 'set-header',
  doc: 'Sets a header of the request (inbound, backend) or of the response (outbound, on-error), adds to it or removes it.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-header-policy',
  sections: allSections,
  scopes: allScopes,
  ...headerElement,
  examples: [
    '<set-header name="x-tier" exists-action="override"><value>gold</value></set-header>',
    '<set-header name="x-caller" exists-action="skip"><value>@(context.Request.IpAddress)</value></set-header>',
    '<set-header name="Ocp-Apim-Subscription-Key" exists-action="delete" />',
  ],
  compile(header, build) {
    checkHeader(header, build);
    const headersOf = headersIn(build);
    return (context) => applyHeader(headersOf(context), header, context);
  },
});

function headersIn({ section }: BuildContext): (context: PolicyContext) => HeaderMap {
  return section === 'inbound' || section === 'backend'
    ? (context) => context.request.headers
    : (context) => context.openResponse().headers;
}

/** Reports what is wrong with a `set-header` element for every request alike. */
export function checkHeader(
  { name, existsAction, value }: HeaderElement,
  build: BuildContext,
): void {
  if (name.constant && !isHeaderName(name.constant.value)) {
    build.report({
      attribute: 'name',
      message: `'${name.constant.value}' is no name of a header.`,
      hint: 'A name is made of letters, digits and hyphens.',
    });
  }
  if (value.length === 0 && existsAction.constant && existsAction.constant.value !== 'delete') {
    build.report({
      message: "'set-header' needs a 'value' unless it deletes.",
      hint: 'Add a value, or set exists-action="delete".',
    });
  }
}

export function isHeaderName(name: string): boolean {
  try {
    new HeaderMap().set(name, '');
    return true;
  } catch {
    return false;
  }
}

/** Does to `headers` what a compiled `set-header` element says. @throws GatewayError */
export function applyHeader(
  headers: HeaderMap,
  header: HeaderElement,
  context: PolicyContext,
): void {
  const name = header.name(context);
  const action = header.existsAction(context);
  if (unwritable.has(name.toLowerCase())) return;
  if (action === 'delete') {
    remove(headers, name);
    return;
  }
  if (action === 'skip' && headers.has(name)) return;
  const values = header.value.map((value) => value(context));
  write(headers, name, action === 'append' ? [...headers.values(name), ...values] : values);
}

/** What is removed does not come back as a trailer, either. */
function remove(headers: HeaderMap, name: string): void {
  try {
    headers.set(name);
  } catch (error) {
    // There is no field of a name that is none.
    if (!(error instanceof InvalidHeader)) throw error;
  }
}

function write(headers: HeaderMap, name: string, values: readonly string[]): void {
  try {
    if (oneLineEach.has(name.toLowerCase())) headers.set(name, ...values);
    else headers.set(name, values.join(','));
  } catch (error) {
    // RFC 9110 §5.5: what would split the message is an error of the expression that made it.
    if (!(error instanceof InvalidHeader)) throw error;
    const args = [error.message];
    throw new GatewayError('ExpressionValueEvaluationFailure', { args, cause: error });
  }
}

// The set-header page, "Usage notes": framing belongs to each connection.
const unwritable = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding']);

// The same page: several values of these stand on lines of their own, all others in one list.
const oneLineEach = new Set([
  'user-agent',
  'www-authenticate',
  'proxy-authenticate',
  'cookie',
  'set-cookie',
  'warning',
  'date',
  'expires',
  'if-modified-since',
  'if-unmodified-since',
  'last-modified',
  'retry-after',
]);
