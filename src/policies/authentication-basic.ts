import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { text } from '../engine/declaration/valueKinds.ts';

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
    // RFC 7617 §2: the first colon ends the user name.
    if (username.constant?.value.includes(':')) {
      build.report({ attribute: 'username', message: 'A user name cannot hold a colon.' });
    }
    return (context) => {
      const credentials = Buffer.from(`${username(context)}:${password(context)}`).toString(
        'base64',
      );
      context.request.headers.set('Authorization', `Basic ${credentials}`);
      context.tracer?.explain({ message: 'The Authorization header holds Basic credentials.' });
    };
  },
});
