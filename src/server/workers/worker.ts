/** Where a worker begins. Compiled code is kept before the rest is loaded, as at the program's start. */
import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from './messages.ts';

const start: WorkerStart = workerData;
if (start.compileCache !== undefined) enableCompileCache(start.compileCache);
const { serve } = await import('./serve.ts');
await serve(start, parentPort!);
