/**
 * Reads C# signatures as Microsoft prints them. They are our own text, so a bad one is a bug of
 * the declaration and throws.
 */
export interface TypeText {
  readonly name: string;
  readonly args: readonly TypeText[];
  /** Ranks of the array suffixes, in order: `int[][,]` has [1, 2]. */
  readonly ranks: readonly number[];
  readonly nullable: boolean;
}

export interface ParameterText {
  readonly name: string;
  readonly type: TypeText;
  readonly passing: 'value' | 'out' | 'ref' | 'params' | 'this';
  /** The literal after `=`. */
  readonly defaultText?: string | undefined;
}

export interface SignatureText {
  readonly kind:
    | 'method'
    | 'constructor'
    | 'property'
    | 'indexer'
    | 'field'
    | 'operator'
    | 'conversion';
  readonly name: string;
  readonly isStatic: boolean;
  readonly isImplicit: boolean;
  readonly typeParameters: readonly string[];
  readonly parameters: readonly ParameterText[];
  /** Result type; undefined of a constructor. */
  readonly type?: TypeText | undefined;
  /** The literal of a `const`. */
  readonly constantText?: string | undefined;
  /** What stands after the parameters: `where T : JToken`. */
  readonly constraints?: readonly ConstraintText[];
}

/** One `where` clause. */
export interface ConstraintText {
  readonly parameter: string;
  readonly isClass: boolean;
  readonly isStruct: boolean;
  readonly hasNew: boolean;
  readonly types: readonly TypeText[];
}

const tokenPattern =
  /\s*([A-Za-z_][\w.]*|-?\d[\w.]*|"[^"]*"|'(?:[^'\\]|\\.)'|==|!=|<=|>=|<<|>>|\+\+|--|[^\s\w])/y;

export function readSignature(text: string): SignatureText {
  return new SignatureReader(text).signature();
}

/** Reads a type on its own, such as a base class: `IEnumerable<KeyValuePair<TKey, TValue>>`. */
export function readType(text: string): TypeText {
  return new SignatureReader(text).wholeType();
}

class SignatureReader {
  readonly #text: string;
  readonly #tokens: string[];
  #next = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  signature(): SignatureText {
    const modifiers = this.#modifiers();
    const isStatic = modifiers.has('static') || modifiers.has('const');
    const isImplicit = modifiers.has('implicit');
    const base = { isStatic, isImplicit, typeParameters: [], parameters: [] };
    if (this.#peek(1) === '(' && isName(this.#peek())) {
      const name = this.#take();
      return { ...base, kind: 'constructor', name, parameters: this.#parameters('(', ')') };
    }
    if (this.#accept('operator')) {
      const type = this.#type();
      return {
        ...base,
        kind: 'conversion',
        name: 'operator',
        type,
        parameters: this.#parameters('(', ')'),
      };
    }
    const type = this.#type();
    if (this.#accept('operator')) {
      const name = this.#take();
      return { ...base, kind: 'operator', name, type, parameters: this.#parameters('(', ')') };
    }
    return this.#named({ ...base, type });
  }

  #named(base: Omit<SignatureText, 'kind' | 'name'>): SignatureText {
    const name = this.#take();
    if (name === 'this')
      return { ...base, kind: 'indexer', name, parameters: this.#parameters('[', ']') };
    if (this.#peek() === '{') return { ...base, kind: 'property', name };
    if (this.#accept('=')) return { ...base, kind: 'field', name, constantText: this.#take() };
    if (this.#peek() === undefined) return { ...base, kind: 'field', name };
    const typeParameters = this.#peek() === '<' ? this.#typeParameters() : [];
    const parameters = this.#parameters('(', ')');
    const constraints = this.#constraints();
    return { ...base, kind: 'method', name, typeParameters, parameters, constraints };
  }

  #constraints(): ConstraintText[] {
    const found: ConstraintText[] = [];
    while (this.#accept('where')) {
      const parameter = this.#take();
      this.#expect(':');
      found.push(this.#constraint(parameter));
    }
    return found;
  }

  #constraint(parameter: string): ConstraintText {
    const types: TypeText[] = [];
    const words = new Set<string>();
    do {
      const word = this.#peek() ?? '';
      if (!/^(class|struct|new)$/.test(word)) types.push(this.#type());
      else words.add(this.#take());
      if (word === 'new') this.#parameters('(', ')');
    } while (this.#accept(','));
    return {
      parameter,
      isClass: words.has('class'),
      isStruct: words.has('struct'),
      hasNew: words.has('new'),
      types,
    };
  }

  wholeType(): TypeText {
    const type = this.#type();
    if (this.#peek() !== undefined) this.#fail('the end');
    return type;
  }

  #modifiers(): Set<string> {
    const found = new Set<string>();
    while (/^(static|const|readonly|implicit|explicit)$/.test(this.#peek() ?? ''))
      found.add(this.#take());
    return found;
  }

  #typeParameters(): string[] {
    const names: string[] = [];
    this.#expect('<');
    do names.push(this.#take());
    while (this.#accept(','));
    this.#expect('>');
    return names;
  }

  #parameters(open: string, close: string): ParameterText[] {
    const parameters: ParameterText[] = [];
    this.#expect(open);
    if (this.#accept(close)) return parameters;
    do parameters.push(this.#parameter());
    while (this.#accept(','));
    this.#expect(close);
    return parameters;
  }

  #parameter(): ParameterText {
    const passing = (['out', 'ref', 'params', 'this'] as const).find((word) => this.#accept(word));
    const type = this.#type();
    const name = this.#take();
    const defaultText = this.#accept('=') ? this.#take() : undefined;
    return { name, type, passing: passing ?? 'value', defaultText };
  }

  #type(): TypeText {
    const name = this.#take();
    if (!isName(name)) this.#fail('a type');
    const args: TypeText[] = [];
    if (this.#accept('<')) {
      do args.push(this.#type());
      while (this.#accept(','));
      this.#closeAngle();
    }
    let nullable = this.#accept('?');
    const ranks: number[] = [];
    while (this.#peek() === '[' && /^[,\]]$/.test(this.#peek(1) ?? '')) ranks.push(this.#rank());
    const elementNullable = nullable;
    if (ranks.length > 0) nullable = this.#accept('?');
    if (ranks.length > 0 && elementNullable) {
      return {
        name: 'Nullable',
        args: [{ name, args, ranks: [], nullable: false }],
        ranks,
        nullable,
      };
    }
    return { name, args, ranks, nullable };
  }

  #rank(): number {
    let rank = 1;
    this.#expect('[');
    while (this.#accept(',')) rank++;
    this.#expect(']');
    return rank;
  }

  /** `>>` closes two argument lists. */
  #closeAngle(): void {
    if (this.#peek() === '>>') this.#tokens.splice(this.#next, 1, '>', '>');
    this.#expect('>');
  }

  #peek(ahead = 0): string | undefined {
    return this.#tokens[this.#next + ahead];
  }

  #take(): string {
    return this.#tokens[this.#next++] ?? this.#fail('more');
  }

  #accept(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#next++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#accept(token)) this.#fail(`'${token}'`);
  }

  #fail(expected: string): never {
    throw new Error(`signature '${this.#text}': expected ${expected} at token ${this.#next + 1}`);
  }
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  tokenPattern.lastIndex = 0;
  for (let match = tokenPattern.exec(text); match; match = tokenPattern.exec(text)) {
    tokens.push(match[1]!);
  }
  return tokens;
}

function isName(token: string | undefined): boolean {
  return token !== undefined && /^[A-Za-z_]/.test(token);
}
