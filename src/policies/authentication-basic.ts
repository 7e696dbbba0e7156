import type { Value } from '../engine/declaration/Value.ts';
import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { GatewayError } from '../engine/errors.ts';
import type { PolicyContext } from '../engine/run/PolicyContext.ts';

export const authenticationBasic = definePolicy({
  name: 'authentication-basic',
  doc: 'Calls the backend with Basic credentials (RFC 7617), in place of whatever Authorization the caller sent.',
  reference: 'https://learn.microsoft.com/azure/api-management/authentication-basic-policy',
  sections: ['inbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    username: text('The user name; it cannot hold a colon.', { required: true, expressions: true }),
    password: text('The password.', { required: true, expressions: true }),
  },
  examples: ['<authentication-basic username="gateway" password="secret" />'],
  compile({ username, password }, build) {
    const parts = { username, password };
    for (const [attribute, { constant }] of Object.entries(parts)) {
      const problem = constant && problemIn(attribute, constant.value);
      if (problem !== undefined) build.report({ attribute, message: problem });
    }
    const credentials = credentialsOf(username, password);
    return (context) => {
      context.request.headers.set('Authorization', credentials(context));
      context.tracer?.explain({ message: 'The Authorization header holds Basic credentials.' });
    };
  },
});

/** Made when published if neither part varies. */
function credentialsOf(
  username: Value<string>,
  password: Value<string>,
): (context: PolicyContext) => string {
  if (username.constant && password.constant) {
    const fixed = basic(username.constant.value, password.constant.value);
    return () => fixed;
  }
  return (context) => {
    const [user, secret] = [username(context), password(context)];
    const problem = problemIn('username', user) ?? problemIn('password', secret);
    if (problem === undefined) return basic(user, secret);
    throw new GatewayError('ExpressionValueEvaluationFailure', { args: [problem] });
  };
}

/** RFC 7617 §2.1: in UTF-8, which is what servers that say anything ask for. */
function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** RFC 7617 §2: the first colon ends the user name, and neither part holds control characters. */
function problemIn(attribute: string, text: string): string | undefined {
  if (/\p{Cc}/u.test(text)) return `'${attribute}' must not hold control characters.`;
  return attribute === 'username' && text.includes(':')
    ? 'A user name cannot hold a colon.'
    : undefined;
}
