import { createWriteStream } from 'node:fs';
import { jsonLog, textLog } from '../../server/accessLog.ts';
import { GatheredLines } from '../../server/GatheredLines.ts';
import { startDemo } from '../../server/demo/startDemo.ts';
import type { RunningDemo } from '../../server/demo/startDemo.ts';
import { homeDirectory } from '../../server/homeDirectory.ts';
import { demoLines } from '../demoLines.ts';
import { paint, say } from '../terminal.ts';
import { untilInterrupted } from '../untilInterrupted.ts';
import { complaintAbout, tell } from './start.ts';

interface DemoCommandOptions {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly identityPort: number;
  readonly ordersPort: number;
  readonly inventoryPort: number;
  readonly trace?: string;
}

const drainMs = 5_000;

export async function demo(options: DemoCommandOptions): Promise<void> {
  const traces =
    options.trace === undefined
      ? undefined
      : createWriteStream(options.trace, { flags: 'a', mode: 0o600 });
  let running: RunningDemo;
  try {
    running = await startDemo({
      home: homeDirectory(),
      ports: {
        http: options.httpPort,
        https: options.httpsPort,
        identity: options.identityPort,
        orders: options.ordersPort,
        inventory: options.inventoryPort,
      },
      log: process.stdout.isTTY
        ? textLog((line) => say(paint('dim', line)))
        : jsonLog(new GatheredLines(process.stderr)),
      ...(traces ? { onTrace: (story) => traces.write(`${JSON.stringify(story)}\n`) } : {}),
    });
  } catch (error) {
    throw complaintAbout(error);
  }
  // Before the invitation to press Ctrl-C, which may be answered at once.
  const interrupted = untilInterrupted();
  for (const line of demoLines(running, commandName())) say(line);
  running.gateway.watch(tell);
  await interrupted;
  say('Stopping: calls under way may finish.');
  await running.close(drainMs);
}

/** How this program was called, so that printed lines can be pasted. */
function commandName(): string {
  return process.env['npm_lifecycle_event'] === undefined ? 'sallyport' : 'npm run -s sallyport --';
}
