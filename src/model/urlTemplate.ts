/** A piece of a path segment or of a query value of a URL template. */
export type TemplatePart =
  | { readonly kind: 'literal'; readonly text: string }
  /** `{name}`; with `{*name}` it takes the rest of the path. */
  | { readonly kind: 'parameter'; readonly name: string; readonly catchAll: boolean }
  /** A bare `*`, which takes the rest of the path without a name. */
  | { readonly kind: 'wildcard' };

/** An operation's URL template, such as `/customers/{id}/orders?date={date}`. */
export interface UrlTemplate {
  readonly segments: readonly (readonly TemplatePart[])[];
  /** Query parameters that a request must have, in the template's order. */
  readonly query: readonly { readonly name: string; readonly value: readonly TemplatePart[] }[];
  /** The names in braces, in the template's order. */
  readonly parameters: readonly string[];
}

/** Reads a URL template; a string says in a sentence what is wrong with it. */
export function parseUrlTemplate(text: string): UrlTemplate | string {
  const questionMark = text.indexOf('?');
  const path = questionMark < 0 ? text : text.slice(0, questionMark);
  const search = questionMark < 0 ? '' : text.slice(questionMark + 1);
  const segments: TemplatePart[][] = [];
  const written = path.replace(/^\//, '');
  for (const segment of written === '' ? [] : written.split('/')) {
    const parts = partsOf(segment, true);
    if (typeof parts === 'string') return parts;
    segments.push(parts);
  }
  const query: { name: string; value: TemplatePart[] }[] = [];
  for (const pair of search === '' ? [] : search.split('&')) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const value = partsOf(equals < 0 ? '' : pair.slice(equals + 1), false);
    if (typeof value === 'string') return value;
    if (/[{}]/.test(name)) return `The name of the query parameter '${name}' must be plain.`;
    query.push({ name, value });
  }
  return check(segments, query);
}

function check(segments: TemplatePart[][], query: UrlTemplate['query']): UrlTemplate | string {
  const last = segments.length - 1;
  if (segments.some((parts, index) => index < last && parts.some(takesTheRest))) {
    return 'A wildcard can only stand at the end of the path.';
  }
  const parts = [...segments.flat(), ...query.flatMap(({ value }) => value)];
  const parameters = parts.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
  const seen = new Set<string>();
  for (const name of parameters) {
    // The import page: names are unique within the whole template, and without regard to case.
    if (seen.has(name.toLowerCase())) return `The parameter '${name}' stands in it twice.`;
    seen.add(name.toLowerCase());
  }
  return { segments, query, parameters };
}

function takesTheRest(part: TemplatePart): boolean {
  return part.kind === 'wildcard' || (part.kind === 'parameter' && part.catchAll);
}

function partsOf(text: string, inPath: boolean): TemplatePart[] | string {
  if (text === '*' && inPath) return [{ kind: 'wildcard' }];
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{(\*?)([^{}*]+)\}/g)) {
    if (match.index > end) parts.push({ kind: 'literal', text: text.slice(end, match.index) });
    parts.push({ kind: 'parameter', name: match[2]!, catchAll: match[1] === '*' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'literal', text: text.slice(end) });
  const stray = parts.some((part) => part.kind === 'literal' && /[{}]/.test(part.text));
  return stray ? `Its braces do not pair up around names in '${text}'.` : parts;
}
