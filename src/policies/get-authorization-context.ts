import { allSections, definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands on its own and in a GraphQL resolver. */
export const authorizationContextElement = {
  attributes: {
    'provider-id': text('The credential provider.', { required: true, expressions: true }),
    'authorization-id': text('The connection.', { required: true, expressions: true }),
    'context-variable-name': text('The variable.', { required: true, expressions: true }),
    'identity-type': oneOf(
      ['managed', 'jwt'],
      'Whose access to the connection is checked: that of the managed identity, or that of the token in `identity`.',
      { default: 'managed', expressions: true },
    ),
    identity: text('The token that is checked, with `identity-type="jwt"`.', { expressions: true }),
    'ignore-error': boolean(
      'Whether to go on with null in the variable when no token is to be had.',
      { default: false, expressions: true },
    ),
  },
} as const;

export const getAuthorizationContext = definePolicy({
  name: 'get-authorization-context',
  doc: 'Obtains an access token of a connection from the credential manager and keeps it in a variable, as an `Authorization`.',
  reference: 'https://learn.microsoft.com/azure/api-management/get-authorization-context-policy',
  // The page names inbound alone; Microsoft's policy toolkit has it in backend and outbound, too.
  sections: allSections.filter((section) => section !== 'on-error'),
  scopes: ['global', 'product', 'api', 'operation'],
  ...authorizationContextElement,
  examples: [
    '<get-authorization-context provider-id="github" authorization-id="auth-01" context-variable-name="auth-context" identity-type="managed" ignore-error="false" />',
    '<get-authorization-context provider-id="github" authorization-id="@(context.Request.Headers.GetValueOrDefault("x-connection", "auth-01"))" context-variable-name="auth-context" identity-type="jwt" identity="@(context.Request.Headers.GetValueOrDefault("Authorization", "").Replace("Bearer ", ""))" />',
  ],
});
