import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ServiceResources } from '../../model/resources.ts';
import { loadDirectory } from './loadDirectory.ts';
import { shown, testDirectory } from './testDirectory.ts';
import { SpecificationCache } from './specification.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

async function load(name: string, overrides?: string) {
  const root = `${fixtures}/${name}`;
  const options = overrides === undefined ? {} : { overrides: `${root}/${overrides}` };
  const { resources, diagnostics } = await loadDirectory(root, options);
  return { resources, said: shown(diagnostics, root) };
}

/** The APIs as `id path [operations, * with policy]`. */
function apisOf({ apis }: ServiceResources): string[] {
  return apis.map(({ id, properties, operations, policy }) => {
    const names = operations.map((each) => `${each.id}${each.policy ? '*' : ''}`);
    return `${id}${policy ? '*' : ''} /${properties.path} [${names.join(', ')}]`;
  });
}

function productsOf({ products }: ServiceResources): string[] {
  return products.map(({ id, policy, apis, groups }) => {
    const names = [...apis, ...groups].map((each) => each.id).join(', ');
    return `${id}${policy ? '*' : ''} [${names}]`;
  });
}

test('the current C# tool: directories with spaces, links as directories, revisions', async () => {
  const { resources, said } = await load('csharp-v7');
  assert.deepEqual(said, [
    "apimartifacts/apis/orders/diagnostics/azuremonitor/diagnosticInformation.json:1:1 APIM3011 'apis/**/diagnosticInformation.json' is not used here (1 file).",
    "apimartifacts/named values/orders-key/namedValueInformation.json:1:17 APIM3021 Named value 'orders-key' has no value here.",
    "apimartifacts/subscriptions/shop/subscriptionInformation.json:2:17 APIM3210 Subscription 'shop' has no key, so nobody can use it.",
    'apimartifacts/tags/retail/tagInformation.json:1:1 APIM3013 Tags do not change how calls are handled; they are ignored (2 files).',
  ]);
  assert.deepEqual(apisOf(resources), [
    'orders* /orders [get-order*, place-order]',
    'orders;rev=1 /orders [get-order, place-order]',
    'stock-v2 /stock [list-items]',
  ]);
  assert.deepEqual(productsOf(resources), ['gold* [orders, partners]']);
  assert.equal(resources.policy?.format, 'rawxml');
  assert.match(resources.policy!.source.name, /csharp-v7\/apimartifacts\/policy\.xml$/);
  assert.deepEqual(
    resources.apiVersionSets.map(({ id, properties }) => `${id} ${properties.versioningScheme}`),
    ['stock-versions Segment'],
  );
  assert.equal(resources.apis[2]!.operations[0]!.properties.urlTemplate, '/items?shelf={shelf}');
  const [fragment] = resources.policyFragments;
  assert.deepEqual([fragment!.id, fragment!.document.format], ['add-region', 'rawxml']);
  assert.match(fragment!.document.source.text, /^<fragment>/);
  assert.deepEqual(
    resources.namedValues.map(({ id, properties }) => `${id}=${properties.value}`),
    ['orders-key=undefined', 'region=north'],
  );
  assert.equal(resources.subscriptions[0]!.properties.state, 'active');
  assert.equal(resources.backends[0]!.properties.url, 'https://warehouse.example.com');
});

