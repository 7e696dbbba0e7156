import type { Span } from '../source/SourceText.ts';

/** A method of a service, as it is called: `/package.Service/Method`. */
export interface ProtoMethod {
  readonly name: string;
  /** Where the name stands. */
  readonly span: Span;
}

export interface ProtoService {
  /** With the package in front, and dots between. */
  readonly fullName: string;
  readonly name: string;
  readonly methods: readonly ProtoMethod[];
}

/** A text that is no protocol buffer definition. The message says what should stand at the place. */
export class ProtoSyntaxError extends Error {
  readonly span: Span;

  constructor(message: string, span: Span) {
    super(message);
    this.name = 'ProtoSyntaxError';
    this.span = span;
  }
}

/** More than anybody writes, and little enough to read at once. */
const maxLength = 4 * 1024 * 1024;
const maxMethods = 10_000;

/**
 * The services of a protocol buffer definition of any edition (https://protobuf.dev/reference/protobuf/proto3-spec/).
 * Messages, options and whatever else stands there are passed over by their braces. Imports are not
 * followed: a method is called by its name, whatever its messages are.
 * @throws ProtoSyntaxError
 */
export function readServices(text: string): ProtoService[] {
  if (text.length > maxLength) throw new ProtoSyntaxError('a shorter text', { start: 0, end: 0 });
  return new ServiceReader(text).read();
}

interface Token {
  /** Empty at the end of the text. */
  readonly text: string;
  readonly span: Span;
}

const name = /^[A-Za-z_][A-Za-z0-9_]*$/;
const fullName = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/;
// Space, comments; then a word (a name with dots, or a number), a string, or one character.
const space = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const token = /[A-Za-z0-9_.]+|"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|[^]/y;

class ServiceReader {
  readonly #text: string;
  #next: Token;
  #methods = 0;

  constructor(text: string) {
    this.#text = text;
    this.#next = this.#tokenAt(0);
  }

  read(): ProtoService[] {
    const services: ProtoService[] = [];
    let packageName = '';
    while (this.#next.text !== '') {
      const { text, span } = this.#take();
      if (text === 'package') {
        packageName = this.#takeName(fullName, 'the name of a package').text;
        this.#expect(';');
      } else if (text === 'service') services.push(this.#service(packageName));
      else if (text === '}') throw new ProtoSyntaxError('no brace', span);
      else if (text !== ';') this.#skipStatement(text);
    }
    return services;
  }

  #service(packageName: string): ProtoService {
    const { text } = this.#takeName(name, 'the name of a service');
    this.#expect('{');
    const methods: ProtoMethod[] = [];
    while (this.#next.text !== '}') {
      const statement = this.#take();
      if (statement.text === 'rpc') methods.push(this.#method());
      else if (statement.text === '') throw new ProtoSyntaxError("'}'", statement.span);
      else if (statement.text !== ';') this.#skipStatement(statement.text);
    }
    this.#take();
    return { name: text, fullName: packageName === '' ? text : `${packageName}.${text}`, methods };
  }

  #method(): ProtoMethod {
    const method = this.#takeName(name, 'the name of a method');
    if (++this.#methods > maxMethods) throw new ProtoSyntaxError('fewer methods', method.span);
    this.#message();
    this.#expect('returns');
    this.#message();
    if (this.#next.text === '{') this.#skipStatement('');
    else this.#expect(';');
    return { name: method.text, span: method.span };
  }

  /** `(Type)` or `(stream Type)`. */
  #message(): void {
    this.#expect('(');
    const first = this.#take();
    const type = first.text === 'stream' && this.#next.text !== ')' ? this.#take() : first;
    // A dot in front begins at the root of all packages.
    if (!fullName.test(type.text.replace(/^\./, ''))) {
      throw new ProtoSyntaxError('the name of a message', type.span);
    }
    this.#expect(')');
  }

  /** To the semicolon, or to the end of the block that closes the statement, `read` having been read of it. */
  #skipStatement(read: string): void {
    let depth = read === '{' ? 1 : 0;
    // `option x = { … };` and fields with options in brackets end with a semicolon.
    let isValue = false;
    for (;;) {
      const { text, span } = this.#take();
      if (text === '') throw new ProtoSyntaxError(depth > 0 ? "'}'" : "';'", span);
      if (text === '{') depth++;
      else if (text === '}') {
        if (--depth < 0) throw new ProtoSyntaxError("';'", span);
        if (depth === 0 && !isValue) return;
      } else if (depth === 0 && text === '=') isValue = true;
      else if (depth === 0 && text === ';') return;
    }
  }

  #takeName(form: RegExp, what: string): Token {
    const taken = this.#take();
    if (!form.test(taken.text)) throw new ProtoSyntaxError(what, taken.span);
    return taken;
  }

  #expect(text: string): void {
    const taken = this.#take();
    if (taken.text !== text) throw new ProtoSyntaxError(`'${text}'`, taken.span);
  }

  #take(): Token {
    const taken = this.#next;
    this.#next = this.#tokenAt(taken.span.end);
    return taken;
  }

  #tokenAt(at: number): Token {
    space.lastIndex = at;
    space.exec(this.#text);
    const start = space.lastIndex;
    if (this.#text.startsWith('/*', start)) {
      throw new ProtoSyntaxError("'*/'", { start, end: start + 2 });
    }
    token.lastIndex = start;
    const [text = ''] = token.exec(this.#text) ?? [];
    return { text, span: { start, end: start + text.length } };
  }
}
