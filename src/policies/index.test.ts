import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { OpenIdProviders } from '../engine/ports/OpenIdProviders.ts';
import { checkDocument } from '../engine/snapshot/checkDocument.ts';
import { netTypes } from '../expressions/types/index.ts';
import { OpenIdConfiguration } from '../lib/jwt/discovery.ts';
import { VerifiedTokens } from '../lib/jwt/verifiedTokens.ts';
import { SourceText } from '../lib/source/SourceText.ts';
import { policies } from './index.ts';

const world = { fetch: () => Promise.reject(new Error('no network')), now: () => 0 };
const openIdProviders: OpenIdProviders = {
  verified: new VerifiedTokens(),
  now: () => 0,
  at: (metadataUrl) => new OpenIdConfiguration(metadataUrl, world),
};

for (const policy of policies) {
  for (const [index, example] of policy.examples.entries()) {
    test(`${policy.name}: example ${index + 1} compiles as it stands`, () => {
      const diagnostics = checkDocument(
        { source: new SourceText('example', example), format: 'rawxml' },
        { policies, types: netTypes, openIdProviders, assumeReferences: true },
      );
      // That it is not run here is said, and is no mistake.
      const problems = diagnostics.filter(({ severity }) => policy.compile || severity !== 'info');
      assert.deepEqual(
        problems.map(({ code, message }) => `${code} ${message}`),
        [],
      );
      assert.ok(example.includes(`<${policy.name}`));
    });
  }
}

test('every policy shows an example and names the page of Microsoft that describes it', () => {
  for (const { name, examples, reference } of policies) {
    assert.ok(examples.length > 0, name);
    assert.match(reference, /^https:\/\/learn\.microsoft\.com\/azure\/api-management\/[a-z0-9-]+$/);
  }
});

test('every policy has a file of its own, named as its element', () => {
  const files = new Set(readdirSync(import.meta.dirname));
  for (const { name } of policies) assert.ok(files.has(`${name}.ts`), name);
});

test('no two policies share an element', () => {
  const names = policies.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  assert.deepEqual(names, [...new Set(names)]);
});
