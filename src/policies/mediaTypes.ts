/** What a Content-Type says of a body, and an Accept of what the caller takes. */

/** `application/json`, `text/json`, or a type with the suffix of RFC 6839 §3.1. */
export function isJson(contentType: string): boolean {
  return isOf(contentType, 'json');
}

/** `application/xml`, `text/xml` (RFC 7303), or a type with the suffix `+xml`. */
export function isXml(contentType: string): boolean {
  return isOf(contentType, 'xml');
}

/** Whether lines of Accept ask for such a type by its name, which no wildcard does. */
export function accepts(lines: readonly string[], isWanted: (type: string) => boolean): boolean {
  return lines
    .flatMap((line) => line.split(','))
    .some((range) => isWanted(range) && !/;\s*q\s*=\s*0(\.0*)?\s*(;|$)/i.test(range));
}

function isOf(contentType: string, format: 'json' | 'xml'): boolean {
  const [type = ''] = contentType.split(';');
  const [top, subtype = ''] = type.trim().toLowerCase().split('/');
  if (subtype === format) return top === 'application' || top === 'text';
  return subtype.endsWith(`+${format}`);
}
