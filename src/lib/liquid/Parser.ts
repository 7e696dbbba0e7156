import { closest } from '../source/closest.ts';
import type { Compilation } from './Compilation.ts';
import { maxNesting } from './limits.ts';
import type { Node } from './Rendering.ts';
import { outputOf } from './text.ts';
import { tags } from './tags/tagTable.ts';
import { tokenize } from './tokenize.ts';
import type { TagToken, Token, Unterminated } from './tokenize.ts';
import { compileVariable } from './variable.ts';

/** The content of a block up to one of the tags that may end it; undefined when the template ends first. */
export interface BlockPart {
  readonly node: Node;
  readonly end: TagToken | undefined;
}

/** Reads a template into nodes. Problems go to the compilation; what has one is left out. */
export class Parser {
  readonly compilation: Compilation;
  readonly #tokens: Iterator<Token | Unterminated>;
  #depth = 0;

  constructor(text: string, compilation: Compilation) {
    this.compilation = compilation;
    this.#tokens = tokenize(text);
  }

  template(): Node {
    const { node, end } = this.#content(new Set());
    return end ? () => undefined : node;
  }

  /** Reads the inside of the block of `tag`, up to its end tag or one of `middles`. */
  part(tag: TagToken, middles: readonly string[] = []): BlockPart {
    const endName = `end${tag.name}`;
    this.#depth++;
    if (this.#depth === maxNesting) this.compilation.error(tag.span, 'Nesting too deep');
    const part = this.#content(new Set([endName, ...middles]), this.#depth > maxNesting);
    this.#depth--;
    if (!part.end && !this.compilation.isFull) {
      this.compilation.error(
        tag.span,
        `${tag.name} tag was never closed`,
        `Write {% ${endName} %} where it ends.`,
      );
    }
    return part;
  }

  /** Reads a block that has no parts. */
  block(tag: TagToken): Node {
    return this.part(tag).node;
  }

  #content(ends: ReadonlySet<string>, isTooDeep = false): BlockPart {
    const nodes: Node[] = [];
    for (;;) {
      const next = this.#tokens.next();
      if (next.done || this.compilation.isFull) return { node: sequence(nodes), end: undefined };
      const token = next.value;
      if (token.kind === 'tag' && ends.has(token.name))
        return { node: sequence(nodes), end: token };
      const node = isTooDeep && token.kind === 'tag' ? undefined : this.#node(token, ends);
      if (node) nodes.push(node);
    }
  }

  #node(token: Token | Unterminated, ends: ReadonlySet<string>): Node | undefined {
    this.compilation.at = token.span;
    switch (token.kind) {
      case 'text':
        return textNode(token.text);
      case 'output':
        return this.#output(token.markup, token.span);
      case 'tag':
        return this.#tag(token, ends);
      default:
        this.#unterminated(token);
        return undefined;
    }
  }

  #output(markup: string, span: TagToken['span']): Node {
    const value = compileVariable(markup, span, this.compilation);
    return (run) => {
      run.spend();
      run.write(outputOf(value(run), run));
      return undefined;
    };
  }

  #tag(token: TagToken, ends: ReadonlySet<string>): Node | undefined {
    const tag = tags.get(token.name);
    if (tag) return tag(token, this);
    const { name, span } = token;
    const expected = [...ends].map((end) => `{% ${end} %}`).join(' or ');
    if (/^(end|else)/.test(name)) {
      const message = expected
        ? `'${name}' ends nothing here`
        : `'${name}' stands outside of a block`;
      this.compilation.error(span, message, expected ? `Expected ${expected}.` : undefined);
      return undefined;
    }
    const near = closest(name, tags.keys());
    const hint = near ? `Did you mean '${near}'?` : `There are: ${[...tags.keys()].join(', ')}.`;
    this.compilation.error(
      span,
      name === '' ? 'The tag has no name' : `Unknown tag '${name}'`,
      hint,
    );
    return undefined;
  }

  #unterminated({ what, span }: Unterminated): void {
    const close = what === 'tag' ? '%}' : '}}';
    const message = `${what === 'tag' ? 'The tag' : 'The output'} was not properly terminated`;
    this.compilation.error(span, message, `Write ${close} where it ends, and close its quotes.`);
  }
}

function textNode(text: string): Node {
  return (run) => {
    run.write(text);
    return undefined;
  };
}

function sequence(nodes: readonly Node[]): Node {
  const [only] = nodes;
  if (only && nodes.length === 1) return only;
  return (run) => {
    for (const node of nodes) {
      const interrupt = node(run);
      if (interrupt) return interrupt;
    }
    return undefined;
  };
}
