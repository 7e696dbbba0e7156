interface Parameter {
  readonly name: string;
  readonly value: string;
  /** As it stands in the query, so that what nobody changed leaves as it came. */
  readonly raw: string;
}

/** Query parameters in order. Names are found without regard to case, as API Management does. */
export class Query {
  #text: string;
  #parameters: Parameter[] | undefined;

  /** `text` is a query without its `?`. */
  constructor(text = '') {
    this.#text = text;
  }

  get #parsed(): Parameter[] {
    return (this.#parameters ??= parse(this.#text));
  }

  get isEmpty(): boolean {
    return this.#parameters ? this.#parameters.length === 0 : this.#text === '';
  }

  has(name: string): boolean {
    const wanted = name.toLowerCase();
    return this.#parsed.some((parameter) => parameter.name.toLowerCase() === wanted);
  }

  /** Decoded values of that name in order; empty when there is none. */
  values(name: string): readonly string[] {
    if (this.isEmpty) return [];
    const wanted = name.toLowerCase();
    return this.#parsed
      .filter((each) => each.name.toLowerCase() === wanted)
      .map(({ value }) => value);
  }

  /** Each name once, decoded, as first spelled. */
  names(): readonly string[] {
    const names = new Map<string, string>();
    for (const { name } of this.#parsed) {
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
    return [...names.values()];
  }

  /** Replaces all of that name, in the place of the first; no values remove it. */
  set(name: string, ...values: readonly string[]): void {
    const wanted = name.toLowerCase();
    const kept: Parameter[] = [];
    let written = false;
    for (const parameter of this.#parsed) {
      if (parameter.name.toLowerCase() !== wanted) kept.push(parameter);
      else if (!written) {
        kept.push(...values.map((value) => made(name, value)));
        written = true;
      }
    }
    if (!written) kept.push(...values.map((value) => made(name, value)));
    this.#parameters = kept;
  }

  append(name: string, value: string): void {
    this.#parsed.push(made(name, value));
  }

  delete(name: string): void {
    this.set(name);
  }

  copy(): Query {
    return new Query(this.toString());
  }

  /** Without the `?`. */
  toString(): string {
    if (!this.#parameters) return this.#text;
    return this.#parameters.map(({ raw }) => raw).join('&');
  }
}

/**
 * Plus stands for a space (application/x-www-form-urlencoded, WHATWG URL §5.1); bytes that are not
 * UTF-8 become U+FFFD.
 */
function parse(text: string): Parameter[] {
  return text
    .split('&')
    .filter((raw) => raw !== '')
    .map((raw) => {
      const [[name, value] = ['', '']] = new URLSearchParams(raw);
      return { name, value, raw };
    });
}

/** RFC 3986 §3.4: everything but unreserved characters is escaped, so that no value adds a parameter. */
function made(name: string, value: string): Parameter {
  return { name, value, raw: `${encode(name)}=${encode(value)}` };
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
