import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api } from './api.ts';
import { apiVersionSet } from './apiVersionSet.ts';
import { backend } from './backend.ts';
import { checkConsistency } from './consistency.ts';
import type { IsDeclared } from './consistency.ts';
import { namedValue } from './namedValue.ts';
import type { Noun } from './noun.ts';
import { operation } from './operation.ts';
import { product } from './product.ts';
import { noResources, originOf } from './resources.ts';
import type { ApiResource, Located, ProductResource, ServiceResources } from './resources.ts';
import { subscription } from './subscription.ts';

function located<T>(noun: Noun<T>, id: string, properties: unknown): Located<T> {
  const read = noun.read(id, properties, ({ code, path }) =>
    assert.fail(`${code} ${path.join('.')}`),
  );
  return { id, properties: read!, origin: originOf(id) };
}

function anApi(id: string, properties: object, operations: object[] = []): ApiResource {
  return {
    ...located(api, id, properties),
    operations: operations.map((each, index) => located(operation, `op${index}`, each)),
    schemas: [],
  };
}

function aProduct(id: string, apis: string[], properties: object = {}): ProductResource {
  const references = apis.map((each) => ({ id: each, origin: originOf(id) }));
  return { ...located(product, id, properties), apis: references, groups: [] };
}

function said(resources: Partial<ServiceResources>, isDeclared?: IsDeclared): string[] {
  const problems: string[] = [];
  checkConsistency(
    { ...noResources, ...resources },
    ({ code, message }) => problems.push(`${code} ${message}`),
    isDeclared,
  );
  return problems;
}

const bySegment = located(apiVersionSet, 'seg', { versioningScheme: 'Segment' });
const byHeader = located(apiVersionSet, 'hdr', {
  versioningScheme: 'Header',
  versionHeaderName: 'api-version',
});

test('two APIs with one path are told; versions and revisions set them apart', () => {
  const apiVersionSets = [bySegment, byHeader];
  assert.deepEqual(said({ apis: [anApi('a', { path: '/X/' }), anApi('b', { path: 'x' })] }), [
    "APIM3201 API 'b' answers at '/x', and so does API 'a'.",
  ]);
  const v = (id: string, set: string, apiVersion: string) =>
    anApi(id, { path: 'x', apiVersion, apiVersionSetId: `/apiVersionSets/${set}` });
  assert.deepEqual(
    said({
      apiVersionSets,
      apis: [
        anApi('original', { path: 'x' }),
        anApi('original;rev=2', { path: 'x' }),
        v('s1', 'seg', 'v1'),
        v('s2', 'seg', 'v2'),
        v('h1', 'hdr', 'v1'),
      ],
    }),
    [],
  );
  assert.deepEqual(
    said({ apiVersionSets, apis: [v('a', 'seg', 'v1'), anApi('b', { path: 'x/v1' })] }),
    ["APIM3201 API 'b' answers at '/x/v1', and so does API 'a'."],
  );
  assert.deepEqual(said({ apiVersionSets, apis: [v('a', 'hdr', 'v1'), v('b', 'hdr', 'V1')] }), [
    "APIM3201 API 'b' answers at '/x with api-version: V1', and so does API 'a'.",
  ]);
});

test('version sets exist, versions have one, and schemes have their name', () => {
  assert.deepEqual(
    said({ apis: [anApi('a', { path: 'a', apiVersionSetId: '/apiVersionSets/x' })] }),
    ["APIM3202 Version set 'x' is not defined."],
  );
  assert.deepEqual(said({ apis: [anApi('a', { path: 'a', apiVersion: 'v1' })] }), [
    'APIM3203 An API with a version needs a version set.',
  ]);
  const apiVersionSets = [located(apiVersionSet, 'q', { versioningScheme: 'Query' })];
  assert.deepEqual(said({ apiVersionSets }), [
    "APIM3205 Versioning scheme 'Query' needs 'versionQueryName'.",
  ]);
});

test('a revision is declared once', () => {
  const current = anApi('a', { path: 'a', apiRevision: '2' });
  assert.deepEqual(said({ apis: [current, anApi('A;rev=2', { path: 'a' })] }), [
    "APIM3204 Revision 2 of API 'A' is also declared as 'a'.",
  ]);
});

