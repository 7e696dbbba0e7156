import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Workshop } from './program.ts';

const workshop = new Workshop();
after(() => workshop.remove());

test('help lists every command', async () => {
  const { code, stdout } = await workshop.shell('sallyport --help');
  assert.equal(code, 0);
  for (const command of ['demo', 'start', 'check', 'eval', 'token', 'lsp'])
    assert.match(stdout, new RegExp(`^  ${command} `, 'm'));
});

test('a command that is misspelt gets a suggestion', async () => {
  const { code, stderr } = await workshop.shell('sallyport chek .');
  assert.equal(code, 1);
  assert.match(stderr, /unknown command 'chek'\n\(Did you mean check\?\)/);
});

test('a command that fails says what to do, in two lines', async () => {
  const { code, stdout, stderr } = await workshop.shell('sallyport token');
  assert.deepEqual([code, stdout], [1, '']);
  assert.equal(stderr, "error: No demo is running.\nhint: Start one with 'sallyport demo'.\n");
});

test('a range that is none is refused before anything starts', async () => {
  const { code, stderr } = await workshop.shell('sallyport start . --allow-network 10.0.0.1/8');
  assert.equal(code, 1);
  assert.match(stderr, /'10\.0\.0\.1\/8' has bits set behind its prefix\./);
});
