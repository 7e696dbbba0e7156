import { tokenScopes } from '../../server/demo/demoIdentity.ts';
import { readDemoState } from '../../server/demo/demoState.ts';
import { requestToken, TokenError } from '../../server/demo/requestToken.ts';
import { homeDirectory } from '../../server/homeDirectory.ts';
import { Complaint } from '../Complaint.ts';
import { say } from '../terminal.ts';

export async function token(audience: string): Promise<void> {
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
