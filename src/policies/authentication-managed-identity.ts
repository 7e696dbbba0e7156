import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';

/** The element as it stands on its own and in `send-request`. */
export const managedIdentityElement = {
  attributes: {
    resource: text('The application that the token is for.', { required: true, expressions: true }),
    'client-id': text(
      'The client id of a user-assigned identity; without it, the identity is system-assigned.',
      { expressions: true },
    ),
    'output-token-variable-name': text(
      'A variable for the token, which then is not put into a header.',
    ),
    'ignore-error': boolean('Whether to go on without a token when none is to be had.', {
      default: false,
    }),
  },
} as const;

export const authenticationManagedIdentity = definePolicy({
  name: 'authentication-managed-identity',
  doc: 'Obtains a token of a managed identity for an application and sends it to the backend, or keeps it in a variable.',
  reference:
    'https://learn.microsoft.com/azure/api-management/authentication-managed-identity-policy',
  // The page names inbound alone; Microsoft's policy toolkit has it in outbound, too.
  sections: ['inbound', 'outbound'],
  scopes: ['global', 'product', 'api', 'operation'],
  ...managedIdentityElement,
  examples: [
    '<authentication-managed-identity resource="https://vault.azure.net" />',
    '<authentication-managed-identity resource="https://storage.azure.com" client-id="00001111-aaaa-2222-bbbb-3333cccc4444" output-token-variable-name="storage-token" ignore-error="false" />',
  ],
});
