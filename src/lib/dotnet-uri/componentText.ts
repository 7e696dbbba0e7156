/**
 * How .NET escapes and unescapes the components of URIs. A URI that holds other than ASCII, escaped or
 * not, or an escaped character that needs no escape, is taken apart and put together again as an IRI (RFC 3987);
 * otherwise its escapes stay as they are.
 */
export type Component = 'userInfo' | 'path' | 'query' | 'fragment' | 'relative';

/** RFC 2396 section 2.3, by which .NET Framework goes here. */
const unreserved = /^[\w.!~*'()-]$/;

/** What a component keeps escaped because it would mean something else. */
const reserved: Readonly<Record<Component, string>> = {
  userInfo: '/?#[]@',
  path: '/?#[]',
  query: '#[]',
  fragment: '#[]',
  relative: ':/?#[]@',
};

/** Whether a URI is an IRI in the sense above. */
export function isIri(text: string): boolean {
  if (/[^\0-\x7f]|%[89a-f][\da-f]/i.test(text)) return true;
  return Array.from(text.matchAll(/%[0-7][\da-f]/gi)).some(([escape]) =>
    unreserved.test(String.fromCharCode(codeOf(escape))),
  );
}

/** Characters that stay escaped when a URI is shown: controls and those with a meaning. */
function isUnsafe(code: number): boolean {
  if (code <= 0x1f || (code >= 0x7f && code <= 0x9f)) return true;
  return ';=?@#$%&+,/\\'.includes(String.fromCharCode(code));
}

/** Unescapes what an IRI need not escape. What follows a lonely `%` closely is left alone, as .NET does. */
export function unescapeIri(text: string, component: Component): string {
  const mayBe = (code: number): boolean =>
    !isUnsafe(code) && !reserved[component].includes(String.fromCharCode(code));
  return text.replaceAll(/(?:%[\da-f]{2})+|%[^]{2}/gi, (run) => unescapeWhere(run, mayBe));
}

/** Unescapes what can be shown without changing the meaning; a lonely `%` becomes `%25`. */
export function unescapeForDisplay(text: string): string {
  return unescapeWhere(text.replaceAll(/%(?![\da-f]{2})/gi, '%25'), (code) => !isUnsafe(code));
}

/** Unescapes everything that is well-formed. */
export function unescapeAll(text: string): string {
  return unescapeWhere(text, () => true);
}

/** A lonely `%`, or what is neither reserved nor unreserved nor an escape. */
const toEscape = /%(?![\da-f]{2})|[^\w.!~*'()%;/?:@&=+$,#[\]-]+/gi;
const toEscapeInPath = /%(?![\da-f]{2})|[^\w.!~*'()%;/:@&=+$,[\]-]+/gi;

/** Escapes what may not stand in a component; a lonely `%` becomes `%25`. */
export function escapeComponent(text: string, component: Component): string {
  return text.replaceAll(component === 'path' ? toEscapeInPath : toEscape, (run) =>
    encodeURIComponent(run.toWellFormed()),
  );
}

/** Decodes runs of escapes: ASCII where it may be, other characters where the UTF-8 is right. */
function unescapeWhere(text: string, mayBe: (code: number) => boolean): string {
  return text.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => unescapeRun(run, mayBe));
}

function unescapeRun(run: string, mayBe: (code: number) => boolean): string {
  let result = '';
  for (let at = 0; at < run.length;) {
    const length = sequenceLength(codeOf(run.slice(at, at + 3)));
    const letter = decode(run.slice(at, at + 3 * length));
    const isShown = letter !== undefined && (length > 1 || mayBe(letter.charCodeAt(0)));
    result += isShown ? letter : run.slice(at, at + 3);
    at += isShown ? 3 * length : 3;
  }
  return result;
}

function decode(sequence: string): string | undefined {
  try {
    return decodeURIComponent(sequence);
  } catch {
    return undefined;
  }
}

/** How many bytes a UTF-8 sequence with this first byte has. */
function sequenceLength(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

function codeOf(escape: string): number {
  return Number.parseInt(escape.slice(1), 16);
}
