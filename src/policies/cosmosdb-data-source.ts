import { definePolicy } from '../engine/declaration/definePolicy.ts';
import { once, optional, some } from '../engine/declaration/element.ts';
import { boolean, oneOf, text } from '../engine/declaration/valueKinds.ts';
import { publishEventElement } from './publish-event.ts';
import { bodyElement } from './set-body.ts';

const template = oneOf(['liquid'], 'How the text is read: as a Liquid template.');

/** Declares a text that may be an expression or a template. */
function templated(doc: string) {
  return {
    attributes: { template },
    content: text(doc, { required: true, expressions: true }),
  } as const;
}

const id = once(templated('The id of the item.'));

const partitionKey = optional({
  attributes: {
    'data-type': oneOf(['string', 'number', 'bool', 'none', 'null'], 'What the key is.', {
      default: 'string',
    }),
    template,
  },
  content: text('The key of the partition.', { expressions: true }),
});

const etag = optional({
  attributes: {
    type: text('Whether the tag must match or must not: `match`, `no-match`.', {
      default: 'match',
    }),
    template,
  },
  content: text('The entity tag.', { required: true, expressions: true }),
});

const changeAttributes = {
  'consistency-level': oneOf(
    ['bounded-staleness', 'consistent-prefix', 'eventual', 'session', 'strong'],
    'The consistency of the request.',
  ),
  'pre-trigger': text('A function of the container that runs before.'),
  'post-trigger': text('A function of the container that runs after.'),
} as const;

const queryRequest = {
  doc: 'Asks by a statement.',
  attributes: {
    'enable-low-precision-order-by': boolean('Whether ORDER BY may be of low precision.'),
  },
  children: {
    'sql-statement': optional({ content: text('The statement.', { required: true }) }),
    parameters: optional({
      children: {
        parameter: some({
          attributes: { name: text('The parameter, as `@name`.', { required: true }) },
          content: text('Its value.', { expressions: true }),
        }),
      },
    }),
    'partition-key': partitionKey,
    paging: optional({
      children: {
        'max-item-count': once(templated('How many items make a page; -1 for all.')),
        'continuation-token': once(templated('Where the page begins.')),
      },
    }),
  },
} as const;

export const cosmosdbDataSource = definePolicy({
  name: 'cosmosdb-data-source',
  doc: 'Resolves a field of a GraphQL schema by a request to a container of Azure Cosmos DB.',
  reference: 'https://learn.microsoft.com/azure/api-management/cosmosdb-data-source-policy',
  sections: [],
  scopes: [],
  children: {
    'connection-info': once({
      children: {
        'connection-string': once({
          attributes: {
            'use-managed-identity': boolean(
              'Whether a managed identity stands in for an account key.',
              { default: false },
            ),
          },
          content: text('The connection string.', { required: true, expressions: true }),
        }),
        'database-name': once({ content: text('The database.', { required: true }) }),
        'container-name': once({ content: text('The container.', { required: true }) }),
      },
    }),
    'query-request': optional(queryRequest),
    'read-request': optional({
      doc: 'Reads an item.',
      children: { id, 'partition-key': partitionKey },
    }),
    'delete-request': optional({
      doc: 'Deletes an item.',
      attributes: changeAttributes,
      children: { id, 'partition-key': partitionKey, etag },
      // The statement of the page has the tag first, its table last.
      anyOrder: true,
    }),
    'write-request': optional({
      doc: 'Writes an item.',
      attributes: {
        type: oneOf(['insert', 'replace', 'upsert'], 'How it is written.', { default: 'upsert' }),
        ...changeAttributes,
        'indexing-directive': text('How it is indexed.', { default: 'default' }),
      },
      children: {
        id: optional(templated('The id of the item; `replace` needs it.')),
        'partition-key': partitionKey,
        etag,
        'set-body': optional(bodyElement),
      },
    }),
    response: optional({
      children: {
        'set-body': optional(bodyElement),
        'publish-event': optional(publishEventElement),
      },
    }),
  },
  examples: [
    '<cosmosdb-data-source><connection-info><connection-string>AccountEndpoint=https://contoso.documents.azure.com:443/;</connection-string><database-name>families</database-name><container-name>members</container-name></connection-info><query-request><sql-statement>SELECT * FROM members</sql-statement></query-request></cosmosdb-data-source>',
    '<cosmosdb-data-source><connection-info><connection-string use-managed-identity="true">AccountEndpoint=https://contoso.documents.azure.com:443/;</connection-string><database-name>families</database-name><container-name>members</container-name></connection-info><write-request type="insert"><id>7</id><partition-key data-type="string">Contoso</partition-key><set-body>{"name": "Ada"}</set-body></write-request></cosmosdb-data-source>',
  ],
});
