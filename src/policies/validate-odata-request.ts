import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { integer, text } from '../engine/declaration/valueKinds.ts';

export const validateOdataRequest = definePolicy({
  name: 'validate-odata-request',
  doc: 'Compares the address, the headers and the parameters of a request to an OData API with the OData specification.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-odata-request-policy',
  sections: ['inbound'],
  scopes: ['global', 'workspace', 'product', 'api'],
  oncePerSection: true,
  attributes: {
    'error-variable-name': text('The variable for the errors that are found.'),
    'default-odata-version': text('The version of a request that names none.', { default: '4.0' }),
    'min-odata-version': text('The oldest version that is accepted.'),
    'max-odata-version': text('The newest version that is accepted.'),
    'max-size': integer('How many bytes a request may have.'),
  },
  examples: [
    '<validate-odata-request default-odata-version="4.01" />',
    '<validate-odata-request error-variable-name="errors" min-odata-version="4.0" max-odata-version="4.01" max-size="10240" />',
  ],
});