test('products and subscriptions name what exists', () => {
  const subscriptions = [
    located(subscription, 's1', { scope: '/apis/x', state: 'active', primaryKey: 'k1' }),
    located(subscription, 's2', { scope: '/products/x', state: 'active', primaryKey: 'k2' }),
    located(subscription, 's3', { scope: '/', state: 'active', primaryKey: 'k3' }),
  ];
  const wrong = { products: [aProduct('p', ['x'])], subscriptions };
  assert.deepEqual(said(wrong), [
    "APIM3206 API 'x' is not defined.",
    "APIM3206 API 'x' is not defined.",
    "APIM3209 Product 'x' is not defined.",
    "APIM3208 '/' is no scope of a subscription.",
  ]);
});

test('what is declared but broken is not told again by those that name it', () => {
  const products = [aProduct('p', ['x'])];
  assert.deepEqual(
    said({ products }, (collection, id) => collection === 'apis' && id === 'x'),
    [],
  );
});

test('an API in two open products is told', () => {
  const apis = [anApi('a', { path: 'a' })];
  const open = (id: string) => aProduct(id, ['a'], { subscriptionRequired: false });
  assert.deepEqual(said({ apis, products: [open('p'), open('q'), aProduct('r', ['a'])] }), [
    "APIM3214 API 'a' is in two open products, 'p' and 'q'.",
  ]);
});

test('a subscription without key, waiting, or with the key of another is told without the key', () => {
  const s = (id: string, more: object) => located(subscription, id, { scope: '/apis', ...more });
  const problems = said({
    subscriptions: [
      s('none', { state: 'active' }),
      s('waiting', { primaryKey: 'a-secret-key', secondaryKey: 'a-secret-key' }),
      s('copy', { state: 'active', secondaryKey: 'a-secret-key' }),
    ],
  });
  assert.deepEqual(problems, [
    "APIM3210 Subscription 'none' has no key, so nobody can use it.",
    "APIM3211 Subscription 'waiting' waits for approval: its keys are refused.",
    "APIM3212 Subscriptions 'waiting' and 'copy' have the same key.",
  ]);
});

test('URL templates are readable, agree with their parameters, and differ', () => {
  const op = (urlTemplate: string, ...names: string[]) => ({
    method: 'GET',
    urlTemplate,
    templateParameters: names.map((name) => ({ name, type: 'string' })),
  });
  const apis = [
    anApi('a', { path: 'a' }, [
      op('/x/{id}', 'id'),
      op('/X/{other}', 'other'),
      op('/x/{id}?d={d}', 'id', 'd'),
      op('/y/{id}'),
      op('/z', 'id'),
      op('/{', 'id'),
    ]),
  ];
  assert.deepEqual(said({ apis }), [
    "APIM3216 Operation 'op1' has the method and URL template of operation 'op0'.",
    "APIM3217 The URL template '/y/{id}' of operation 'op3' uses 'id', which templateParameters lacks.",
    "APIM3218 Operation 'op4' declares the template parameter 'id', which its URL template lacks.",
    "APIM3219 The URL template '/{' cannot be used. Its braces do not pair up around names in '{'.",
  ]);
});

test('backends have an address or members that exist', () => {
  const b = (id: string, properties: object) => located(backend, id, properties);
  const pool = (...ids: string[]) => ({ pool: { services: ids.map((id) => ({ id })) } });
  const backends = [
    b('nowhere', {}),
    b('bad', { url: 'orders.example.com' }),
    b('later', { url: '{{orders-url}}' }),
    b('single', { url: 'https://a.example.com', credentials: { certificateIds: ['c'] } }),
    b('empty', { type: 'Pool' }),
    b('pool', pool('/backends/single', '/backends/none', '/backends/empty')),
    b('fragile', {
      url: 'https://b.example.com',
      circuitBreaker: { rules: [{ failureCondition: { count: 1 } }] },
    }),
  ];
  assert.deepEqual(said({ backends }), [
    "APIM3220 Backend 'nowhere' has no URL.",
    "APIM3225 'orders.example.com' is no URL of a backend.",
    "APIM3224 Certificate 'c' is not defined.",
    "APIM3221 Backend 'empty' is a pool without members.",
    "APIM3222 Backend 'none' is not defined.",
    "APIM3223 Backend 'empty' is a pool itself; pools hold single backends only.",
    'APIM3226 A failure condition needs a count or a percentage, and an interval.',
  ]);
});

test('a display name belongs to one named value', () => {
  const namedValues = [
    located(namedValue, 'a', { displayName: 'url', value: 'x' }),
    located(namedValue, 'b', { displayName: 'URL', value: 'y' }),
  ];
  assert.deepEqual(said({ namedValues }), ["APIM3215 Named value 'a' is also called 'URL'."]);
});
