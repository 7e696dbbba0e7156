import { Argument, Command } from 'commander';
import { tokenScopes } from '../../server/demo/demoIdentity.ts';
import { readDemoState } from '../../server/demo/demoState.ts';
import { requestToken, TokenError } from '../../server/demo/requestToken.ts';
import { homeDirectory } from '../../server/localTls.ts';
import { Complaint } from '../Complaint.ts';
import { say } from '../terminal.ts';

export function tokenCommand(): Command {
  return new Command('token')
    .description('get an access token from the identity provider of the running demo')
    .addArgument(
      new Argument('[audience]', 'who the token is for')
        .choices(Object.keys(tokenScopes))
        .default('orders'),
    )
    .action(token);
}

async function token(audience: string): Promise<void> {
  const state = await readDemoState(homeDirectory());
  if (!state) throw new Complaint('No demo is running.', "Start one with 'sallyport demo'.");
  try {
    say(await requestToken(state, tokenScopes[audience]!));
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    throw new Complaint(
      error.message,
      "Is the demo still running? Start it with 'sallyport demo'.",
    );
  }
}
