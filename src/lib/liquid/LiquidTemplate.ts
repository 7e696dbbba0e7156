import type { Span } from '../source/SourceText.ts';
import { Compilation } from './Compilation.ts';
import type { LiquidProblem } from './Compilation.ts';
import type { LiquidLimits } from './limits.ts';
import { Parser } from './Parser.ts';
import { Rendering } from './Rendering.ts';
import type { LiquidHost, Node } from './Rendering.ts';

/**
 * A template of Liquid as DotLiquid 2.0 reads and renders it, with C# names of filters: the engine
 * behind https://learn.microsoft.com/azure/api-management/set-body-policy. Compiled once into closures;
 * each rendering has its own variables and allowance.
 */
export class LiquidTemplate {
  /** With an error among them the template must not be used. */
  readonly problems: readonly LiquidProblem[];
  readonly #compilation: Compilation;
  readonly #node: Node;

  constructor(text: string) {
    this.#compilation = new Compilation();
    this.problems = this.#compilation.problems;
    const literal = shorthand(text);
    this.#node =
      literal === undefined
        ? new Parser(text, this.#compilation).template()
        : (run) => {
            run.write(literal);
            return undefined;
          };
  }

  /** Whether it may ask the host for a variable. */
  asksFor(name: string): boolean {
    return this.#compilation.asksForAnyName || this.#compilation.names.has(name);
  }

  /** Variables that neither the template makes nor the host has, and where each is asked for first. */
  *unknownNames(known: ReadonlySet<string>): Generator<readonly [name: string, span: Span]> {
    for (const [name, span] of this.#compilation.names) {
      if (!known.has(name) && !this.#compilation.ownNames.has(name)) yield [name, span];
    }
  }

  /** @throws LiquidError, and what the host throws */
  render(host: LiquidHost, limits?: LiquidLimits): string {
    const run = new Rendering(host, limits);
    // A `break` outside of a loop ends the template.
    this.#node(run);
    return run.output;
  }
}

/** A template that is as a whole `{{{ text }}}` or `{# comment #}`. */
function shorthand(text: string): string | undefined {
  if (text.startsWith('{{{') && text.endsWith('}}}') && !text.includes('\n')) {
    return text.slice(3, -3).replace(/^\s/, '').trimEnd();
  }
  return /^\{\s?#/.test(text) && /#\s?\}$/.test(text) && !text.includes('\n') ? '' : undefined;
}
