import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { errorsVariableName, requiredAction } from './validationActions.ts';

export const validateHeaders = definePolicy({
  name: 'validate-headers',
  doc: 'Compares the headers of the response with what the operation describes.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-headers-policy',
  sections: ['outbound', 'on-error'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'specified-header-action': requiredAction(
      'What happens to a described header that does not conform.',
    ),
    'unspecified-header-action': requiredAction('What happens to a header that is not described.'),
    'errors-variable-name': errorsVariableName,
  },
  children: {
    header: many({
      attributes: {
        name: text('The header.', { required: true }),
        action: requiredAction('What happens to it.'),
      },
    }),
  },
  examples: [
    '<validate-headers specified-header-action="ignore" unspecified-header-action="prevent" errors-variable-name="headerErrors" />',
    '<validate-headers specified-header-action="prevent" unspecified-header-action="detect"><header name="x-powered-by" action="prevent" /></validate-headers>',
  ],
});
