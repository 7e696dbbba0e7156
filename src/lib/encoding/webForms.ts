/** Text in URLs and scripts, as `System.Web.HttpUtility` writes and reads it. */
import { utf8 } from './CharacterEncoding.ts';
import type { CharacterEncoding } from './CharacterEncoding.ts';

/** `application/x-www-form-urlencoded` in any encoding, with small hexadecimal digits. */
export function urlEncode(text: string, encoding: CharacterEncoding): string {
  return Array.from(encoding.encode(text), (byte) => {
    const letter = String.fromCharCode(byte);
    if (letter === ' ') return '+';
    return /[\w.!*()-]/.test(letter) ? letter : percent(byte);
  }).join('');
}

/** `%XX` in any encoding and `%uXXXX`; leaves what is malformed. */
export function urlDecode(text: string, encoding: CharacterEncoding): string {
  return text
    .replaceAll('+', ' ')
    .replaceAll(/%u([\da-f]{4})|(?:%[\da-f]{2})+/gi, (run, unit: string | undefined) =>
      unit === undefined
        ? encoding.decode(new Uint8Array(Buffer.from(run.replaceAll('%', ''), 'hex')))
        : String.fromCharCode(Number.parseInt(unit, 16)),
    );
}

/** Escapes spaces and what is not ASCII, up to the query. */
export function urlPathEncode(text: string): string {
  const mark = text.indexOf('?');
  const path = mark < 0 ? text : text.slice(0, mark);
  const encoded = Array.from(utf8.encode(path), (byte) =>
    byte <= 0x20 || byte >= 0x7f ? percent(byte) : String.fromCharCode(byte),
  );
  return encoded.join('') + text.slice(path.length);
}

const scriptEscapes: ReadonlyMap<string, string> = new Map([
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

/** The inside of a JavaScript string, safe in HTML too. */
export function scriptEscape(text: string): string {
  // oxlint-disable-next-line no-control-regex -- controls are what is meant
  return text.replaceAll(/[\0-\x1f"\\'<>&\u0085\u2028\u2029]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, '0');
    return scriptEscapes.get(letter) ?? `\\u${code}`;
  });
}

function percent(byte: number): string {
  return `%${byte.toString(16).padStart(2, '0')}`;
}