test('a file of overrides changes values, adds keys and replaces policies', async () => {
  const { resources, said } = await load('csharp-v7', 'configuration.prod.yaml');
  assert.ok(!said.some((each) => /APIM3021|APIM3210|APIM3009/.test(each)), said.join('\n'));
  assert.equal(resources.namedValues[0]!.properties.value, 'from-production');
  assert.equal(resources.backends[0]!.properties.url, 'https://warehouse.prod.example.com');
  assert.equal(resources.backends[0]!.properties.protocol, 'http');
  assert.equal(resources.subscriptions[0]!.properties.primaryKey, '0123456789abcdef');
  assert.equal(resources.apis[0]!.properties.serviceUrl, 'https://orders.prod.example.com');
  const [, place] = resources.apis[0]!.operations;
  assert.match(place!.policy!.source.name, /configuration\.prod\.yaml#apis\/orders\/operations/);
  const { source, span } = resources.apis[0]!.origin.at('serviceUrl');
  assert.match(source.name, /configuration\.prod\.yaml$/);
  assert.equal(source.text.slice(span.start, span.end), 'https://orders.prod.example.com');
});

test('generations 2 to 5 of the C# tool: associations as lists, absolute ids', async () => {
  const { resources, said } = await load('csharp-v4');
  assert.deepEqual(said, [
    'apis/orders/tags.json:1:1 APIM3013 Tags do not change how calls are handled; they are ignored (2 files).',
    "gateways/edge/apis.json:1:1 APIM3011 'gateways/**/apis.json' is not used here (1 file).",
    "gateways/edge/gatewayInformation.json:1:1 APIM3011 'gateways/**/gatewayInformation.json' is not used here (1 file).",
  ]);
  assert.deepEqual(apisOf(resources), ['orders /orders [get-order, place-order]']);
  assert.deepEqual(productsOf(resources), ['gold [orders, developers]']);
});

test('the first generation: display names as directories, ids in the files, nested versions', async () => {
  const { resources, said } = await load('csharp-v0');
  assert.deepEqual(said, []);
  assert.deepEqual(apisOf(resources), [
    'web-shop;rev=1 /shop [get-order, place-order]',
    'web-shop /shop [get-order, place-order]',
    'web-shop-v2 /shop [get-order*, place-order]',
  ]);
  assert.deepEqual(productsOf(resources), ['starter* []']);
  assert.deepEqual(
    resources.apiVersionSets.map(({ id }) => id),
    ['shop-versions'],
  );
  assert.equal(resources.namedValues[0]!.id, '6282504e4634611254a46fe1');
});

test('the command line tool: directories as ARM names them, WebSocket APIs, workspaces', async () => {
  const { resources, said } = await load('apiops-cli');
  assert.deepEqual(said, [
    "apis/orders/releases/first/releaseInformation.json:1:1 APIM3011 'apis/**/releaseInformation.json' is not used here (1 file).",
    "apis/orders/schemas/items/schemaInformation.json:1:1 APIM3011 'apis/**/schemaInformation.json' is not used here (1 file).",
    'apis/orders/tags/retail/tagInformation.json:1:1 APIM3013 Tags do not change how calls are handled; they are ignored (1 file).',
    "workspaces/team/workspaceInformation.json:1:1 APIM3012 Workspaces are not supported; what 'workspaces' holds is ignored (2 files).",
  ]);
  assert.deepEqual(apisOf(resources), ['chat /chat [onHandshake]', 'orders /orders [list-items]']);
  assert.deepEqual(productsOf(resources), ['open [orders, chat, guests]']);
  assert.deepEqual(
    resources.apiVersionSets.map(({ id }) => id),
    ['orders'],
  );
  assert.equal(resources.namedValues[0]!.properties.value, 'south');
  assert.equal(resources.policyFragments.length, 1);
});

test('our additions: operations without a description, users, groups, keys', async () => {
  const { resources, said } = await load('additions');
  assert.deepEqual(said, []);
  assert.deepEqual(apisOf(resources), ['orders /orders [anything*]']);
  assert.equal(resources.apis[0]!.properties.displayName, 'orders');
  assert.deepEqual(resources.users[0]!.properties.groups, ['partners']);
  assert.equal(resources.subscriptions[0]!.properties.secondaryKey, 'ada-secondary');
});

test('a gRPC API has the methods of its protocol buffer definition as operations', async (t) => {
  const root = await testDirectory(t, {
    'apis/echo/apiInformation.json': {
      properties: { displayName: 'Echo', path: '', type: 'grpc' },
    },
    'apis/echo/specification.proto': 'package a; service Echo { rpc Say (T) returns (T); }',
    'apis/echo/operations/Echo Say/policy.xml': '<policies><inbound /></policies>',
    'apis/none/apiInformation.json': {
      properties: { displayName: 'None', path: 'n', type: 'grpc' },
    },
    'apis/bad/apiInformation.json': { properties: { displayName: 'Bad', path: 'b', type: 'grpc' } },
    'apis/bad/specification.proto': 'service Echo { rpc }',
  });
  const { resources, diagnostics } = await loadDirectory(root);
  const echo = resources.apis.find(({ id }) => id === 'echo')!;
  assert.deepEqual(
    echo.operations.map(({ id, properties, policy }) => [id, properties.urlTemplate, !!policy]),
    [['echo-say', '/a.Echo/Say', true]],
  );
  assert.deepEqual(shown(diagnostics, root), [
    'apis/bad/specification.proto:1:20 APIM3301 This protocol buffer definition cannot be read: here should stand the name of a method.',
    "apis/none/apiInformation.json:1:15 APIM3015 API 'none' has no operations, so every call of it is answered with 404.",
  ]);
});

test('a description that did not change is not read again', async () => {
  const specifications = new SpecificationCache();
  const options = { specifications };
  const first = await loadDirectory(`${fixtures}/csharp-v7`, options);
  const second = await loadDirectory(`${fixtures}/csharp-v7`, options);
  const operation = ({ resources }: typeof first) => resources.apis[0]!.operations[1]!.properties;
  assert.equal(operation(first), operation(second));
});
