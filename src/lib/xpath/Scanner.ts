import { nameEnd } from '../xml/characters.ts';
import { XPathError } from './XPathError.ts';

/**
 * A token of §3.7. `*` and the names of operators are told apart from name tests by the parser,
 * which knows whether an operand or an operator is due; that is what the rules of §3.7 come to.
 */
export type Token =
  | { readonly kind: 'symbol'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'axis'; readonly name: string }
  /** A QName, `*` with a prefix (then the name is `*`), or an NCName. */
  | {
      readonly kind: 'name';
      readonly prefix: string;
      readonly name: string;
      /** Whether `(` follows, so that this is a function or a node type. */
      readonly isCall: boolean;
    }
  | { readonly kind: 'end' };

const space = /[ \t\r\n]*/y;
const symbol = /\/\/|\.\.|::|[<>!]=|[-,@()|*[\]+=#$<>!./]/y;
const number = /\d+(?:\.\d*)?|\.\d+/y;

/** Reads tokens one after the other; `token` is the one in view. */
export class Scanner {
  readonly text: string;
  token: Token = { kind: 'end' };
  #at = 0;

  /** @throws XPathError */
  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  /** @throws XPathError */
  advance(): void {
    this.#match(space);
    this.token = this.#at === this.text.length ? { kind: 'end' } : this.#read();
  }

  #read(): Token {
    const digits = this.#match(number);
    if (digits !== undefined) return { kind: 'number', value: Number(digits) };
    const first = this.text[this.#at]!;
    if (first === '"' || first === "'") return this.#string(first);
    const text = this.#match(symbol);
    if (text !== undefined && text !== '::') return { kind: 'symbol', text };
    const name = this.#ncName();
    if (name === '') throw new XPathError('invalidToken', this.text);
    return this.#named(name);
  }

  #string(quote: string): Token {
    const start = this.#at + 1;
    const end = this.text.indexOf(quote, start);
    if (end < 0) throw new XPathError('unclosedString');
    this.#at = end + 1;
    return { kind: 'string', value: this.text.slice(start, end) };
  }

  /** A name and what belongs to it: no space may stand around the colon of a QName. */
  #named(first: string): Token {
    let [prefix, name] = ['', first];
    if (this.text.startsWith(':', this.#at) && !this.text.startsWith('::', this.#at)) {
      this.#at++;
      [prefix, name] = [first, this.#localPart()];
    } else {
      this.#match(space);
      if (this.text.startsWith('::', this.#at)) {
        this.#at += 2;
        return { kind: 'axis', name };
      }
      if (this.text.startsWith(':', this.#at)) throw new XPathError('invalidName', this.text);
    }
    this.#match(space);
    return { kind: 'name', prefix, name, isCall: this.text.startsWith('(', this.#at) };
  }

  #localPart(): string {
    if (this.text.startsWith('*', this.#at)) {
      this.#at++;
      return '*';
    }
    const name = this.#ncName();
    if (name === '') throw new XPathError('invalidName', this.text);
    return name;
  }

  #ncName(): string {
    const start = this.#at;
    const [name = ''] = this.text.slice(start, nameEnd(this.text, start)).split(':', 1);
    this.#at = start + name.length;
    return name;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.text)?.[0];
    this.#at += text?.length ?? 0;
    return text;
  }
}
