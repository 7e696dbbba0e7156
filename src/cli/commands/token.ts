import { Argument, Command } from 'commander';
import { tokenScopes } from '../../server/demo/demoIdentity.ts';
import { lazily } from '../lazily.ts';

export function tokenCommand(): Command {
  return new Command('token')
    .description('get an access token from the identity provider of the running demo')
    .addArgument(
      new Argument('[audience]', 'who the token is for')
        .choices(Object.keys(tokenScopes))
        .default('orders'),
    )
    .action(lazily(async () => (await import('../actions/token.ts')).token));
}
