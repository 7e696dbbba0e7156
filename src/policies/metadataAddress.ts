import type { BuildContext } from '../engine/declaration/BuildContext.ts';

/** Whether a text is the address of a metadata document. */
export function isMetadataAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Warns of documents that travel unencrypted, unless they stay within this machine. */
export function warnOfPlainHttp(address: string, build: Pick<BuildContext, 'report'>): void {
  const { protocol, hostname } = new URL(address);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'http:' || isLoopback) return;
  build.report({
    severity: 'warning',
    message: `Keys from '${address}' can be replaced on the way.`,
    hint: 'Use https.',
  });
}
