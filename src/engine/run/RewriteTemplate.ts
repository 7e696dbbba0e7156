import { canonicalTarget } from '../../lib/http/canonicalTarget.ts';

/** Literal text, percent-encoded, or the name of a parameter. */
type Part = string | { readonly name: string };

export interface TemplateProblem {
  readonly message: string;
  readonly hint: string;
}

export interface Rewritten {
  /**
   * Canonical, with its slash, or empty when the template has none. Undefined when it is malformed
   * or would hold dot segments: a value must not lead anywhere else than the template says.
   */
  readonly path: string | undefined;
  /** Without its `?`. */
  readonly query: string;
}

/** A path with a query, in which `{name}` holds the place of a value: what `rewrite-uri` takes. */
export class RewriteTemplate {
  readonly #text: string;
  readonly #path: readonly Part[];
  readonly #query: readonly Part[];
  /** The result when it does not depend on values. */
  readonly #fixed: Rewritten | undefined;

  constructor(text: string) {
    const mark = text.indexOf('?');
    const path = mark < 0 ? text : text.slice(0, mark);
    const rooted = path === '' || path.startsWith('/') ? path : `/${path}`;
    this.#text = text;
    this.#path = partsOf(rooted, notInPath);
    this.#query = partsOf(mark < 0 ? '' : text.slice(mark + 1), notInQuery);
    const isFixed = [...this.#path, ...this.#query].every((part) => typeof part === 'string');
    this.#fixed = isFixed ? this.#fill(() => '') : undefined;
  }

  /** What is wrong whatever the values are. */
  get problem(): TemplateProblem | undefined {
    if (/[{}]/.test(this.#text.replace(parameter, ''))) {
      return {
        message: 'The braces of the template do not pair up around names.',
        hint: 'Write {name} for a parameter of the operation.',
      };
    }
    if (this.#fill(() => 'x').path !== undefined) return undefined;
    return {
      message: 'The template is no path that a backend could be asked for.',
      hint: 'Write it without dot segments, backslashes and broken percent-encodings.',
    };
  }

  /** Puts in values, which `valueOf` gives percent-encoded. */
  fill(valueOf: (name: string) => string): Rewritten {
    return this.#fixed ?? this.#fill(valueOf);
  }

  #fill(valueOf: (name: string) => string): Rewritten {
    const path = joined(this.#path, valueOf);
    const query = joined(this.#query, valueOf);
    if (path === '') return { path, query };
    const canonical = dotSegment.test(path) ? undefined : canonicalTarget(path);
    return { path: canonical?.path, query };
  }
}

const parameter = /\{\*?([^{}]+)\}/g;

const dotSegment = /\/(?:\.|%2e){1,2}(?:\/|$)/i;

// RFC 3986 §3.3 and §3.4: what has to be percent-encoded, and a percent that encodes nothing.
const notInPath = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]+/g;
const notInQuery = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~!$&'()*+,;=:@%/?]+/g;

function partsOf(text: string, unfit: RegExp): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(parameter)) {
    parts.push(escape(text.slice(end, match.index), unfit), { name: match[1]! });
    end = match.index + match[0].length;
  }
  return [...parts, escape(text.slice(end), unfit)];
}

function escape(text: string, unfit: RegExp): string {
  return text.toWellFormed().replace(unfit, encodeURIComponent);
}

function joined(parts: readonly Part[], valueOf: (name: string) => string): string {
  return parts.map((part) => (typeof part === 'string' ? part : valueOf(part.name))).join('');
}
