/**
 * An origin in its one form (RFC 6454 §6.2): `scheme://host`, in lower case, with a port only where
 * it is not the scheme's own. A slash at the end is let through, since people write it. Undefined
 * when the text is none; `null`, which stands for many origins, is none.
 */
export function parseOrigin(text: string): string | undefined {
  const [, scheme, authority] = /^([a-z][a-z0-9+.-]*):\/\/([^\s/?#@\\]+)\/?$/i.exec(text) ?? [];
  if (scheme === undefined || authority === undefined) return undefined;
  const name = scheme.toLowerCase();
  // Of the web's schemes the URL parser knows the ports, and how names beyond ASCII are sent.
  if (name === 'http' || name === 'https') return URL.parse(`${name}://${authority}`)?.origin;
  return `${name}://${authority.toLowerCase()}`;
}
