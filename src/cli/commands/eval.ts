import { Command } from 'commander';
import { expressionLimitOption } from '../expressionLimit.ts';
import { lazily } from '../lazily.ts';

export function evalCommand(): Command {
  return new Command('eval')
    .description('evaluate a policy expression and print its type and value')
    .argument('[expression]', 'C# as in a policy: @(1 + 2), @{ return 3; }, or bare 1 + 2')
    .option('--context <file>', 'a JSON file that mirrors the context variable')
    .option(
      '--batch <file>',
      'evaluate each line of a JSON Lines file ({id, expression, context?, now?}); - reads stdin',
    )
    .addOption(expressionLimitOption())
    .action(lazily(async () => (await import('../actions/eval.ts')).evaluateExpressions));
}
