import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { lazily } from './lazily.ts';

const sources = join(import.meta.dirname, '..');

test('the words of all commands are had without loading what commands do', async () => {
  const loaded: string[] = [];
  const hooks = registerHooks({
    load(url, context, next) {
      loaded.push(url.replace(pathToFileURL(sources).href, 'src'));
      return next(url, context);
    },
  });
  const files = globSync('commands/*.ts', { cwd: import.meta.dirname });
  for (const file of files) {
    const exported: unknown = await import(pathToFileURL(join(import.meta.dirname, file)).href);
    assert.ok(exported);
  }
  hooks.deregister();
  assert.ok(files.length > 0 && loaded.includes('src/cli/commands/start.ts'));
  const heavy = loaded.filter((url) =>
    /^src\/(cli\/(actions|evaluation|lsp)|adapters|engine|expressions|gateway|identity|policies)\//.test(
      url,
    ),
  );
  assert.deepEqual(heavy, []);
  assert.ok(loaded.length < 40, `${loaded.length} files for help alone`);
});

test('an action is loaded when its command is chosen, and gets the arguments', async () => {
  const ran: string[] = [];
  let loads = 0;
  const act = async (file: string): Promise<void> => void ran.push(file);
  const action = lazily(async () => {
    loads++;
    return act;
  });
  const program = new Command('test');
  program.command('run').argument('<file>').action(action);
  assert.equal(loads, 0);
  await program.parseAsync(['run', 'a'], { from: 'user' });
  assert.deepEqual([loads, ran], [1, ['a']]);
});
