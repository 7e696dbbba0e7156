import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';

/** A configuration directory with a named value, a secret, a fragment and a backend. */
export function configuration(test: TestContext): {
  readonly folder: string;
  readonly uri: string;
  readonly policy: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-lsp-'));
  test.after(() => rmSync(folder, { recursive: true }));
  const files = {
    'policy.xml': '<policies><inbound /></policies>',
    'namedValues/tier/namedValueInformation.json':
      '{ "properties": { "displayName": "tier", "value": "gold" } }',
    'namedValues/key/namedValueInformation.json':
      '{ "properties": { "displayName": "key", "secret": true, "value": "hunter2hunter2" } }',
    'policyFragments/limits/policy.xml': '<fragment><rate-limit calls="5" /></fragment>',
    'backends/orders/backendInformation.json':
      '{ "properties": { "url": "https://orders.example", "protocol": "http" } }',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const policy = pathToFileURL(join(folder, 'policy.xml')).href;
  return { folder, uri: pathToFileURL(folder).href, policy };
}
