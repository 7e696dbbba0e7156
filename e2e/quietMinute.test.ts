import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

test(
  'a gateway keeps what it compiled over a quiet minute, as the process that was started',
  { skip: process.platform !== 'linux' },
  async () => {
    mkdirSync(join(workshop.home, 'conf'));
    writeFileSync(join(workshop.home, 'conf', 'policy.xml'), '<policies />');
    const ports = ['--http-port', '0', '--https-port', '0'];
    const gateway = workshop.start('start', 'conf', '--workers', '1', ...ports);
    await gateway.until(/gateway {2}http:/);
    const command = readFileSync(`/proc/${gateway.pid}/cmdline`, 'utf8').split('\0');
    assert.ok(command.includes('--no-memory-reducer'), command.join(' '));
    const { code } = await gateway.interrupt();
    assert.equal(code, 0);
  },
);
