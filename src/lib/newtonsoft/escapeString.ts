const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\\': '\\\\',
};

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const inDouble = /["\\\u0000-\u001f\u0085\u2028\u2029]/;
// eslint-disable-next-line no-control-regex -- as above
const unsafe = /["'\\\u0000-\u001f\u0085\u2028\u2029]/g;

/**
 * The characters of a string literal, as Newtonsoft's StringEscapeHandling.Default escapes them:
 * control characters, the backslash, the quote in use, and the line ends of Unicode.
 */
export function escapeString(text: string, quote: '"' | "'" = '"'): string {
  return text.replace(unsafe, (unit) => escapeUnit(unit, quote));
}

function escapeUnit(unit: string, quote: string): string {
  if (unit === '"' || unit === "'") return unit === quote ? `\\${unit}` : unit;
  return short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A whole literal between double quotes. */
export function quoteString(text: string): string {
  return inDouble.test(text) ? `"${escapeString(text)}"` : `"${text}"`;
}
