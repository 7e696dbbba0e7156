import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { boolean, integer, text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';

export const checkHeader = definePolicy({
  name: 'check-header',
  doc: 'Refuses a request that lacks a header or has another value in it than those listed.',
  reference: 'https://learn.microsoft.com/azure/api-management/check-header-policy',
  sections: ['inbound'],
  scopes: ['global', 'workspace', 'product', 'api', 'operation'],
  attributes: {
    name: text('The header that must be there.', { required: true, expressions: true }),
    'failed-check-httpcode': integer('Status of the refusal.', {
      required: true,
      expressions: true,
    }),
    'failed-check-error-message': text('Message in the body of the refusal.', {
      required: true,
      expressions: true,
    }),
    'ignore-case': boolean('Whether case counts when values are compared.', {
      required: true,
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
  compile:
    ({ name, failedCheckHttpcode, failedCheckErrorMessage, ignoreCase, value }) =>
    (context) => {
      const header = name(context);
      const lines = context.request.headers.values(header);
      const refuse = (
        reason: 'HeaderNotFound' | 'HeaderValueNotAllowed',
        ...args: string[]
      ): never => {
        throw new GatewayError(reason, {
          args,
          status: failedCheckHttpcode(context),
          body: failedCheckErrorMessage(context),
        });
      };
      const [found] = lines;
      if (found === undefined) return refuse('HeaderNotFound', header);
      if (value.length === 0) return undefined;
      const fold = ignoreCase(context)
        ? (word: string) => word.toLowerCase()
        : (word: string) => word;
      const isAllowed = value.some((allowed) => fold(allowed(context)) === fold(found));
      // Of several lines a backend may believe any; so one that is allowed is not enough.
      if (!isAllowed || lines.length > 1) refuse('HeaderValueNotAllowed', header, lines.join(', '));
      context.tracer?.explain({ message: 'Header validated.', header });
      return undefined;
    },
});
