import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { loadDirectory } from './loadDirectory.ts';
import { shown, testDirectory, write } from './testDirectory.ts';

type Files = Parameters<typeof testDirectory>[1];

const spec = 'openapi: 3.0.0\npaths: { /a: { get: { operationId: get-a, responses: {} } } }\n';
const soundApi = {
  'apis/a/apiInformation.json': { properties: { path: 'a' } },
  'apis/a/specification.yaml': spec,
};

async function said(t: TestContext, files: Files, overrides?: string): Promise<string[]> {
  const root = await testDirectory(t, files);
  const options = overrides === undefined ? {} : { overrides: join(root, overrides) };
  const { diagnostics } = await loadDirectory(root, options);
  return shown(diagnostics, root);
}

test('a directory that does not exist, is a file, or holds nothing known', async (t) => {
  const root = await testDirectory(t, { 'file.txt': 'x', 'other/readme.json': '{}' });
  const of = async (path: string) => shown((await loadDirectory(path)).diagnostics, root);
  assert.deepEqual(await of(join(root, 'none')), [
    "none:1:1 APIM3001 The directory 'none' cannot be read: it does not exist.",
  ]);
  assert.deepEqual(await of(join(root, 'file.txt')), [
    "file.txt:1:1 APIM3001 The directory 'file.txt' cannot be read: it is a file.",
  ]);
  assert.deepEqual(await of(join(root, 'other')), [
    "other:1:1 APIM3005 The directory 'other' holds no configuration.",
  ]);
});

test('broken JSON, a wrong type and a missing member, all at once, with line and column', async (t) => {
  const problems = await said(t, {
    'apis/a/apiInformation.json': '{\n  "properties": {\n    "path": "a",\n  }\n}',
    'apis/b/apiInformation.json':
      '{\n  "properties": {\n    "displayName": "B",\n    "subscriptionRequired": "yes",\n    "protocols": ["htps"]\n  }\n}',
    'apis/b/specification.yaml': 'openapi: 3.0.0\npaths: [',
    'backends/c/backendInformation.json': '{ "url": "https://example.com" }',
    'named values/d/namedValueInformation.json': '[]',
    'products/p/apis.json': '{}',
    'products/p/productInformation.json': { properties: { state: 'Published' } },
  });
  assert.deepEqual(problems, [
    "apis/a/apiInformation.json:4:3 JSON1001 Here should be a member name in double quotes, but there is '}'.",
    "apis/b/apiInformation.json:2:17 APIM3102 The property 'path' is missing.",
    'apis/b/apiInformation.json:4:29 APIM3101 This should be true or false, not a string.',
    "apis/b/apiInformation.json:5:19 APIM3103 'htps' is none of 'http', 'https', 'ws', 'wss'.",
    'apis/b/specification.yaml:2:9 YAML1001 Flow sequence in block collection must be sufficiently indented and end with a ].',
    "backends/c/backendInformation.json:1:1 APIM3102 The property 'properties' is missing.",
    'named values/d/namedValueInformation.json:1:1 APIM3101 This should be an object, not a list.',
    'products/p/apis.json:1:1 APIM3101 This should be a list, not something else.',
  ]);
});

test('a broken API is told once, not again by the product and the key that name it', async (t) => {
  const problems = await said(t, {
    'apis/a/apiInformation.json': '{ "properties": {} }',
    'products/p/productInformation.json': { properties: {} },
    'products/p/apis.json': [{ name: 'a' }],
    'subscriptions/s/subscriptionInformation.json': {
      properties: { scope: '/apis/a', state: 'active', primaryKey: 'k' },
    },
  });
  assert.deepEqual(problems, [
    "apis/a/apiInformation.json:1:17 APIM3102 The property 'path' is missing.",
  ]);
});

test('relations to what does not exist point at the name', async (t) => {
  const problems = await said(t, {
    ...soundApi,
    'products/p/productInformation.json': { properties: {} },
    'products/p/apis.json': '[\n  { "name": "a" },\n  { "name": "nowhere" },\n  { "id": 1 }\n]',
    'products/p/groups/none/productGroupInformation.json': '{}',
    'subscriptions/s/subscriptionInformation.json':
      '{ "properties": {\n  "scope": "/products/q",\n  "state": "active", "primaryKey": "k" } }',
  });
  assert.deepEqual(problems, [
    "products/p/apis.json:3:13 APIM3206 API 'nowhere' is not defined.",
    "products/p/apis.json:4:3 APIM3102 The property 'name' is missing.",
    "products/p/groups/none/productGroupInformation.json:1:1 APIM3207 Group 'none' is not defined.",
    "subscriptions/s/subscriptionInformation.json:2:12 APIM3209 Product 'q' is not defined.",
  ]);
});

