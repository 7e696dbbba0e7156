import type { DotNetUri } from './DotNetUri.ts';
import { isIri, unescapeIri } from './componentText.ts';
import type { ComponentText } from './parseUri.ts';
import { hasColonFirst } from './paths.ts';

/** `Uri.IsWellFormedOriginalString`: written as it would be printed. */
export function isWellFormed({ original, absolute }: DotNetUri): boolean {
  if (!absolute) return isWellFormedRelative(original);
  const { parts } = absolute;
  if (parts.isImplicitFile || original.includes('\\')) return false;
  const { userInfo, path, query, fragment } = parts;
  const rest = [userInfo, path, query].every((part) => part === undefined || isCanonical(part));
  // RFC 2396 has brackets in hosts only.
  if (/[[\]]/.test(path.text) || fragment.text.slice(1).includes('#')) return false;
  return rest && isCanonical(fragment);
}

/** As it is printed, or an IRI, of which .NET does not look at the ASCII. */
function isCanonical({ text, escaped }: ComponentText): boolean {
  return text === escaped || /[^\0-\x7f]/.test(text);
}

function isWellFormedRelative(original: string): boolean {
  if (hasColonFirst(original) || /[\\#]/.test(original)) return false;
  const text = isIri(original) ? unescapeIri(original, 'relative') : original;
  return /^(?:%[\da-f]{2}|[\w.!~*'();/?:@&=+$,-])*$/i.test(text);
}
