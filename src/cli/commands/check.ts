import { Command, Option } from 'commander';
import { lazily } from '../lazily.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description('compile policy documents and configurations without running them')
    .argument('<path...>', 'policy files, folders of them, or configuration directories')
    .addOption(
      new Option('--format <format>', 'how to print what was found: text, or a JSON object a file')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option(
      '--assume-references',
      'take undefined named values, fragments, backends, loggers, certificates and schemas for unknown ones',
    )
    .option(
      '--strict',
      'take only what Azure takes: no word in another case; tell of .NET members that are not on its list, and what it answers to each error',
    )
    .action(lazily(async () => (await import('../actions/check.ts')).check));
}
