import { readInlineOptions } from './findGroups.ts';
import { oneOf } from './nodes.ts';
import type { Node } from './nodes.ts';
import { regexOptions } from './options.ts';
import type { PatternParser } from './parsePattern.ts';

const { ExplicitCapture, RightToLeft } = regexOptions;

/** The parser, and what runs patterns, go as deep as their groups. */
const maximumDepth = 250;

/** Reads what stands in parentheses. */
export class GroupParser {
  readonly #parser: PatternParser;
  #nextNumber = 1;
  #depth = 0;
  /** The next plain parenthesis is that of a condition, which does not capture. */
  #isCondition = false;
  /** Directly in `(?(condition)yes|no)` .NET reads no inline options. */
  #allowsOptions = true;

  constructor(parser: PatternParser) {
    this.#parser = parser;
  }

  /** Behind the opening parenthesis; undefined of `(?i)` and its like. @throws PatternError */
  group(): Node | undefined {
    const { reader } = this.#parser;
    const [outerOptions, allowsOptions] = [reader.options, this.#allowsOptions];
    if (++this.#depth > maximumDepth) throw reader.error('Too many nested groups.');
    this.#allowsOptions = true;
    const node = this.#content(allowsOptions);
    this.#depth--;
    this.#allowsOptions = allowsOptions;
    if (node) reader.options = outerOptions;
    return node;
  }

  #content(allowsOptions: boolean): Node | undefined {
    const { reader } = this.#parser;
    if (reader.next !== '?' || reader.peek(1) === ')') return this.#plain();
    reader.at++;
    const letter = reader.take();
    switch (letter) {
      case ':':
        return this.#body();
      case '>':
        return { kind: 'atomic', node: this.#body() };
      case '=':
      case '!':
        reader.options &= ~RightToLeft;
        return { kind: 'look', node: this.#body(), isNegative: letter === '!' };
      case "'":
        return this.#named("'");
      case '<':
        return this.#angle();
      case '(':
        return this.#conditional();
      default:
        reader.at--;
        return this.#withOptions(allowsOptions);
    }
  }

  #plain(): Node {
    const { reader, groups } = this.#parser;
    if (reader.has(ExplicitCapture) || this.#isCondition) {
      this.#isCondition = false;
      return this.#body();
    }
    const slot = groups.slotOfNumber(this.#nextNumber++);
    return { kind: 'capture', slot, balanced: undefined, node: this.#body() };
  }

  /** Alternatives and the closing parenthesis. */
  #branches(): Node[] {
    const { reader } = this.#parser;
    const nodes = this.#parser.alternatives();
    if (!reader.accept(')')) throw reader.error("Not enough )'s.");
    return nodes;
  }

  #body(): Node {
    return oneOf(this.#branches());
  }

  /** `(?i)` changes the options up to the end of the group around it, `(?i:…)` its own. */
  #withOptions(isAllowed: boolean): Node | undefined {
    const { reader } = this.#parser;
    if (isAllowed) readInlineOptions(reader);
    if (reader.accept(')')) return undefined;
    if (!reader.accept(':')) throw this.#unrecognized();
    return this.#body();
  }

  #angle(): Node {
    const { reader } = this.#parser;
    if (reader.next !== '=' && reader.next !== '!') return this.#named('>');
    const isNegative = reader.take() === '!';
    reader.options |= RightToLeft;
    return { kind: 'look', node: this.#body(), isNegative };
  }

  /** `(?<name>…)`, `(?<1>…)`, and with a group to balance `(?<name-other>…)`, `(?<-other>…)`. */
  #named(close: string): Node {
    const { reader } = this.#parser;
    if (reader.left === 0) throw this.#unrecognized();
    const isUnnamed = reader.next === '-';
    const slot = isUnnamed ? undefined : this.#capturedSlot(close);
    const balances = (isUnnamed || slot !== undefined) && reader.accept('-');
    const balanced = balances ? this.#balancedSlot(close) : undefined;
    if ((slot === undefined && balanced === undefined) || !reader.accept(close)) {
      throw this.#unrecognized();
    }
    return { kind: 'capture', slot, balanced, node: this.#body() };
  }

  #capturedSlot(close: string): number | undefined {
    const { reader, groups } = this.#parser;
    if (/^\d$/.test(reader.next)) {
      const number = reader.decimal();
      this.#requireEndOfName(close, '-');
      if (number === 0) throw reader.error('Capture number cannot be zero.');
      return groups.slotOfNumber(number);
    }
    if (!reader.atWord()) throw this.#invalidName();
    const slot = groups.slotOfName(reader.name());
    this.#requireEndOfName(close, '-');
    return slot;
  }

  #balancedSlot(close: string): number {
    const { reader, groups } = this.#parser;
    if (/^\d$/.test(reader.next)) {
      const number = reader.decimal();
      const slot = groups.slotOfNumber(number);
      if (slot === undefined) {
        throw reader.error(`Reference to undefined group number ${number}.`);
      }
      this.#requireEndOfName(close);
      return slot;
    }
    if (!reader.atWord()) throw this.#invalidName();
    const name = reader.name();
    const slot = groups.slotOfName(name);
    if (slot === undefined) throw reader.error(`Reference to undefined group name ${name}.`);
    this.#requireEndOfName(close);
    return slot;
  }