test('an API without information file, without operations, with a WSDL or two descriptions', async (t) => {
  const problems = await said(t, {
    'apis/lonely/specification.yaml': spec,
    'apis/empty/apiInformation.json': { properties: { path: 'empty' } },
    'apis/soap/apiInformation.json': { properties: { path: 'soap', type: 'soap' } },
    'apis/soap/specification.wsdl': '<definitions />',
    'apis/two/apiInformation.json': { properties: { path: 'two' } },
    'apis/two/specification.yaml': spec,
    'apis/two/specification.json': '{}',
  });
  assert.deepEqual(problems, [
    "apis/empty/apiInformation.json:1:15 APIM3015 API 'empty' has no operations, so every call of it is answered with 404.",
    "apis/lonely:1:1 APIM3008 'apis/lonely' has no file 'apiInformation.json'.",
    "apis/soap/specification.wsdl:1:1 APIM3014 A WSDL or WADL description cannot be read here, so API 'soap' has no operations.",
    "apis/two/specification.json:1:1 APIM3017 'apis/two/specification.json' is ignored, because 'specification.yaml' describes the same API.",
  ]);
});

test('a policy for an operation that does not exist is an error: it would protect nothing', async (t) => {
  const root = await testDirectory(t, {
    ...soundApi,
    'apis/a/operations/get-b/policy.xml': '<policies />',
    'apis/a/operations/Get_A/policy.xml': '<policies />',
  });
  const { resources, diagnostics } = await loadDirectory(root);
  assert.deepEqual(shown(diagnostics, root), [
    "apis/a/operations/get-b/policy.xml:1:1 APIM3016 API 'a' has no operation 'get-b', so this policy would protect nothing.",
  ]);
  assert.equal(diagnostics[0]!.hint, "Did you mean 'get-a'?");
  assert.equal(resources.apis[0]!.operations[0]!.policy?.source.text, '<policies />');
});

test('one id declared in two spellings of a directory, or in two cases, is an error', async (t) => {
  const value = (text: string) => ({ properties: { value: text } });
  const problems = await said(t, {
    'named values/x/namedValueInformation.json': value('1'),
    'namedValues/x/namedValueInformation.json': value('2'),
    'namedValues/X/namedValueInformation.json': value('3'),
  });
  const first = 'first time in';
  assert.equal(problems.length, 2);
  assert.ok(problems.every((each) => each.includes('APIM3007') && each.includes(first)));
});

test('two APIs with one path point at the path of the second', async (t) => {
  const problems = await said(t, {
    ...soundApi,
    'apis/b/apiInformation.json': '{ "properties": {\n  "path": "a" } }',
    'apis/b/specification.yaml': spec,
  });
  assert.deepEqual(problems, [
    "apis/b/apiInformation.json:2:11 APIM3201 API 'b' answers at '/a', and so does API 'a'.",
  ]);
});

test('ids that would mean more than themselves in a path are refused', async (t) => {
  const problems = await said(t, {
    ...soundApi,
    'products/p/productInformation.json': '{ "name": "../p", "properties": {} }',
    'products/q/productInformation.json': { properties: {} },
    'products/q/apis.json': '[{ "name": "../../a" }]',
  });
  assert.deepEqual(problems, [
    "products/p/productInformation.json:1:11 APIM3006 '../p' cannot be the id of a resource.",
    "products/q/apis.json:1:12 APIM3006 '../../a' cannot be the id of a resource.",
  ]);
});

test('a policy that is not UTF-8 and a fragment without policies are errors', async (t) => {
  const problems = await said(t, {
    'policy.xml': new Uint8Array([0x3c, 0xff, 0x3e]),
    'policyFragments/f/policyFragmentInformation.json': { properties: {} },
    'policyFragments/g/policyFragmentInformation.json': {
      properties: { format: 'xml', value: '<fragment />' },
    },
  });
  assert.deepEqual(problems, [
    "policy.xml:1:1 APIM3004 'policy.xml' cannot be read: it is not UTF-8 text.",
    "policyFragments/f/policyFragmentInformation.json:1:15 APIM3020 Policy fragment 'f' has no 'policy.xml'.",
  ]);
});

