import { classOf, isClassLetter } from './classes.ts';
import type { NamedClass } from './classes.ts';
import { smallUnit, unitsOfSmall } from './caseFolding.ts';
import { GroupParser } from './GroupParser.ts';
import { oneOf, sequenceOf, unlimited } from './nodes.ts';
import type { Anchor, Groups, Loop, Node } from './nodes.ts';
import { regexOptions } from './options.ts';
import { parseBackslashReference } from './parseReference.ts';
import { parseClass, parseProperty } from './parseClass.ts';
import { PatternReader } from './PatternReader.ts';
import { everyUnit, UnitSet } from './UnitSet.ts';

const { ECMAScript, IgnoreCase, Multiline, RightToLeft, Singleline } = regexOptions;

const notNewLine = UnitSet.but(0x0a);

/**
 * Understands a .NET pattern
 * (https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference).
 * @throws PatternError
 */
export function parsePattern(pattern: string, options: number, groups: Groups): Node {
  const parser = new PatternParser(new PatternReader(pattern, options), groups);
  return { kind: 'capture', slot: 0, balanced: undefined, node: parser.pattern() };
}

/** Reads sequences, alternatives, what they consist of, and quantifiers. */
export class PatternParser {
  readonly reader: PatternReader;
  readonly groups: Groups;
  readonly #groupParser: GroupParser;

  constructor(reader: PatternReader, groups: Groups) {
    this.reader = reader;
    this.groups = groups;
    this.#groupParser = new GroupParser(this);
  }

  pattern(): Node {
    const node = oneOf(this.alternatives());
    if (this.reader.left > 0) throw this.reader.error("Too many )'s.");
    return node;
  }

  /** Up to the end or the closing parenthesis. */
  alternatives(): Node[] {
    const nodes = [this.#sequence()];
    while (this.reader.accept('|')) nodes.push(this.#sequence());
    return nodes;
  }

  #sequence(): Node {
    const { reader } = this;
    const leftwards = reader.has(RightToLeft);
    const nodes: Node[] = [];
    let isAfterQuantifier = false;
    for (;;) {
      reader.skipBlank();
      if (reader.left === 0 || reader.next === '|' || reader.next === ')') break;
      if (this.#atQuantifier()) throw this.#lonelyQuantifier(isAfterQuantifier);
      const atom = this.#atom();
      const node = atom && this.#quantified(atom);
      isAfterQuantifier = node !== atom;
      if (node) nodes.push(node);
    }
    return sequenceOf(mergeTexts(leftwards ? nodes.toReversed() : nodes));
  }

  #lonelyQuantifier(isAfterQuantifier: boolean): Error {
    const { reader } = this;
    return reader.error(
      isAfterQuantifier
        ? `Nested quantifier ${reader.next}.`
        : 'Quantifier {x,y} following nothing.',
    );
  }

  #atQuantifier(): boolean {
    const { text, at, next } = this.reader;
    if (next === '*' || next === '+' || next === '?') return true;
    braces.lastIndex = at;
    return next === '{' && braces.test(text);
  }

  #quantified(node: Node): Node {
    const { reader } = this;
    reader.skipBlank();
    if (!this.#atQuantifier()) return node;
    const [min, max] = this.#bounds();
    reader.skipBlank();
    const isLazy = reader.accept('?');
    if (min > max) throw reader.error('Illegal {x,y} with x > y.');
    if (max === 0) return { kind: 'empty' };
    if (min === 1 && max === 1) return { kind: 'sequence', nodes: [node] };
    return merged({ kind: 'loop', node, min, max, isLazy });
  }

