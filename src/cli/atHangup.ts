/**
 * Acts at each SIGHUP, by which daemons are asked to read their settings again; returns what ends that.
 * On a terminal the signal means what it always did: that the terminal was closed.
 */
export function atHangup(action: () => void): () => void {
  if (process.stdin.isTTY) return () => undefined;
  process.on('SIGHUP', action);
  return () => process.off('SIGHUP', action);
}
