import { readFileSync } from 'node:fs';
import { Complaint } from '../Complaint.ts';
import { CheckingThread } from '../lsp/CheckingThread.ts';
import { converse } from '../lsp/converse.ts';
import { LanguageServer } from '../lsp/LanguageServer.ts';
import { frame, FramingError } from '../lsp/MessageReader.ts';

export async function serve(): Promise<void> {
  const send = (message: object): void => void process.stdout.write(frame(message));
  // The editor is gone, so there is nobody to serve.
  process.stdout.once('error', () => process.exit(1));
  const thread = new CheckingThread();
  thread.start();
  const server = new LanguageServer(send, version(), (text) => thread.check(text));
  try {
    await converse(process.stdin, send, server);
  } catch (error) {
    if (error instanceof FramingError) throw new Complaint(error.message);
    throw error;
  }
  process.exitCode = server.exitCode;
  process.stdin.destroy();
}

function version(): string {
  const file = new URL('../../../package.json', import.meta.url);
  const { version: own } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return own;
}
