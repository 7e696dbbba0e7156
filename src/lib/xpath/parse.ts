import { axes, levels } from './Expression.ts';
import type { Axis, BinaryOperator, Expression, Link, NodeTest, Step } from './Expression.ts';
import { Scanner } from './Scanner.ts';
import type { Token } from './Scanner.ts';
import { XPathError } from './XPathError.ts';

/** UTF-16 units of one expression. */
const maxLength = 64 * 1024;
/** Expressions within expressions: brackets, predicates and arguments. */
const maxDepth = 200;

const nodeTypes: ReadonlySet<string> = new Set([
  'node',
  'text',
  'comment',
  'processing-instruction',
]);

const anyNode: NodeTest = { kind: 'node' };
const descendants: Step = { axis: 'descendant-or-self', test: anyNode, predicates: [] };

/** Parses an expression by the grammar of XPath 1.0. @throws XPathError */
export function parseXPath(text: string): Expression {
  if (text.length > maxLength) throw new XPathError('tooComplex');
  const parser = new Parser(text);
  return parser.whole();
}

class Parser {
  readonly #scanner: Scanner;
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new Scanner(text);
  }

  whole(): Expression {
    const expression = this.#expression();
    if (this.#token.kind !== 'end') throw this.#invalid();
    return expression;
  }

  /** [14] Expr */
  #expression(): Expression {
    if (++this.#depth > maxDepth) throw new XPathError('tooComplex');
    const expression = this.#level(0);
    this.#depth--;
    return expression;
  }

  /** [21] OrExpr to [26] MultiplicativeExpr */
  #level(index: number): Expression {
    const operators: readonly BinaryOperator[] | undefined = levels[index];
    if (!operators) return this.#unary();
    const first = this.#level(index + 1);
    const links: Link[] = [];
    for (let operator = this.#operator(operators); operator; operator = this.#operator(operators)) {
      this.#scanner.advance();
      links.push({ operator, operand: this.#level(index + 1) });
    }
    return links.length === 0 ? first : { kind: 'chain', first, links };
  }

  #operator(operators: readonly BinaryOperator[]): BinaryOperator | undefined {
    const { token } = this.#scanner;
    if (token.kind === 'symbol') return operators.find((each) => each === token.text);
    if (token.kind !== 'name' || token.prefix !== '') return undefined;
    return operators.find((each) => each === token.name);
  }

  /** [27] UnaryExpr */
  #unary(): Expression {
    let negations = 0;
    for (; this.#accept('-'); negations++);
    const operand = this.#union();
    if (negations === 0) return operand;
    const negated: Expression = { kind: 'negation', operand };
    // Two signs are no sign, but make a number of it all the same.
    return negations % 2 === 1 ? negated : { kind: 'negation', operand: negated };
  }

  /** [18] UnionExpr */
  #union(): Expression {
    const first = this.#path();
    if (!this.#isSymbol('|')) return first;
    const members = [first];
    while (this.#accept('|')) members.push(this.#path());
    return { kind: 'union', members };
  }

  /** [19] PathExpr */
  #path(): Expression {
    if (!this.#isPrimary()) return this.#locationPath();
    const start = this.#filter();
    const steps = this.#isSymbol('/') || this.#isSymbol('//') ? this.#moreSteps() : [];
    return steps.length === 0 ? start : { kind: 'path', start, steps };
  }

  /** [1] LocationPath */
  #locationPath(): Expression {
    if (this.#isSymbol('//')) return { kind: 'path', start: 'root', steps: this.#moreSteps() };
    if (!this.#accept('/')) {
      return { kind: 'path', start: 'context', steps: [this.#step(), ...this.#moreSteps()] };
    }
    const steps = this.#beginsStep() ? [this.#step(), ...this.#moreSteps()] : [];
    return { kind: 'path', start: 'root', steps };
  }

  /** The rest of [3] RelativeLocationPath: `/` or `//` and a step, any number of times. */
  #moreSteps(): Step[] {
    const steps: Step[] = [];
    for (;;) {
      if (this.#accept('//')) steps.push(descendants);
      else if (!this.#accept('/')) return steps;
      steps.push(this.#step());
    }
  }

  #beginsStep(): boolean {
    const { token } = this.#scanner;
    if (token.kind === 'symbol') return ['.', '..', '@', '*'].includes(token.text);
    return token.kind === 'name' || token.kind === 'axis';
  }

  /** [4] Step */
  #step(): Step {
    if (this.#accept('.')) return { axis: 'self', test: anyNode, predicates: [] };
    if (this.#accept('..')) return { axis: 'parent', test: anyNode, predicates: [] };
    return { axis: this.#axis(), test: this.#nodeTest(), predicates: this.#predicates() };
  }

  #axis(): Axis {
    if (this.#accept('@')) return 'attribute';
    const { token } = this.#scanner;
    if (token.kind !== 'axis') return 'child';
    const axis = axes.find((each) => each === token.name);
    if (axis === undefined) throw this.#invalid();
    this.#scanner.advance();
    return axis;
  }

  /** [7] NodeTest */
  #nodeTest(): NodeTest {
    if (this.#accept('*')) return { kind: 'name', prefix: '' };
    const { token } = this.#scanner;
    if (token.kind !== 'name') throw new XPathError('nodeSetExpected');
    this.#scanner.advance();
    if (isNodeType(token)) return this.#nodeType(token.name);
    return {
      kind: 'name',
      prefix: token.prefix,
      localName: token.name === '*' ? undefined : token.name,
    };
  }

  #nodeType(name: string): NodeTest {
    this.#expect('(');
    const { token } = this.#scanner;
    let target: string | undefined;
    if (name === 'processing-instruction' && token.kind === 'string') {
      target = token.value;
      this.#scanner.advance();
    }
    this.#expect(')');
    if (name === 'processing-instruction') return { kind: name, target };
    return name === 'text' || name === 'comment' ? { kind: name } : anyNode;
  }

  /** [8] Predicate, any number of times */
  #predicates(): Expression[] {
    const predicates: Expression[] = [];
    while (this.#accept('[')) {
      predicates.push(this.#expression());
      this.#expect(']');
    }
    return predicates;
  }

  /** [20] FilterExpr */
  #filter(): Expression {
    const base = this.#primary();
    const predicates = this.#predicates();
    return predicates.length === 0 ? base : { kind: 'filter', base, predicates };
  }

  #isPrimary(): boolean {
    const { token } = this.#scanner;
    if (token.kind === 'name') return token.isCall && !isNodeType(token);
    if (token.kind === 'symbol') return token.text === '$' || token.text === '(';
    return token.kind === 'number' || token.kind === 'string';
  }

  /** [15] PrimaryExpr */
  #primary(): Expression {
    const { token } = this.#scanner;
    this.#scanner.advance();
    switch (token.kind) {
      case 'number':
      case 'string':
        return token;
      case 'name':
        return { kind: 'call', prefix: token.prefix, name: token.name, args: this.#arguments() };
      default:
        if (token.kind === 'symbol' && token.text === '$') return this.#variable();
        return this.#grouped();
    }
  }

  #grouped(): Expression {
    const inner = this.#expression();
    this.#expect(')');
    // A path in brackets is a filter: what follows applies to all of it (§3.3).
    return inner.kind === 'path' ? { kind: 'filter', base: inner, predicates: [] } : inner;
  }

  #variable(): Expression {
    const { token } = this.#scanner;
    if (token.kind !== 'name' || token.name === '*') throw this.#invalid();
    this.#scanner.advance();
    return { kind: 'variable', prefix: token.prefix, name: token.name };
  }

  /** The arguments of [16] FunctionCall */
  #arguments(): Expression[] {
    this.#expect('(');
    if (this.#accept(')')) return [];
    const args = [this.#expression()];
    while (this.#accept(',')) args.push(this.#expression());
    this.#expect(')');
    return args;
  }

  get #token(): Token {
    return this.#scanner.token;
  }

  #isSymbol(text: string): boolean {
    const { token } = this.#scanner;
    return token.kind === 'symbol' && token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#isSymbol(text)) return false;
    this.#scanner.advance();
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) throw this.#invalid();
  }

  #invalid(): XPathError {
    return new XPathError('invalidToken', this.#scanner.text);
  }
}

/** [38] NodeType */
function isNodeType({ prefix, name, isCall }: Extract<Token, { kind: 'name' }>): boolean {
  return isCall && prefix === '' && nodeTypes.has(name);
}
