/** The thread that checks texts: one message in, one out. */
import { parentPort } from 'node:worker_threads';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { CheckedText } from './CheckingThread.ts';
import { diagnostics } from './diagnostics.ts';

parentPort?.on('message', ({ uri, text }: CheckedText) => {
  parentPort?.postMessage(diagnostics(new SourceText(uri, text)));
});
