import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';
import { checkRefusalStatus, refusalStatus } from './refusalStatus.ts';
import { isHeaderName } from './set-header.ts';

export const checkHeader = definePolicy({
  name: 'check-header',
  doc: 'Refuses a request that lacks a header or has another value in it than those listed.',
  reference: 'https://learn.microsoft.com/azure/api-management/check-header-policy',
  sections: ['inbound'],
  scopes: allScopes,
  attributes: {
    name: text('The header that must be there.', { required: true, expressions: true }),
    'failed-check-httpcode': integer('Status of the refusal.', {
      required: true,
      expressions: true,
    }),
    // The page calls these two required; Azure's schema does not.
    'failed-check-error-message': text(
      'Message in the body of the refusal; without it, the message tells what is wrong.',
      { expressions: true },
    ),
    'ignore-case': boolean('Whether values are compared without regard to case.', {
      default: false,
      expressions: true,
    }),
  },
  children: {
    value: many({
      content: text('A value that is allowed; none allows any.', {
        required: true,
        expressions: true,
      }),
    }),
  },
  examples: [
    '<check-header name="x-tier" failed-check-httpcode="401" failed-check-error-message="Not for you." ignore-case="true"><value>gold</value></check-header>',
    '<check-header name="x-trace" failed-check-httpcode="400" failed-check-error-message="x-trace is missing." ignore-case="false" />',
  ],
  compile(policy, build) {
    const { name, failedCheckHttpcode, failedCheckErrorMessage, ignoreCase, value } = policy;
    checkRefusalStatus('failed-check-httpcode', failedCheckHttpcode, build);
    if (name.constant && !isHeaderName(name.constant.value)) {
      const message = `'${name.constant.value}' is no name of a header.`;
      build.report({ attribute: 'name', message });
    }
    const refuse = (
      reason: 'HeaderNotFound' | 'HeaderValueNotAllowed',
      args: readonly string[],
      context: PolicyContext,
    ): never => {
      throw new GatewayError(reason, {
        args,
        status: refusalStatus(failedCheckHttpcode, context),
        ...(failedCheckErrorMessage ? { body: failedCheckErrorMessage(context) } : {}),
      });
    };
    return (context) => {
      const header = name(context);
      const lines = context.request.headers.values(header);
      const [found = ''] = lines;
      const fold = ignoreCase(context) ? lowerCase : asItIs;
      // No `some`: how long it takes must not tell which value is the right one.
      let isListed = false;
      for (const allowed of value)
        if (isSame(fold(allowed(context).trim()), fold(found))) isListed = true;
      // The page on errors: not found is also a header whose value is missing.
      if (lines.length === 0 || (found === '' && !isListed))
        return refuse('HeaderNotFound', [header], context);
      // Of several lines a backend may believe any, so one that is allowed is not enough.
      if (value.length > 0 && (!isListed || lines.length > 1))
        return refuse('HeaderValueNotAllowed', [header, shown(header, lines, context)], context);
      context.tracer?.explain({ message: 'The header is as it should be.', header });
      return undefined;
    };
  },
});

const lowerCase = (word: string): string => word.toLowerCase();
const asItIs = (word: string): string => word;

/**
 * Whether two texts are the same, in a time that tells no more than their lengths: the page's own
 * example compares a secret.
 */
function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

const credentials = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** The value for the log and `LastError`, where credentials have no place. */
function shown(header: string, lines: readonly string[], { api }: PolicyContext): string {
  const name = header.toLowerCase();
  const key = api?.subscriptionKeyParameterNames.header.toLowerCase();
  if (credentials.has(name) || name === key) return '***';
  const value = lines.join(', ');
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}