  #bounds(): [min: number, max: number] {
    const { reader } = this;
    const letter = reader.take();
    if (letter === '*') return [0, unlimited];
    if (letter === '+') return [1, unlimited];
    if (letter === '?') return [0, 1];
    const min = reader.decimal();
    const isOpen = reader.accept(',') && reader.next === '}';
    const isExact = !isOpen && reader.next === '}';
    const max = isOpen ? unlimited : isExact ? min : reader.decimal();
    reader.at++;
    return [min, max];
  }

  /** Undefined of what only sets options. */
  #atom(): Node | undefined {
    const { reader } = this;
    const letter = reader.take();
    switch (letter) {
      case '[':
        return this.#unit(parseClass(reader));
      case '(':
        return this.#groupParser.group();
      case '\\':
        return this.#escape();
      case '^':
        return anchor(reader.has(Multiline) ? 'lineStart' : 'start');
      case '$':
        return anchor(reader.has(Multiline) ? 'lineEnd' : 'endOrLastLine');
      case '.':
        return this.#unit(reader.has(Singleline) ? everyUnit : notNewLine);
      default:
        return this.#literal(letter.charCodeAt(0));
    }
  }

  #escape(): Node {
    const { reader } = this;
    const letter = reader.next;
    if (letter === '') throw reader.error('Illegal \\ at end of pattern.');
    const place = (reader.has(ECMAScript) ? ecmaScriptAnchors : anchors).get(letter);
    if (place) {
      reader.at++;
      return anchor(place);
    }
    if (isClassLetter(letter)) {
      reader.at++;
      return this.#unit(setOf(classOf(letter, reader.has(ECMAScript))));
    }
    if (letter === 'p' || letter === 'P') {
      reader.at++;
      const found = parseProperty(reader, letter === 'P');
      return this.#unit(setOf(found, reader.has(IgnoreCase)));
    }
    const reference = parseBackslashReference(reader, this.groups);
    return reference ?? this.#literal(reader.escapedUnit());
  }

  #unit(set: UnitSet): Node {
    return { kind: 'unit', set, leftwards: this.reader.has(RightToLeft) };
  }

  #literal(unit: number): Node {
    const leftwards = this.reader.has(RightToLeft);
    if (this.reader.has(IgnoreCase)) {
      const small = smallUnit(unit);
      const units = unitsOfSmall(small);
      if (units.length > 1) return this.#unit(UnitSet.of(...units.map((u) => [u, u] as const)));
      return { kind: 'text', text: String.fromCharCode(small), leftwards };
    }
    return { kind: 'text', text: String.fromCharCode(unit), leftwards };
  }
}

const braces = /\{\d+(?:,\d*)?\}/y;

const anchors: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'start'],
  ['b', 'boundary'],
  ['B', 'noBoundary'],
  ['G', 'previousEnd'],
  ['Z', 'endOrLastLine'],
  ['z', 'end'],
]);

const ecmaScriptAnchors: ReadonlyMap<string, Anchor> = new Map([
  ...anchors,
  ['b', 'ecmaBoundary'],
  ['B', 'noEcmaBoundary'],
]);

function anchor(place: Anchor): Node {
  return { kind: 'anchor', anchor: place };
}

function setOf({ ranges, categories }: NamedClass, ignoreCase = false): UnitSet {
  const content = { ranges, categories, isNegated: false, subtraction: undefined };
  return new UnitSet(content, ignoreCase);
}

/**
 * A loop of nothing but a loop is one loop, where all numbers of rounds can be reached: .NET makes
 * `(?:a*)+` so, which shows in captures of empty rounds.
 */
function merged(outer: Loop): Loop {
  const inner = outer.node;
  if (inner.kind !== 'loop' || inner.isLazy !== outer.isLazy) return outer;
  if ((outer.min === 0 && inner.min > 1) || inner.max < inner.min * 2) return outer;
  const times = (a: number, b: number): number => Math.min(a * b, unlimited);
  return { ...inner, min: times(outer.min, inner.min), max: times(outer.max, inner.max) };
}

/** Neighbouring literals become one. The nodes stand in the order of matching. */
function mergeTexts(nodes: readonly Node[]): Node[] {
  const merged: Node[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.kind === 'text' && last?.kind === 'text') {
      const { leftwards } = node;
      const text = leftwards ? node.text + last.text : last.text + node.text;
      merged[merged.length - 1] = { kind: 'text', text, leftwards };
    } else merged.push(node);
  }
  return merged;
}
