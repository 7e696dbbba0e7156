import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { many, once, optional, some } from '../engine/declaration/element.ts';
import { boolean, text } from '../engine/declaration/valueKinds.ts';
import { certificateElement } from './authentication-certificate.ts';
import { fragmentElement } from './include-fragment.ts';
import { publishEventElement } from './publish-event.ts';
import { bodyElement } from './set-body.ts';

export const sqlDataSource = definePolicy({
  name: 'sql-data-source',
  doc: 'Resolves a field of a GraphQL schema by a statement to an Azure SQL database.',
  reference: 'https://learn.microsoft.com/azure/api-management/sql-data-source-policy',
  sections: [],
  scopes: [],
  children: {
    'connection-info': once({
      children: {
        'connection-string': once({
          attributes: {
            'use-managed-identity': boolean(
              'Whether a managed identity stands in for a password.',
              { default: false, expressions: true },
            ),
          },
          content: text('The connection string.', { required: true, expressions: true }),
        }),
        'include-fragment': many(fragmentElement),
        'authentication-certificate': optional(certificateElement),
      },
    }),
    'include-fragment': many(fragmentElement),
    request: once({
      attributes: {
        'single-result': boolean('Whether one row at most is expected.', {
          default: false,
          expressions: true,
        }),
      },
      children: {
        'include-fragment': optional(fragmentElement),
        'set-body': optional(bodyElement),
        'sql-statement': once({ content: text('The statement.', { required: true }) }),
        parameters: optional({
          children: {
            parameter: some({
              attributes: {
                name: text('The parameter, as `@name`.', { required: true }),
                'sql-type': text('Its type in the database.'),
              },
              content: text('Its value.', { expressions: true }),
            }),
          },
        }),
      },
    }),
    response: optional({
      children: {
        'include-fragment': optional(fragmentElement),
        'set-body': optional(bodyElement),
        'publish-event': optional(publishEventElement),
      },
    }),
  },
  examples: [
    '<sql-data-source><connection-info><connection-string use-managed-identity="true">Server=tcp:contoso.database.windows.net,1433;Initial Catalog=families;</connection-string></connection-info><request single-result="true"><sql-statement>SELECT f.[Id] AS [id] FROM [Family] f WHERE f.[Id] = @id</sql-statement><parameters><parameter name="@id">7</parameter></parameters></request></sql-data-source>',
    '<sql-data-source><connection-info><connection-string>Server=tcp:contoso.database.windows.net,1433;Initial Catalog=families;</connection-string></connection-info><request><sql-statement>SELECT * FROM [Family]</sql-statement></request><response><publish-event><targets><graphql-subscription id="onFamily" /></targets></publish-event></response></sql-data-source>',
  ],
});
