/**
 * True when `url` can be the base of calls to a backend: absolute, http or https (ws or wss for
 * WebSocket APIs). A URL that holds a named value can only be judged when that is known.
 */
export function isBackendUrl(url: string): boolean {
  if (url.includes('{{')) return true;
  return /^(https?|wss?):\/\/[^/?#]/i.test(url) && URL.canParse(url);
}
