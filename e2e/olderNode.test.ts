import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

test(
  'what an older Node is told goes on to the newer one that it starts',
  { skip: process.platform === 'win32' },
  async () => {
    mkdirSync(join(workshop.home, 'conf'));
    writeFileSync(join(workshop.home, 'conf', 'policy.xml'), '<policies />');
    const ports = ['--http-port', '0', '--https-port', '0'];
    const args = ['start', 'conf', '--no-watch', '--workers', '1', ...ports];
    const gateway = workshop.startOnOlderNode(...args);
    await gateway.until(/gateway {2}http:/);
    gateway.hangUp();
    await gateway.until(/configuration is live/);
    const { code, stdout, stderr } = await gateway.interrupt();
    assert.match(stdout + stderr, /calls under way may finish/);
    assert.equal(code, 0);
  },
);
