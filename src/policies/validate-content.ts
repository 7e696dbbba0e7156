import { allScopes, definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, optional } from '../engine/declaration/element.ts';
import { boolean, integer, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { errorsVariableName, ownAction, requiredAction } from './validationActions.ts';

export const validateContent = definePolicy({
  name: 'validate-content',
  doc: 'Compares the body of the request (inbound) or of the response with its schema, and its size with a limit.',
  reference: 'https://learn.microsoft.com/azure/api-management/validate-content-policy',
  sections: ['inbound', 'outbound', 'on-error'],
  scopes: allScopes,
  attributes: {
    'unspecified-content-type-action': requiredAction(
      'What happens to a body whose media type is not described.',
    ),
    'max-size': integer('How many bytes a body may have, when it is decompressed.', {
      required: true,
      expressions: true,
    }),
    'size-exceeded-action': requiredAction('What happens to a body that is longer.'),
    'errors-variable-name': errorsVariableName,
  },
  children: {
    'content-type-map': optional({
      doc: 'Takes media types for others.',
      attributes: {
        'any-content-type-value': text('What every media type is taken for.'),
        'missing-content-type-value': text('What a missing media type is taken for.'),
      },
      children: {
        type: many({
          attributes: {
            from: text('The media type of the message.'),
            when: boolean('Whether the media type is taken for the other.', { expressions: true }),
            to: text('What it is taken for.', { required: true }),
          },
        }),
      },
    }),
    content: many({
      doc: 'How the bodies of one media type are compared.',
      attributes: {
        type: text('The media type; without it, every one that is described.'),
        'validate-as': oneOf(['json', 'xml', 'soap'], 'What the body is.', { required: true }),
        'schema-id': text('A configured schema; without it, that of the operation.'),
        'schema-ref': text('Where in a JSON schema the schema of the body stands.'),
        action: ownAction('What happens to a body that does not conform.'),
        'allow-additional-properties': boolean(
          'Whether an object may have more members than its JSON schema names, whatever that says.',
        ),
        'case-insensitive-property-names': boolean(
          'Whether members are found however they are capitalised.',
          { default: false },
        ),
      },
    }),
  },
  examples: [
    '<validate-content unspecified-content-type-action="prevent" max-size="102400" size-exceeded-action="prevent" errors-variable-name="bodyErrors"><content-type-map missing-content-type-value="application/json"><type from="application/hal+json" to="application/json" /></content-type-map><content type="application/json" validate-as="json" action="detect" allow-additional-properties="false" /></validate-content>',
    '<validate-content unspecified-content-type-action="prevent" max-size="102400" size-exceeded-action="detect"><content-type-map any-content-type-value="application/soap+xml" /><content type="application/soap+xml" validate-as="soap" schema-id="orders" action="prevent" /></validate-content>',
  ],
});
