import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many } from '../engine/declaration/element.ts';
import { integer } from '../engine/declaration/valueKinds.ts';
import { errorsVariableName, requiredAction } from './validationActions.ts';

export const validateStatusCode = definePolicy({
  name: 'validate-status-code',
  doc: 'Compares the status code of the response with what the operation describes.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-status-code-policy',
  sections: ['outbound', 'on-error'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'unspecified-status-code-action': requiredAction(
      'What happens to a response whose status code is not described.',
    ),
    'errors-variable-name': errorsVariableName,
  },
  children: {
    'status-code': many({
      doc: 'Another action for a status code that is not described.',
      attributes: {
        code: integer('The status code.', { required: true }),
        action: requiredAction('What happens to the response.'),
      },
    }),
  },
  examples: [
    '<validate-status-code unspecified-status-code-action="prevent" errors-variable-name="statusErrors" />',
    '<validate-status-code unspecified-status-code-action="detect"><status-code code="404" action="ignore" /></validate-status-code>',
  ],
});
