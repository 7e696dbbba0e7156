/** A request target in the one form that is routed, shown to policies and sent to backends. */
export interface CanonicalTarget {
  /** Percent-encoded, without dot segments; starts with a slash. */
  readonly path: string;
  /** Without its `?`; as it was sent. */
  readonly query: string;
}

// RFC 3986 §3.3 and §3.4: what may stand in a path and in a query.
const pathCharacters = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*$/;
// Browsers leave these in a query (WHATWG URL, query percent-encode set), and so must we take them.
const queryCharacters = /^[A-Za-z0-9\-._~!$&'()*+,;=:@%/?[\]{}|^`\\]*$/;

/**
 * Reads a request target in origin form (RFC 9112 §3.2.1). Percent-encodings that mean nothing are
 * undone (RFC 3986 §6.2.2.2) and dot segments resolved, once. Undefined when the target is
 * malformed, climbs above the root, or could be another path to a server that decodes more than it
 * should: an encoded backslash or NUL, or dots that only an encoded slash or a path parameter makes
 * harmless.
 */
export function canonicalTarget(target: string): CanonicalTarget | undefined {
  const mark = target.indexOf('?');
  const rawPath = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  if (!rawPath.startsWith('/') || !pathCharacters.test(rawPath) || !queryCharacters.test(query)) {
    return undefined;
  }
  // Nothing to undo, nothing to resolve: so are nearly all.
  if (!rawPath.includes('%') && !rawPath.includes('.')) return { path: rawPath, query };
  const normalized = normalizeEncoding(rawPath);
  if (normalized === undefined) return undefined;
  const path = withoutDots(normalized);
  return path === undefined ? undefined : { path, query };
}

/** Decodes unreserved characters, writes other encodings in upper case; undefined if one is broken. */
function normalizeEncoding(path: string): string | undefined {
  if (!path.includes('%')) return path;
  if (/%(?![0-9A-Fa-f]{2})/.test(path) || /%(?:00|5[Cc])/.test(path)) return undefined;
  const normalized = path.replace(/%[0-9A-Fa-f]{2}/g, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
  return isUtf8(normalized) ? normalized : undefined;
}

function isUtf8(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function withoutDots(path: string): string | undefined {
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '.') {
      if (isLast) kept.push('');
    } else if (segment === '..') {
      if (kept.pop() === undefined) return undefined;
      if (isLast) kept.push('');
    } else if (hidesDots(segment)) return undefined;
    else kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** `..%2Fadmin` and `..;x=1` are dot segments to servers that decode or cut before they resolve. */
function hidesDots(segment: string): boolean {
  if (!segment.includes('.')) return false;
  return segment.split(/%2F/i).some((part) => /^\.\.?(?:;.*)?$/.test(part));
}
