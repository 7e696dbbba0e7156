import { regexOptions } from './options.ts';
import { PatternReader } from './PatternReader.ts';

const letters: ReadonlyMap<string, string> = new Map([
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
  ['\f', 'f'],
]);

/** `Regex.Escape`: a pattern that matches the text and nothing else. */
export function escapePattern(text: string): string {
  return text.replaceAll(
    /[\\*+?|{[()^$.#\n\r\t\f ]/g,
    (letter) => `\\${letters.get(letter) ?? letter}`,
  );
}

/** `Regex.Unescape`; a backslash at the end is dropped. @throws PatternError */
export function unescapePattern(text: string): string {
  const reader = new PatternReader(text, regexOptions.None);
  let result = '';
  while (reader.left > 0) {
    const backslash = text.indexOf('\\', reader.at);
    const end = backslash < 0 ? text.length : backslash;
    result += text.slice(reader.at, end);
    reader.at = end + 1;
    if (reader.left <= 0) break;
    result += String.fromCharCode(reader.escapedUnit());
  }
  return result;
}
