import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { evalCommand } from './commands/eval.ts';
import { lspCommand } from './commands/lsp.ts';
import { startCommand } from './commands/start.ts';
import { tokenCommand } from './commands/token.ts';
import { Complaint } from './Complaint.ts';
import { complain } from './terminal.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

const program = new Command('sallyport')
  .description(
    'An open API gateway that runs Azure API Management policies anywhere and explains every decision.',
  )
  .version(version, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .showHelpAfterError('(run with --help to see what there is)')
  .showSuggestionAfterError()
  .configureHelp({ sortSubcommands: false });

for (const command of [
  demoCommand,
  startCommand,
  checkCommand,
  evalCommand,
  tokenCommand,
  lspCommand,
]) {
  program.addCommand(command());
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  complain(error);
  process.exitCode = 1;
}
