/** Relative references: resolved against a base, and made. */
import { DotNetUri, isUri, readUri, uriPartial } from './DotNetUri.ts';
import type { AbsoluteUri } from './DotNetUri.ts';
import { directoryOf, hasColonFirst, pathDifference } from './paths.ts';
import type { UriProblem } from './parseUri.ts';

/** `new Uri(baseUri, relative)`. Never throws. */
export function resolveUri(base: AbsoluteUri, relative: string): DotNetUri | UriProblem {
  const own = /^[\\/]/.test(relative) ? undefined : readUri(relative, 'absolute');
  if (own !== undefined && isUri(own)) return own;
  const resolved = readUri(joined(base, relative), 'absolute');
  return resolved === 'isAbsolute' ? 'format' : resolved;
}

/** RFC 3986 section 5.2.2; a scheme without authority that is the base's counts for nothing. */
function joined(base: AbsoluteUri, relative: string): string {
  const { scheme, parts } = base;
  const isSameScheme = relative.toLowerCase().startsWith(`${scheme}:`);
  const text = isSameScheme ? relative.slice(scheme.length + 1) : relative;
  if (text === '') return base.display;
  if (text.startsWith('#')) return base.leftPart(uriPartial.Query) + text;
  if (text.startsWith('?')) return base.leftPart(uriPartial.Path) + text;
  if (text.startsWith('//') || text.startsWith('\\\\')) return `${scheme}:${text}`;
  const left = base.leftDisplay(uriPartial.Authority);
  if (/^[/\\]/.test(text)) return left + text;
  const directory = directoryOf(base.leftDisplay(uriPartial.Path).slice(left.length));
  return `${left}${directory === '' && parts.hasAuthority ? '/' : directory}${text}`;
}

/** `Uri.MakeRelativeUri`: `to` itself when nothing is shared. */
export function relativeTo(from: AbsoluteUri, to: DotNetUri): DotNetUri {
  const { absolute } = to;
  if (!absolute || !isSameServer(from, absolute)) return to;
  const difference = pathDifference(from.path, absolute.path, from.parts.isDosPath);
  const path = hasColonFirst(difference) ? `./${difference}` : difference;
  return new DotNetUri(path + absolute.query + absolute.fragment, undefined);
}

/** `Uri.IsBaseOf`: whether a URI is in the directory of another. */
export function isBaseOf(base: AbsoluteUri, other: AbsoluteUri): boolean {
  if (base.scheme !== other.scheme) return false;
  const directory = directoryOf(base.leftDisplay(uriPartial.Path));
  return `${other.leftDisplay(uriPartial.Path)}/`.startsWith(directory);
}

function isSameServer(one: AbsoluteUri, other: AbsoluteUri): boolean {
  return one.scheme === other.scheme && one.host === other.host && one.port === other.port;
}
