import { Command } from 'commander';
import { lazily } from '../lazily.ts';

export function lspCommand(): Command {
  return new Command('lsp')
    .description(
      'serve an editor of policy documents: Language Server Protocol on stdin and stdout',
    )
    .option('--stdio', 'what it does anyway; editors add it')
    .action(lazily(async () => (await import('../actions/lsp.ts')).serve));
}
