import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional } from '../engine/declaration/element.ts';
import { text } from '../engine/declaration/valueKinds.ts';
import { errorsVariableName, ownAction, requiredAction } from './validationActions.ts';

const parameter = many({
  attributes: {
    name: text('The parameter.', { required: true }),
    action: requiredAction('What happens to it.'),
  },
});

const specifiedAction = ownAction('What happens to a described one that does not conform.');

const namedParameters = optional({
  attributes: {
    'specified-parameter-action': specifiedAction,
    'unspecified-parameter-action': ownAction('What happens to one that is not described.'),
  },
  children: { parameter },
});

export const validateParameters = definePolicy({
  name: 'validate-parameters',
  doc: 'Compares the headers, the query and the path of the request with what the operation describes.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-parameters-policy',
  sections: ['inbound'],
  scopes: allScopes,
  oncePerSection: true,
  attributes: {
    'specified-parameter-action': requiredAction(
      'What happens to a described parameter that does not conform.',
    ),
    'unspecified-parameter-action': requiredAction(
      'What happens to a parameter that is not described.',
    ),
    'errors-variable-name': errorsVariableName,
  },
  children: {
    headers: namedParameters,
    query: namedParameters,
    path: optional({
      attributes: { 'specified-parameter-action': specifiedAction },
      children: { parameter },
    }),
  },
  examples: [
    '<validate-parameters specified-parameter-action="prevent" unspecified-parameter-action="prevent" errors-variable-name="parameterErrors"><headers specified-parameter-action="detect" unspecified-parameter-action="ignore"><parameter name="Authorization" action="prevent" /></headers></validate-parameters>',
    '<validate-parameters specified-parameter-action="detect" unspecified-parameter-action="ignore"><query unspecified-parameter-action="prevent" /><path specified-parameter-action="prevent"><parameter name="id" action="ignore" /></path></validate-parameters>',
  ],
});
