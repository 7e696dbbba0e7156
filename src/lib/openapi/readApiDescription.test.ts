import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../source/Diagnostic.ts';
import { SourceText } from '../source/SourceText.ts';
import { readApiDescription } from './readApiDescription.ts';

function read(text: string) {
  const problems: Diagnostic[] = [];
  const source = new SourceText('specification', text);
  const description = readApiDescription(source, (each) => problems.push(each));
  const said = problems.map(({ code, span, message }) => {
    const { line, column } = source.positionAt(span.start);
    return `${line}:${column} ${code} ${message}`;
  });
  return { description: description!, said };
}

const openapi30 = `openapi: 3.0.1
info: { title: Orders, description: Buy things, version: '1' }
servers:
  - url: https://{region}.example.com/{base}
    variables:
      region: { default: eu }
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
      - { name: expand, in: query, schema: { type: string } }
    get:
      operationId: get-order
      summary: Get an order
      parameters:
        - { name: expand, in: query, required: true, schema: { type: string, enum: [lines, all] } }
        - { $ref: '#/components/parameters/Trace' }
      responses:
        '200':
          description: The order
          headers:
            x-total: { schema: { type: integer } }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Order' }
              example: { id: 7 }
        4XX: { description: Refused }
        default: { description: Anything else }
    put:
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object }
            examples:
              small: { summary: A small one, value: { id: 1 } }
      responses: {}
components:
  parameters:
    Trace: { name: x-trace, in: header, schema: { type: boolean, default: false } }
  schemas:
    Order: { type: object, properties: { id: { type: integer } } }
`;

test('OpenAPI 3.0: operations, parameters of path and operation, bodies, servers', () => {
  const { description, said } = read(openapi30);
  assert.deepEqual(said, []);
  assert.equal(description.format, 'openapi-3.0');
  assert.equal(description.title, 'Orders');
  assert.deepEqual(description.servers, ['https://eu.example.com/{base}']);
  const [get, put] = description.operations;
  assert.equal(`${get!.method} ${get!.path} ${get!.operationId}`, 'GET /orders/{id} get-order');
  assert.deepEqual(
    get!.pathParameters.map(({ name, type, required }) => [name, type, required]),
    [['id', 'integer', true]],
  );
  assert.deepEqual(
    get!.queryParameters.map(({ name, required, values }) => [name, required, values]),
    [['expand', true, ['lines', 'all']]],
  );
  assert.deepEqual(
    get!.headers.map(({ name, type, defaultValue }) => [name, type, defaultValue]),
    [['x-trace', 'boolean', 'false']],
  );
  assert.deepEqual(
    get!.responses.map(({ status }) => status),
    [200, 400, 'default'],
  );
  assert.deepEqual(
    get!.responses[0]!.headers.map(({ name }) => name),
    ['x-total'],
  );
  assert.deepEqual(get!.responses[0]!.representations, [
    {
      contentType: 'application/json',
      schema: { $ref: '#/components/schemas/Order' },
      examples: [{ name: 'default', summary: undefined, value: { id: 7 } }],
    },
  ]);
  assert.equal(put!.operationId, undefined);
  assert.equal(put!.request!.required, true);
  assert.deepEqual(put!.request!.representations[0]!.examples, [
    { name: 'small', summary: 'A small one', value: { id: 1 } },
  ]);
});

test('OpenAPI 3.1: in JSON, with a list of types and without paths', () => {
  const { description, said } = read(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      paths: {
        '/a': {
          get: {
            parameters: [{ name: 'q', in: 'query', schema: { type: ['null', 'integer'] } }],
          },
        },
      },
    }),
  );
  assert.deepEqual(said, []);
  assert.equal(description.format, 'openapi-3.1');
  assert.equal(description.operations[0]!.queryParameters[0]!.type, 'integer');
  assert.deepEqual(read('{"openapi": "3.1.0", "webhooks": {}}').description.operations, []);
});

test('Swagger 2.0: body and form parameters, consumes and produces, one server a scheme', () => {
  const { description, said } = read(`swagger: '2.0'
info: { title: Pets }
host: pets.example.com
basePath: /v1
schemes: [http, https]
produces: [application/json, text/xml]
paths:
  /pets:
    post:
      consumes: [application/json]
      parameters:
        - { name: pet, in: body, required: true, schema: { $ref: '#/definitions/Pet' } }
        - { name: limit, in: query, type: integer, enum: [10, 20], default: 10 }
      responses:
        200:
          description: ok
          schema: { $ref: '#/definitions/Pet' }
          examples: { application/json: { name: Rex } }
        204: { description: nothing }
  /form:
    post:
      parameters:
        - { name: file, in: formData, type: file, required: true }
      responses: { 200: { description: ok } }
definitions:
  Pet: { type: object }
`);
  assert.deepEqual(said, []);
  assert.deepEqual(description.servers, [
    'http://pets.example.com/v1',
    'https://pets.example.com/v1',
  ]);
  const [pets, form] = description.operations;
  assert.deepEqual(pets!.request!.representations, [
    { contentType: 'application/json', schema: { $ref: '#/definitions/Pet' }, examples: [] },
  ]);
  const { schema, values, defaultValue } = pets!.queryParameters[0]!;
  assert.deepEqual(schema, { type: 'integer', enum: [10, 20], default: 10 });
  assert.deepEqual([values, defaultValue], [['10', '20'], '10']);
  const [ok, nothing] = pets!.responses;
  assert.deepEqual(
    ok!.representations.map(({ contentType, examples }) => [contentType, examples.length]),
    [
      ['application/json', 1],
      ['text/xml', 0],
    ],
  );
  assert.deepEqual(nothing!.representations, []);
  assert.deepEqual(form!.request!.representations[0], {
    contentType: 'application/x-www-form-urlencoded',
    schema: { type: 'object', properties: { file: { type: 'file' } }, required: ['file'] },
    examples: [],
  });
});

