/** Text in URLs and HTML, as `System.Uri` and `System.Net.WebUtility` write and read it. */

/** RFC 3986 section 2.3: everything but unreserved characters becomes `%XX`. */
export function escapeData(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percent);
}

/** Leaves reserved characters and `%` of RFC 3986 as they are: `Uri.EscapeUriString`. */
export function escapeUri(text: string): string {
  return encodeURI(text.toWellFormed()).replaceAll('%5B', '[').replaceAll('%5D', ']');
}

/** Decodes every valid UTF-8 sequence of `%XX`; leaves what is malformed. */
export function unescapeData(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeRun(run));
}

/** `application/x-www-form-urlencoded` as `WebUtility.UrlEncode`: upper-case hex, `+` for space. */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/['~]/g, percent).replaceAll('%20', '+');
}

/** `WebUtility.UrlDecode`: malformed `%` stays, malformed UTF-8 becomes U+FFFD. */
export function formDecode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => bytesOf(run).toString('utf8'));
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}

function bytesOf(run: string): Buffer {
  return Buffer.from(run.replaceAll('%', ''), 'hex');
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return decodePieces(bytesOf(run));
  }
}

/** Valid sequences decoded, other bytes kept as `%XX`. */
function decodePieces(bytes: Buffer): string {
  let result = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!);
    const text = bytes.subarray(at, at + length).toString('utf8');
    if (text.includes('\uFFFD') || at + length > bytes.length) {
      result += `%${bytes[at]!.toString(16).toUpperCase().padStart(2, '0')}`;
      at += 1;
    } else {
      result += text;
      at += length;
    }
  }
  return result;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
