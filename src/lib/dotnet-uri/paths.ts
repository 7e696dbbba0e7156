/** Paths of URIs: dot segments and differences. */

/** RFC 3986 section 5.2.4, but segments in front of the root are dropped at the start only. */
export function removeDotSegments(path: string): string {
  const result: string[] = [];
  const segments = path.split('/');
  const last = segments.length - 1;
  for (const [i, segment] of segments.entries()) {
    const isDot = segment === '.' || segment === '..';
    if (segment === '..' && result.length > 1) result.pop();
    if (!isDot) result.push(segment);
    else if (i === last) result.push('');
  }
  return result.join('/');
}

/** The relative path from one path to another, as `Uri.MakeRelativeUri` makes it. */
export function pathDifference(from: string, to: string, ignoresCase: boolean): string {
  const same = (a: string, b: string): boolean =>
    a === b || (ignoresCase && a.toLowerCase() === b.toLowerCase());
  let at = 0;
  let slash = -1;
  while (at < from.length && at < to.length && same(from[at]!, to[at]!)) {
    if (from[at] === '/') slash = at;
    at++;
  }
  if (at === 0) return to;
  if (at === from.length && at === to.length) return '';
  const ups = from.slice(at).split('/').length - 1;
  if (ups === 0 && to.length - 1 === slash) return './';
  return '../'.repeat(ups) + to.slice(slash + 1);
}

/** The directory that a path stands in, with its slash. */
export function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Each segment with the slash that ends it. */
export function segmentsOf(path: string): string[] {
  return path.match(/[^/]*\/|[^/]+$/g) ?? [];
}

/** Whether the first segment would be taken for a scheme (RFC 3986 section 4.2). */
export function hasColonFirst(path: string): boolean {
  return /^[^/\\?#]*:/.test(path);
}