test('what is no description of an API is refused with the reason', () => {
  const first = (text: string) => read(text).said[0];
  assert.match(first('[]')!, /^1:1 OAS1001 .*holds no object/);
  assert.match(first('title: x')!, /^1:1 OAS1001 .*neither 'openapi' nor 'swagger'/);
  assert.match(first('info: {}\nopenapi: 4.0.0')!, /^2:10 OAS1001 .*its version is '4\.0\.0'/);
  assert.match(first('{"swagger": "1.2"}')!, /^1:13 OAS1001 .*its version is '1\.2'/);
  assert.equal(read('openapi: [').description, undefined);
  assert.match(first('openapi: [')!, /^1:11 YAML1001 /);
  assert.match(first('{"openapi": "3.0.1",}')!, /^1:21 JSON1001 /);
});

test('a problem in one operation is told with its place and leaves the others alone', () => {
  const { description, said } = read(`openapi: 3.0.0
paths:
  /a:
    get:
      parameters:
        - $ref: '#/components/parameters/Nowhere'
        - $ref: other.yaml#/x
        - name: only
      responses:
        okay: { description: x }
        '200': [1]
  /b/{id: { get: {} }
  c:
    get: { operationId: same }
    put: { operationId: same }
    post: 7
  /d/{id}:
    get:
      parameters: [{ name: other, in: path }]
`);
  assert.deepEqual(said, [
    "12:3 OAS1007 The braces of the path '/b/{id' do not pair up around names.",
    "13:3 OAS1006 A path begins with '/'; this one is read as '/c'.",
    "6:17 OAS1003 '#/components/parameters/Nowhere' names nothing in this document.",
    "7:17 OAS1004 'other.yaml#/x' leads out of this document, and only references within it are followed.",
    "8:11 OAS1012 The member 'in' is missing here; this entry is ignored.",
    "10:9 OAS1010 'okay' is no status code; this response is ignored.",
    '11:16 OAS1002 This should be an object, not a list.',
    '16:11 OAS1002 This should be an object, not a number.',
    "19:20 OAS1008 The path parameter 'other' does not occur in the path; it is ignored.",
    "15:5 OAS1009 'same' is already the operationId of another operation.",
  ]);
  assert.deepEqual(
    description.operations.map(({ method, path }) => `${method} ${path}`),
    ['GET /a', 'GET /c', 'PUT /c', 'GET /d/{id}'],
  );
});

test('a path parameter that the document does not declare is a required text', () => {
  const { description } = read('openapi: 3.0.0\npaths: { "/f/{name}.{*rest}": { get: {} } }');
  assert.deepEqual(
    description.operations[0]!.pathParameters.map(({ name, type }) => [name, type]),
    [
      ['name', 'string'],
      ['rest', 'string'],
    ],
  );
});

test('a path of x-ms-paths may name query parameters', () => {
  const { description } = read(`swagger: '2.0'
x-ms-paths:
  /pets?type={type}:
    get: { parameters: [{ name: type, in: query, type: integer }] }
`);
  const [get] = description.operations;
  assert.deepEqual([get!.pathParameters[0]!.type, get!.queryParameters], ['integer', []]);
});

test('references that lead in a circle end', () => {
  const { said } = read(`openapi: 3.0.0
paths:
  /a: { get: { parameters: [{ $ref: '#/components/parameters/A' }] } }
components:
  parameters:
    A: { $ref: '#/components/parameters/B' }
    B: { $ref: '#/components/parameters/A' }
`);
  assert.equal(said.length, 1);
  assert.match(said[0]!, /OAS1005/);
});

test('more operations than any API has are refused', () => {
  const paths = Array.from({ length: 10_001 }, (_, i) => [`/p${i}`, { get: {} }]);
  const text = JSON.stringify({ openapi: '3.0.0', paths: Object.fromEntries(paths) });
  const { description, said } = read(text);
  assert.deepEqual(description.operations, []);
  assert.match(said[0]!, /OAS1011 .*more than 10000 operations/);
});
