/** The thread that checks texts: one message in, one out. */
import { parentPort } from 'node:worker_threads';
import { SourceText } from '../../lib/source/SourceText.ts';
import type { CheckedText } from './CheckingThread.ts';
import { findingsIn } from './findings.ts';

parentPort?.on('message', ({ uri, text, names }: CheckedText) => {
  parentPort?.postMessage(findingsIn(new SourceText(uri, text), names));
});
