import type { BuildContext } from '../engine/declaration/BuildContext.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import type { Value } from '../engine/declaration/Value.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

/** The element as it stands on its own and in `send-request`. */
export const methodElement = {
  content: text('The method.', { required: true, expressions: true }),
} as const;

export const setMethod = definePolicy({
  name: 'set-method',
  doc: 'Changes the HTTP method of the request.',
  reference: 'https://learn.microsoft.com/azure/api-management/set-method-policy',
  sections: ['inbound', 'on-error'],
  scopes: allScopes,
  ...methodElement,
  examples: [
    '<set-method>POST</set-method>',
    '<set-method>@(context.Request.Headers.ContainsKey("x-read") ? "GET" : "POST")</set-method>',
  ],
  compile(method, build) {
    checkMethod(method, build);
    return (context) => {
      context.request.method = methodOf(method, context);
    };
  },
});

/** Reports a literal that is no method. */
export function checkMethod({ constant }: Value<string>, build: BuildContext): void {
  if (constant && !isMethod(constant.value.trim())) {
    build.report({ message: `'${constant.value.trim()}' is no HTTP method.` });
  }
}

/** The method that a compiled `set-method` element says. @throws GatewayError */
export function methodOf(method: Value<string>, context: PolicyContext): string {
  const name = method(context).trim();
  if (isMethod(name)) return name;
  const args = ['The result is no HTTP method.'];
  throw new GatewayError('ExpressionValueEvaluationFailure', { args });
}

/** RFC 9110 §9.1: a token, case-sensitive. Anything else would break the request line. */
function isMethod(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name);
}
