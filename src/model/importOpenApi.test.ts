import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readApiDescription } from '../lib/openapi/readApiDescription.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { importOpenApi, normalizeOperationId } from './importOpenApi.ts';
import { mockRepresentation } from './mockRepresentation.ts';
import { operation } from './operation.ts';

function importText(text: string) {
  const source = new SourceText('specification.yaml', text);
  const description = readApiDescription(source, ({ message }) => assert.fail(message));
  return importOpenApi(description!);
}

const orders = importText(`openapi: 3.0.1
info: { title: Orders, version: '1' }
servers: [{ url: https://orders.example.com/v1 }]
paths:
  /orders/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
        - { name: date, in: query, required: true, schema: { type: string } }
        - { name: page, in: query, schema: { type: integer, default: 1 } }
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses:
        '200':
          description: The order
          content:
            application/json: { schema: { $ref: '#/components/schemas/Order' } }
            text/plain: { example: seven, schema: { type: string } }
            text/xml: { schema: { type: object } }
        '404':
          description: None
          content:
            application/problem+json:
              examples: { a: { value: { title: A } }, b: { value: '{"title":"B"}' } }
        '500': { description: Broken, content: { application/json: { example: null } } }
    post:
      operationId: placeOrder
      summary: Place an order
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { default: { description: Done } }
components: { schemas: { Order: { properties: { id: { type: integer } } } } }
`);

test('a required query parameter becomes part of the URL template, as Azure translates it', () => {
  const { properties } = orders.operations[0]!;
  assert.equal(properties.urlTemplate, '/orders/{id}?date={date}');
  assert.deepEqual(
    properties.templateParameters.map(({ name, type }) => `${name}: ${type}`),
    ['id: integer', 'date: string'],
  );
  assert.deepEqual(properties.request?.queryParameters, [
    { name: 'page', required: false, type: 'integer', values: [], defaultValue: '1' },
  ]);
});

test('ids and names come from operationId and summary, else from method and path', () => {
  assert.deepEqual(
    orders.operations.map(({ id, properties }) => `${id}: ${properties.displayName}`),
    ['get-orders-id: Get - /orders/{id}', 'placeorder: Place an order'],
  );
  assert.equal(orders.displayName, 'Orders');
  assert.equal(orders.serviceUrl, 'https://orders.example.com/v1');
});

test('operationId is normalised by the rules of the import page', () => {
  assert.equal(normalizeOperationId('GET-/foo/{bar}?buzz={quix}'), 'get-foo-bar-buzz-quix');
  assert.equal(normalizeOperationId('x'.repeat(100)).length, 76);
  assert.equal(normalizeOperationId('***'), 'operation');
});

test('operations of one normalised name get suffixes', () => {
  const { operations } = importText(`openapi: 3.0.0
paths: { /a: { get: { operationId: get.a }, put: { operationId: get-a }, post: { operationId: Get_A } } }
`);
  assert.deepEqual(
    operations.map(({ id }) => id),
    ['get-a', 'get-a-1', 'get-a-2'],
  );
});

test('a body of GET is dropped, a body of POST is kept', () => {
  const [get, post] = orders.operations;
  assert.deepEqual(get!.properties.request?.representations, []);
  assert.deepEqual(post!.properties.request?.representations, [
    { contentType: 'application/json', schemaId: 'openapi', typeName: 'OrdersIdPostRequest' },
  ]);
});

test('a default response counts as 200 when it is the only one', () => {
  const [get, post] = orders.operations;
  assert.deepEqual(
    get!.properties.responses.map(({ statusCode }) => statusCode),
    [200, 404, 500],
  );
  assert.equal(post!.properties.responses[0]!.statusCode, 200);
});

test('an imported operation is one that the schema of operations accepts', () => {
  for (const { id, properties } of orders.operations) {
    const again = operation.read(id, JSON.parse(JSON.stringify(properties)), () => assert.fail());
    assert.deepEqual(again, properties);
  }
});

test('an operation knows its place in the description', () => {
  const { origin } = orders.operations[1]!;
  assert.deepEqual(origin.source.positionAt(origin.span.start), { line: 25, column: 5 });
});

function mock(statusCode: number, contentType?: string, index?: number) {
  return mockRepresentation({ schemas: [orders.schema] }, orders.operations[0]!.properties, {
    statusCode,
    ...(contentType ? { contentType } : {}),
    ...(index ? { index } : {}),
  });
}

test('mock-response answers the declared example, chosen by status, media type and index', () => {
  assert.deepEqual(mock(200, 'Text/Plain; charset=utf-8'), {
    contentType: 'text/plain',
    body: 'seven',
  });
  assert.equal(mock(404)?.body, '{\n  "title": "A"\n}');
  assert.equal(mock(404, undefined, 1)?.body, '{"title":"B"}');
  assert.equal(mock(404, undefined, 7)?.body, '{\n  "title": "A"\n}');
  assert.equal(mock(500)?.body, 'null');
});

test('mock-response makes a value from the schema where there is no example', () => {
  assert.deepEqual(mock(200), { contentType: 'application/json', body: '{\n  "id": 1\n}' });
});

test('mock-response has an empty body where nothing says what to write, and no media type at all for an unknown status', () => {
  assert.deepEqual(mock(200, 'text/xml'), { contentType: 'text/xml', body: '' });
  assert.equal(mock(201), undefined);
  assert.equal(mock(200, 'image/png'), undefined);
});