  #requireEndOfName(...allowed: readonly string[]): void {
    const { next, left } = this.#parser.reader;
    if (left > 0 && !allowed.includes(next)) throw this.#invalidName();
  }

  /** Behind `(?(`: by a group that took part, or by what matches here. */
  #conditional(): Node {
    const { reader } = this.#parser;
    const slot = this.#conditionSlot();
    if (slot !== undefined) {
      const { yes, no } = this.#yesAndNo();
      return { kind: 'ifGroup', slot, yes, no };
    }
    this.#requireNoCapture();
    this.#isCondition = true;
    this.#allowsOptions = false;
    const condition = this.group();
    if (!condition) throw reader.error('Illegal conditional (?(...)) expression.');
    const { yes, no } = this.#yesAndNo();
    return { kind: 'ifMatch', condition, yes, no };
  }

  #conditionSlot(): number | undefined {
    const { reader, groups } = this.#parser;
    const start = reader.at;
    if (/^\d$/.test(reader.next)) {
      const number = reader.decimal();
      if (!reader.accept(')')) throw reader.error(`(?(${number}) ) malformed.`);
      const slot = groups.slotOfNumber(number);
      if (slot === undefined) throw reader.error(`(?(${number}) ) reference to undefined group.`);
      return slot;
    }
    const slot = reader.atWord() ? groups.slotOfName(reader.name()) : undefined;
    if (slot !== undefined && reader.accept(')')) return slot;
    reader.at = start;
    return undefined;
  }

  #requireNoCapture(): void {
    const { reader } = this.#parser;
    if (reader.next !== '?') return;
    if (reader.peek(1) === '#') throw reader.error('Alternation conditions cannot be comments.');
    const isNamed = reader.peek(1) === '<' && reader.peek(2) !== '!' && reader.peek(2) !== '=';
    if (reader.peek(1) !== "'" && !isNamed) return;
    throw reader.error('Alternation conditions do not capture and cannot be named.');
  }

  #yesAndNo(): { yes: Node; no: Node } {
    const [yes, no, third] = this.#branches();
    if (third) throw this.#parser.reader.error('Too many | in (?()|).');
    return { yes: yes ?? { kind: 'empty' }, no: no ?? { kind: 'empty' } };
  }

  #unrecognized(): Error {
    return this.#parser.reader.error('Unrecognized grouping construct.');
  }

  #invalidName(): Error {
    return this.#parser.reader.error(
      'Invalid group name: Group names must begin with a word character.',
    );
  }
}