test('links that lead out of the directory, nowhere or in a circle are refused, links within are followed', async (t) => {
  const root = await testDirectory(t, {
    'config/real/apiInformation.json': { properties: { path: 'r' } },
  });
  await write(root, 'secret.json', '{}');
  const config = join(root, 'config');
  await write(config, 'apis/.keep', '');
  await symlink('../real', join(config, 'apis/linked'));
  await symlink('../../secret.json', join(config, 'apis/out.json'));
  await symlink('nowhere', join(config, 'apis/dangling.json'));
  await symlink('..', join(config, 'apis/up'));
  const { resources, diagnostics } = await loadDirectory(config);
  assert.deepEqual(
    resources.apis.map(({ id }) => id),
    ['linked'],
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  assert.deepEqual(shown(errors, config), [
    "apis/dangling.json:1:1 APIM3004 'apis/dangling.json' cannot be read: it does not exist.",
    "apis/out.json:1:1 APIM3003 'apis/out.json' is a symbolic link that leads out of the directory.",
    "apis/up:1:1 APIM3004 'apis/up' cannot be read: its symbolic links lead in a circle.",
  ]);
});

test('a wrong override points into the file of overrides', async (t) => {
  const problems = await said(
    t,
    {
      ...soundApi,
      'prod.yaml':
        "apis:\n  - name: a\n    properties:\n      apiRevision: 2\n      serviceUrl: ftp://x\n  - name: b\n    properties: {}\nnamedValues:\n  - name: n\n    properties:\n      value: '{#token#}'\n",
    },
    'prod.yaml',
  );
  assert.deepEqual(
    problems.filter((each) => each.startsWith('prod.yaml:')),
    [
      "prod.yaml:1:1 APIM3011 'prod.yaml' is not used here (1 file).",
      'prod.yaml:4:20 APIM3101 This should be a string, not a number.',
      "prod.yaml:6:11 APIM3009 The override names 'b', which is not among apis.",
      "prod.yaml:9:11 APIM3009 The override names 'n', which is not among namedValues.",
      "prod.yaml:11:14 APIM3010 '{#token#}' was not replaced.",
    ],
  );
});

test('overrides that cannot be read are an error', async (t) => {
  assert.match((await said(t, soundApi, 'none.yaml')).join(), /^none\.yaml:1:1 APIM3004 /);
  assert.match(
    (await said(t, { ...soundApi, 'configuration.x.yaml': '- a' }, 'configuration.x.yaml')).join(),
    /^configuration\.x\.yaml:1:1 APIM3101 /,
  );
});

test('the marker of a redacted secret becomes no key, no value and no password', async (t) => {
  const marker = '*** REDACTED ***';
  const root = await testDirectory(t, {
    'policy.xml': `<policies>\n  <authentication-basic password="${marker}" />\n</policies>`,
    'namedValues/n/namedValueInformation.json': { properties: { secret: true, value: marker } },
    'subscriptions/s/subscriptionInformation.json': {
      properties: { scope: '/apis', state: 'active', primaryKey: marker },
    },
  });
  const { resources, diagnostics } = await loadDirectory(root);
  assert.deepEqual(
    shown(diagnostics, root).map((each) => each.split(' ', 2).join(' ')),
    [
      'namedValues/n/namedValueInformation.json:1:15 APIM3021',
      'policy.xml:2:35 APIM3022',
      'subscriptions/s/subscriptionInformation.json:1:15 APIM3210',
    ],
  );
  const all = [...resources.namedValues, ...resources.subscriptions];
  const properties = JSON.stringify(all.map((each) => each.properties));
  assert.ok(!properties.includes('REDACTED'), properties);
});

test('overrides may also be tables of properties by name', async (t) => {
  const root = await testDirectory(t, {
    ...soundApi,
    'prod.yml': 'apis:\n  A:\n    serviceUrl: https://prod.example.com\n  b: {}\n',
  });
  const { resources, diagnostics } = await loadDirectory(root, {
    overrides: join(root, 'prod.yml'),
  });
  assert.equal(resources.apis[0]!.properties.serviceUrl, 'https://prod.example.com');
  assert.deepEqual(shown(diagnostics, root), [
    "prod.yml:4:3 APIM3009 The override names 'b', which is not among apis.",
  ]);
});

test('references that are assumed to exist are not told', async (t) => {
  const root = await testDirectory(t, {
    'backends/b/backendInformation.json': { properties: { pool: { services: [{ id: 'x' }] } } },
  });
  const codes = async (assumeReferences: boolean) =>
    (await loadDirectory(root, { assumeReferences })).diagnostics.map(({ code }) => code);
  assert.deepEqual(await codes(false), ['APIM3222']);
  assert.deepEqual(await codes(true), []);
});

test('paths in problems begin as the user wrote the directory', async (t) => {
  const root = await testDirectory(t, { 'apis/a/apiInformation.json': '{' });
  const written = relative(process.cwd(), root);
  const { diagnostics } = await loadDirectory(`${written}/`);
  assert.equal(diagnostics[0]!.source.name, `${written}/apis/a/apiInformation.json`);
});
