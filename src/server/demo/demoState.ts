import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running demo leaves for `sallyport token`. */
export interface DemoState {
  readonly tokenUrl: string;
  /** PEM of the CA that the identity provider's certificate is signed by. */
  readonly caFile: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

function stateFile(home: string): string {
  return join(home, 'demo', 'state.json');
}

/** Readable by this user only: it holds a secret. */
export async function writeDemoState(home: string, state: DemoState): Promise<void> {
  await mkdir(join(home, 'demo'), { recursive: true, mode: 0o700 });
  await writeFile(stateFile(home), JSON.stringify(state), { mode: 0o600 });
}

/** Undefined when no demo runs. */
export async function readDemoState(home: string): Promise<DemoState | undefined> {
  try {
    return JSON.parse(await readFile(stateFile(home), 'utf8')) as DemoState;
  } catch {
    return undefined;
  }
}

export async function removeDemoState(home: string): Promise<void> {
  await rm(stateFile(home), { force: true });
}
