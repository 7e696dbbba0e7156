import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Command } from 'commander';
import { expressionLimitOption } from './expressionLimit.ts';

function parsed(...args: readonly string[]): unknown {
  const command = new Command('x').addOption(expressionLimitOption()).exitOverride();
  command.configureOutput({ writeErr: () => undefined });
  return command.parse([...args], { from: 'user' }).opts()['expressionLimit'];
}

test('limits are named one by one, and those that are not stay as they are', () => {
  assert.deepEqual(parsed(), {});
  const args = ['--expression-limit', 'steps=5000000', '--expression-limit', 'regex-ms=20'];
  assert.deepEqual(parsed(...args), { maxSteps: 5_000_000, regexTimeoutMs: 20 });
});

test('what is no limit is told with what there is', () => {
  const problem = (text: string): string => {
    try {
      parsed('--expression-limit', text);
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return '';
  };
  assert.match(problem('step=5'), /Write one of steps, string-length, items, depth, regex-ms/);
  assert.match(problem('constructor=5'), /Write one of/);
  for (const value of ['', '0', '-1', '1e3', '1001'])
    assert.match(problem(`depth=${value}`), /'depth' is a number from 1 to 1000/);
});
